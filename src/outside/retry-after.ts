/**
 * Seconds to wait by a Retry-After header: a number of seconds or an HTTP date (RFC 9110 10.2.3), at most a day.
 *
 * @param now epoch milliseconds
 */
export function retryAfterOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const words = header.trim()
  const seconds = /^\d{1,10}$/.test(words) ? Number(words) : Math.ceil((Date.parse(words) - now) / 1000)
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), 86_400)
}
