import type { Thing } from './thing.ts'

/** What a page lies below, the widest first, and the page itself last. */
export type Trail = { name: string; url: string }[]

/** The way to a page; null where it lies below nothing. */
export function trailOf(trail: Trail): Thing | null {
  if (trail.length < 2) return null
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  }
}
