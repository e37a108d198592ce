import type { FailureCode } from '../domain/problem.ts'
import { Failed, type Failure, failure } from './failure.ts'

/** What an error of the network, of TLS, of HTTP or of unpacking means to a curator. */
export function failureOf(error: unknown, host: string): Failure {
  if (error instanceof Failed) return error.failure
  const { name, code } = nearest(error)
  const found = name === 'TimeoutError' ? 'slow' : name === 'AbortError' ? 'stopped' : meaningOf(code)
  return failure(found, sentences[found](host, code))
}

/** Node tries several IP addresses of a host and gathers their errors; the first tells what went wrong. */
function nearest(error: unknown): { name: string; code: string } {
  if (error instanceof AggregateError && error.errors.length > 0) return nearest(error.errors[0])
  const { name = 'Error', code } = (error ?? {}) as { name?: string; code?: unknown }
  return { name, code: typeof code === 'string' ? code : name }
}

type Meaning = Extract<FailureCode, 'slow' | 'stopped' | 'bad-certificate' | 'unreachable' | 'broken'>

function meaningOf(code: string): Meaning {
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return 'slow'
  if (/CERT|SIGNATURE|^ERR_SSL|^ERR_TLS|EPROTO|CRL/.test(code)) return 'bad-certificate'
  if (
    /^(?:ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EACCES|EPERM|EINVAL)$/.test(
      code,
    )
  )
    return 'unreachable'
  return 'broken'
}

const sentences: Record<Meaning, (host: string, code: string) => string> = {
  slow: host => `${host} took too long to answer. Try again later.`,
  stopped: () => 'The reading was stopped.',
  unreachable: (host, code) => `${host} does not answer (${code}); the site may be down. Try again later.`,
  'bad-certificate': (host, code) =>
    `${host} gives no safe connection: ${certificateWords(code)}. Open it in a browser and judge for yourself.`,
  broken: (host, code) =>
    `${host} broke off or gave an answer that cannot be read (${code}). Try again later.`,
}

function certificateWords(code: string): string {
  if (code === 'CERT_HAS_EXPIRED') return 'its certificate has expired'
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'its certificate belongs to another site'
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT' || code === 'SELF_SIGNED_CERT_IN_CHAIN')
    return 'nobody vouches for its certificate (self-signed)'
  if (/^UNABLE_TO/.test(code)) return 'its certificate comes without those that vouch for it'
  return `the encryption failed (${code})`
}
