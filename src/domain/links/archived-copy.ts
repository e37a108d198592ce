import { addressKey } from '../address-key.ts'
import type { Link } from '../entry.ts'

/** The copy of a link that stands beside it among the links of an entry; null where there is none. */
export function archivedCopyOf<Each extends Pick<Link, 'role' | 'url'>>(
  links: readonly Each[],
  url: string,
): Each | null {
  const key = addressKey(url)
  return (
    links.find(link => {
      const original = link.role === 'archive' ? originalOf(link.url) : null
      return original !== null && addressKey(original) === key
    }) ?? null
  )
}

/** What an address of the Internet Archive is a copy of, and of which day; null for any other address. */
export function originalOf(copy: string): string | null {
  return copyAddress.exec(copy)?.[2] ?? null
}

/** The day on which a copy was made. */
export function dayOfCopy(copy: string): string | null {
  const [, year, month, day] = /\/web\/(\d{4})(\d{2})(\d{2})/.exec(copy) ?? []
  return year ? `${year}-${month}-${day}` : null
}

const copyAddress = /^https?:\/\/web\.archive\.org\/web\/(\d{4,14})(?:[a-z]{2}_)?\/(https?:\/\/?.+)$/i
