export type Script = 'latin' | 'other' | 'both'

export function scriptOf(folded: string): Script {
  if (/^[\u0000-\u007e]*$/.test(folded)) return 'latin'
  const latin = (folded.match(/[a-z]/g) ?? []).length
  const other = (folded.match(/\p{L}/gu) ?? []).length - latin
  return other < 3 ? 'latin' : latin < 4 ? 'other' : 'both'
}

/** The small words of each tongue, and a few of those that titles of such days have. */
const smallWords = {
  en: 'the of for and with from how what who your our by women world an in on to at is as its are we day open',
  fr: 'le les des du et aux une pour dans sur avec est femmes monde journee l d la de au en un ce ces nos qui que',
  es: 'el los las y con para por una del que mujeres mundo la de en e un su sobre al',
  pt: 'do da dos das no na em com uma um pelo pela dia mundial mulheres o a os as de e ao sobre nos',
  de: 'der die das und fur im am zum zur mit von bei gegen tag ein eine den dem des in auf ist',
  it: 'il lo gli di della delle per che nel giornata la le l e del dei con alla dell',
  nl: 'het een voor van op met dag de en in bij aan',
  sv: 'och for att pa av om en den det i',
  id: 'dan yang untuk di hari dari bagi dengan bersama dalam pada oleh',
  fil: 'ang ng sa mga para at araw ni',
  tr: 've icin gunu bir ile',
  pl: 'w z na i dzien dla do od o ze',
  fi: 'ja on paiva paivan',
  cs: 'a pro den se na v s ke',
  hu: 'es a az napja',
  ro: 'si de la ziua pentru cu din',
  sw: 'ya wa kwa na siku la za katika cha',
  vi: 'ngay va cua cho voi',
  so: 'iyo ee ka maalinta',
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
