import type { ProviderName, ToldOfVisitor } from '../../domain/provider.ts'

/** What differs between those who say who somebody is. */
export type Provider = {
  name: ProviderName
  /** Where it is: what it publishes of itself (OpenID Connect), or its endpoints by its documentation. */
  servers: (at: string | null) => { discover: string } | Servers
  scope: string | null
  /** How the site says at the token endpoint who it is. */
  secretBy: 'basic' | 'post'
  /** Sets an answer of the token endpoint right that is not as RFC 6749 has it. */
  mend?: (answer: Response) => Promise<Response>
  /** Who somebody is. @throws NotSaid */
  who: (asked: Asked) => Promise<ToldOfVisitor>
}

type Servers = { issuer: string; authorize: string; token: string; api: string }

/** With what a provider can be asked who somebody is. */
type Asked = {
  issuer: string
  api: string
  token: string
  /** What an OpenID provider has signed. */
  claims: Record<string, unknown> | null
  secret: string
  /** JSON at an address, as the one who signs in. @throws NotSaid */
  get: (address: string) => Promise<unknown>
}

/** The provider answered, and did not say who somebody is. */
export class NotSaid extends Error {
  override name = 'NotSaid'
}

/** @throws NotSaid where there is no such word or number */
export function idAt(told: unknown, name: string): string {
  const id = (told as Record<string, unknown> | null)?.[name]
  const word = typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : id
  if (typeof word === 'string' && /^[\x21-\x7e]{1,255}$/.test(word)) return word
  throw new NotSaid(`expected a word or a number as “${name}”, got ${JSON.stringify(id)?.slice(0, 100)}`)
}

export function wordsAt(told: unknown, name: string): string | null {
  const words = (told as Record<string, unknown> | null)?.[name]
  return typeof words === 'string' && words.trim() !== '' ? words.slice(0, 2000) : null
}
