import type { Link } from './entry.ts'

/**
 * Whether a link leads to what it is called: of one that is gone, or whose site changed hands, readers are told that it was
 * there, and nothing sends anybody to it. The one rule for pages, feeds, calendars, posts and what machines read.
 */
export function leads({ health }: Pick<Link, 'health'>): boolean {
  return health !== 'gone' && health !== 'changed-hands'
}
