import type { Showing } from './showing.ts'

/**
 * The language to read words aloud in, where they are not in the script of the page: a programme is told in whatever
 * language its organisers write, and nobody says which. Words in the page's own script are left to its language.
 */
export function langOf(words: string, { language }: Pick<Showing, 'language'>): string | undefined {
  const isArabic = /\p{Script=Arabic}/u.test(words)
  const isLatin = /\p{Script=Latin}/u.test(words)
  if (language === 'ar') return isLatin && !isArabic ? 'en' : undefined
  return isArabic && !isLatin ? 'ar' : undefined
}
