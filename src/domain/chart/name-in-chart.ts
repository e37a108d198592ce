import { textWidth } from './text-width.ts'

/** The most that a name may take at the end of a line, in pixels of letters of thirteen. */
const most = 98

/**
 * What stands at the end of a line, where there is little room: a name that is short, or the short form that it has in
 * brackets, or the word by which texts name the figure, where that is an abbreviation.
 */
export function nameInChart({ name, slug }: { name: string; slug: string }): string {
  if (textWidth(name, 13) <= most) return name
  const [, short] = /[(（]\s*([^()（）]{2,14}?)\s*[)）]\s*$/u.exec(name) ?? []
  if (short) return short
  return /^[a-z]{2,7}$/.test(slug) ? slug.toUpperCase() : name
}
