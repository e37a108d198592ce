/** The direction of a text is that of its first letter, as `dir="auto"` has it. */
export function directionOf(words: string): 'ltr' | 'rtl' {
  const [letter] = /\p{L}/u.exec(words) ?? []
  return letter &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
    ? 'rtl'
    : 'ltr'
}
