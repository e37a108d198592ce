/** `both` where Latin letters stand beside those of another script; else the script that has most of its letters. */
export type Script = string

export function scriptOf(folded: string): Script {
  if (/^[\u0000-\u007e]*$/.test(folded)) return 'latin'
  const latin = (folded.match(/[a-z]/g) ?? []).length
  const others = (folded.match(/\p{L}/gu) ?? []).length - latin
  return others < 3 ? 'latin' : latin < 4 ? mostly(folded) : 'both'
}

function mostly(text: string): Script {
  let [most, count] = ['latin', 0]
  for (const [script, letters] of scripts) {
    const own = (text.match(letters) ?? []).length
    if (own > count) [most, count] = [script, own]
  }
  return most
}

/** Chinese and Japanese are of one; a title in Latin letters that are not plain ones is Latin. */
const scripts: [Script, RegExp][] = [
  ['han', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ...`Latin Cyrillic Greek Arabic Hebrew Hangul Thai Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada
    Malayalam Sinhala Lao Khmer Myanmar Tibetan Georgian Armenian Ethiopic Mongolian Thaana Tifinagh`
    .split(/\s+/)
    .map((name): [Script, RegExp] => [name.toLowerCase(), new RegExp(`\\p{Script=${name}}`, 'gu')]),
]
