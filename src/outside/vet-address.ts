import { addressMeant } from '../domain/address-meant.ts'
import { type Failure, failure } from './failure.ts'

/**
 * The address as it will be asked for, without its fragment, or why it will not: this judges what is written. Where
 * it leads – the host and the port – is judged by `findHost`. `webcal:` and `feed:` are read over https.
 */
export function vetAddress(words: string): URL | Failure {
  const trimmed = addressMeant(words)
  const url = trimmed.length <= longestAddress ? URL.parse(trimmed) : null
  if (!url?.hostname.replaceAll('.', ''))
    return failure(
      'address-invalid',
      'This is no web address; expected one such as https://example.org/event.',
    )
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return failure(
      'address-invalid',
      `Addresses of http and https are read, not of ${url.protocol.slice(0, -1)}.`,
    )
  if (url.username || url.password)
    return failure('address-refused', 'This address has a user name or password in it. Give it without them.')
  url.hash = ''
  url.hostname = url.hostname.replace(/\.+$/, '')
  return url
}

const longestAddress = 4000
