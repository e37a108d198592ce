import { addressOrNull, clean } from '../../../domain/content.ts'

/**
 * The address that somebody typed; one that begins with the name of a site is meant to begin with `https://`. Null
 * for what leads nowhere on the web (`javascript:`, a mail address, words).
 */
export function webAddress(typed: string): string | null {
  const text = clean(typed)
  if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u.test(text))
    return `https://${text}`
  const told = addressOrNull(text)
  const url = told === null ? null : URL.parse(told)
  return url === null || (/^https?:$/.test(url.protocol) && !url.hostname) ? null : told
}
