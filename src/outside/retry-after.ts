/**
 * Seconds to wait by a Retry-After header: a number of seconds or an HTTP date (RFC 9110 10.2.3), at most a day.
 *
 * @param now epoch milliseconds
 */
export function retryAfterOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const words = header.trim()
  const isDate = /^[a-z]{3,9},? /i.test(words)
  const seconds = isDate
    ? Math.ceil((Date.parse(words) - now) / 1000)
    : /^\d{1,10}$/.test(words)
      ? Number(words)
      : Number.NaN
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), 86_400)
}
