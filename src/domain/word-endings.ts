/**
 * A word, folded and in small letters, without the endings by which words of its script are declined: what is called
 * `миграция` is found by `миграции`, `المهاجرون` by `المهاجرين`. After the light stemmers of Jacques Savoy (Russian,
 * with the endings that Ukrainian and Bulgarian have in their place) and Leah Larkey (light10, Arabic). Only for scripts
 * in which words are declined alike whatever the language: Latin ones share letters, not endings.
 */
export function withoutEnding(word: string): string {
  if (cyrillic.test(word)) return softened(cut(word, cyrillicEndings))
  if (arabic.test(word)) return cut(word, arabicEndings)
  return word
}

const cyrillic = /^\p{Script=Cyrillic}+$/u
const arabic = /^\p{Script=Arabic}+$/u

/** The longest first. */
const cyrillicEndings = (
  'иями оями иям иях оях ями оям ами его ему ими ого ому ыми ією ая яя ях юю ах ею их ия ію ию ою ую ям ых ея ам ем ей ' +
  'ев ий им ое ой ом ов ые ый ым ми ів ії ія їв єю ь и у е а о я ы й ю і ї є'
).split(' ')
const arabicEndings = 'ها ان ات ون ين يه يا وا نا ه ي'.split(' ')

/** What is left has three letters at least: shorter words are too many, and too unlike. */
function cut(word: string, endings: readonly string[]): string {
  const ending = endings.find(each => word.length - each.length >= 3 && word.endsWith(each))
  return ending === undefined ? word : word.slice(0, -ending.length)
}

/** A stem ends alike whether a soft sign or a doubled letter followed it. */
function softened(stem: string): string {
  if (stem.length > 3 && /[ьи]$/.test(stem)) return stem.slice(0, -1)
  return stem.length > 4 && stem.endsWith('нн') ? stem.slice(0, -1) : stem
}
