export type Script = 'latin' | 'other' | 'both'

export function scriptOf(folded: string): Script {
  if (/^[\u0000-\u007e]*$/.test(folded)) return 'latin'
  const latin = (folded.match(/[a-z]/g) ?? []).length
  const other = (folded.match(/\p{L}/gu) ?? []).length - latin
  return other < 3 ? 'latin' : latin < 4 ? 'other' : 'both'
}

/** The small words of each tongue, and a few of those that titles of such days have. */
const smallWords = {
  en: 'the of for and with from how what who your our by women world',
  fr: 'le les des du et aux une pour dans sur avec est femmes monde journee',
  es: 'el los las y con para por una del que mujeres mundo',
  pt: 'do da dos das no na em com uma um pelo pela dia mundial mulheres',
  de: 'der die das und fur im am zum zur mit von bei gegen tag',
  it: 'il lo gli di della delle per che nel giornata',
  nl: 'het een voor van op met dag',
  sv: 'och for att pa av',
  id: 'dan yang untuk di hari dari bagi',
  fil: 'ang ng sa mga para',
  tr: 've icin gunu bir ile',
  pl: 'w z na i dzien dla',
}

const tonguesOf = new Map<string, string[]>()
for (const [tongue, words] of Object.entries(smallWords))
  for (const word of words.split(' ')) tonguesOf.set(word, [...(tonguesOf.get(word) ?? []), tongue])

/** By its small words; null where they tell none, or several alike. */
export function tongueOf(words: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const word of words)
    for (const tongue of tonguesOf.get(word) ?? []) counts.set(tongue, (counts.get(tongue) ?? 0) + 1)
  const [most, second] = [...counts].sort(([, one], [, other]) => other - one)
  return most && most[1] > (second?.[1] ?? 0) ? most[0] : null
}
