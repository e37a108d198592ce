import { foldName } from '../../fold-name.ts'
import { type TitleWords, untangled } from '../titles/title-words.ts'
import { asCompared, eachPhrase, eachSign, isUnspaced, lexicon, lookUp } from '../tongues/lexicon.ts'
import { romanised } from '../tongues/romanise.ts'
import { idle } from '../words/idle-words.ts'
import { namedDays } from './days.ts'

/** The days that a title is for, by the keys of `days.ts`, and what else it says. */
export type Days = { named: readonly string[]; rest: { all: readonly string[]; folded: string } }

export function daysOf(title: Named): Days {
  let known = days.get(title)
  if (!known) days.set(title, (known = mayName.test(title.folded) ? foundIn(title) : noneIn(title)))
  return known
}

/** Both name days, and none that the other names. */
export function areOtherDays(a: Named, b: Named): boolean {
  const [its, others] = [daysOf(a).named, daysOf(b).named]
  return its.length > 0 && others.length > 0 && !its.some(day => others.includes(day))
}

export function isOneDay(a: Named, b: Named): boolean {
  const others = daysOf(b).named
  return daysOf(a).named.some(day => others.includes(day))
}

type Named = Pick<TitleWords, 'title' | 'all' | 'folded'>

const days = new WeakMap<object, Days>()

function noneIn({ all, folded }: Named): Days {
  return { named: [], rest: { all, folded } }
}

function foundIn(title: Named): Days {
  const named = new Set<string>()
  const all: string[] = []
  for (const part of untangled(title.title).split(ends)) {
    const folded = foldName(part)
    if (folded === '') continue
    all.push(...(isUnspaced(folded) ? restOfText(folded, named) : restOfWords(folded.split(' '), named)))
  }
  return named.size === 0 ? noneIn(title) : { named: [...named], rest: { all, folded: all.join(' ') } }
}

/** Where the name of a day may end. */
const ends = /[:|()[\]【】「」（）《》：;!?।،؛,•/"“”«»…，、。！？]|\.\s|\s[-–—]\s|[–—]/

/** A word for “day”, and on which side of it stands what the day is of. */
const before = new Set(
  `day days week month gunu gununu gununde gun haftasi paiva paivan paivana viikko dag dagen dagar vecka veckan uke uken दिवस दिन सप्ताह দিবস দিবসে দিবসের দিন সপ্তাহ دن ቀን ሳምንት eguna دیوس दिवसको दिनं nap napja napjan napot vilagnap vilagnapja vilagnapjan kuni kүni күні күніне күнү өдөр өдөрт өдрийн gunune dienā diena dienas paev paeva paevaks maailmapaev dagur dagurinn dagsins eguna egunean დღე დღის დღეს დღესთან օր օրը օրվա օրվան தினம் தினத்தை దినోత్సవం దినం ദിനം ദിനാചരണം දිනය දින ದಿನ ದಿನಾಚರಣೆ દિવસ ਦਿਵਸ ਦਿਨ दिनानिमित्त`.split(
    ' ',
  ),
)
const after = new Set(
  `day days week month tag tage woche dag dagen vecka veckan uke uken journee journees jour semaine mois dia dias semana mes giornata giornate settimana dzien dnia dniu dni tydzien den dne dni tyden ziua zilei saptamana день дня дню днем дні днi  неделя тиждень ημερα ημέρα ημερας ημέρας εβδομαδα εβδομάδα يوم اليوم ليوم باليوم بيوم أسبوع یوم روز هفته siku hari minggu pekan bulan araw linggo ngay tuan יום ליום ביום dan dana dnevu dita dites ranar maalinta umunsi usuku ojo andro jum besu diada ڕۆژی ڕۆژ ورځ рӯзи рузи roja дзень дня јдан дан данот`.split(
    ' ',
  ),
)
const ofBoth = /(?:tag|tages|woche|dag|dagen|dagar|vecka|veckan|uka|uken|paiva|paivan|paivana|viikko|nacht)$/
const mayName =
  /day|dag|tag|jour|week|woche|semain|seman|dia|nuit|noche|noite|night|nacht|giornat|notte|settim|dzien|dni|dne|den|ziua|zilei|imera|gun|paiva|viikko|siku|hari|araw|ngay|\d|[^\u0000-\u02ff]|iwd|jif|idah|pride|mai|jij|w[a-z]dd?\b|tdo|gaad|nap|dan|diena|paev|dagur|egun|dita|ranar|maalin|umunsi|usuku|kuni|roja|idu|imld|wpfd|idpd|csd/

/** That it is one of the whole world. */
const ofAll =
  /^(?:world|welt|wereld|varld|verden|internat|internac|internaz|mondial|mundial|global|europe|miedzynarod|swiatow|mezinarod|svetov|mezhdunarod|vsemyrn|mizhnarod|vsesvitn|pagkosmi|diethn|dunya|uluslar|(?:ال)?(?:عالمي|دولي)|عالمی|جهانی|بین|विश्व|अंतर|अन्तर|বিশ্ব|আন্তর্জাতিক|kimataifa|dunia|sedunia|antarabangsa|pandaigdig|internas|maailman|kansainval|ዓለም|አቀፍ$|quoc$|የዓለም|intl$|lume|mond|nazioarte|munduk|халықара|дүниежүз|дэлхий|олон|khalyқara|dүnyezhүz|delkhy|beynəlxalq|beynelx|umumdun|xalqaro|jahon|საერთაშორისო|მსოფლიო|միջազգային|համաշխարհ|ה?(?:בינלאומי|עולמי)|nemzetk|medunarod|meђunarod|svjetsk|svetsk|mednarod|starptaut|pasaul|tarptaut|rahvusvah|maailma|althjod|duniya|nderkomb|botes|சர்வதேச|உலக|ప్రపంచ|అంతర్జాతీయ|ലോക|അന്താരാഷ്ട്ര|ලෝක|ජාත්|යන්තර|ವಿಶ್ವ|ಅಂತರ|વિશ્વ|આંતર|ਵਿਸ਼ਵ|ਅੰਤਰ|जागतिक|आंतर|جیهانی|نێودەوڵەتی|نړیوال|ҷaҳon|bainalmylal|adduun|caalam|mpuzamahanga|cihane|mizhnar)/

function restOfWords(words: readonly string[], named: Set<string>): string[] {
  const said = words.map(word => romanised(word))
  const used = new Set<number>()
  const meant = meantBy(said)
  byName(said, (day, at, length) => {
    named.add(day)
    for (let next = at; next < at + length; next++) used.add(next)
  })
  for (const [at, word] of words.entries()) {
    if (used.has(at)) continue
    const own = ofBoth.test(word) && word.length > 6 ? compound(said[at]!) : null
    if (own !== null && take(own.day, [at], said, used, named)) continue
    if (before.has(word) && lookFrom(at, -1, said, meant, used, named)) continue
    if (after.has(word)) lookFrom(at, 1, said, meant, used, named)
  }
  return said.filter((_, at) => !used.has(at))
}

/** What each word means, by itself and as one of a phrase. */
function meantBy(said: readonly string[]): Set<number>[] {
  const meant = said.map(word => new Set(lookUp(word)))
  eachPhrase(said, (meaning, at, words) => {
    for (let next = at; next < at + words; next++) meant[next]!.add(meaning)
  })
  return meant
}

/** From the word for “day” to one side, as far as the name of one goes. */
function lookFrom(
  from: number,
  step: 1 | -1,
  said: readonly string[],
  meant: readonly ReadonlySet<number>[],
  used: Set<number>,
  named: Set<string>,
): boolean {
  const last = said[from - 1]
  const isOfAll = [-3, -2, -1, 1, 2, 3, 4, 5, 6].some(by => ofAll.test(said[from + by] ?? ''))
  // “Training day for teachers”
  if (step > 0 && !isOfAll && before.has(said[from]!)) {
    const next = said[from + 1]
    if (last !== undefined && !idle.has(last)) return false
    if (next === undefined || !(idle.has(next) || small.has(next))) return false
  }
  const [at, themes]: [number[], Set<number>] = [[], new Set()]
  let best: string | null = null
  let taken: number[] = []
  let strange = 0
  for (let next = from + step; next >= 0 && next < said.length && at.length < 16; next += step) {
    const word = said[next]!
    if (used.has(next) || /^\d+$/.test(word)) break
    at.push(next)
    if (ofAll.test(word)) {
      // “World … Day”; in Urdu the world may stand behind what the day is of.
      if (step < 0 && latin.test(word)) break
      continue
    }
    if (word.length === 1 || idle.has(word) || small.has(word)) continue
    if (meant[next]!.size === 0 && (++strange > (isOfAll ? 3 : 0) || (step < 0 && !isOfAll))) break
    for (const each of meant[next]!) themes.add(each)
    const day = dayOf(themes)
    if (day !== null && day !== best) [best, taken] = [day, [...at]]
  }
  if (best === null || (!isOfAll && said[from] === 'den' && step > 0 && germanic.has(last ?? '')))
    return false
  return take(best, [from, ...taken], said, used, named)
}

function take(
  day: string | null,
  at: readonly number[],
  said: readonly string[],
  used: Set<number>,
  named: Set<string>,
): boolean {
  if (day === null) return false
  named.add(day)
  for (const each of at) used.add(each)
  for (let each = Math.min(...at) - 1; ofAll.test(said[each] ?? ''); each--) used.add(each)
  for (let each = Math.max(...at) + 1; ofAll.test(said[each] ?? ''); each++) used.add(each)
  return true
}

/** “Weltfrauentag”, “kvinnodagen”. */
function compound(word: string): { day: string | null } | null {
  const bare = word.replace(/^(?:welt|wereld|varlds|verdens|maailman)/, '').replace(ofBoth, '')
  if (bare.length < 4) return null
  return { day: dayOf(new Set(lookUp(bare))) }
}

const latin = /^[a-z]/
const germanic = new Set('fur gegen an in auf durch um uber zu mit von'.split(' '))

/** Small words between, which `idle` leaves out. */
const small = new Set(
  `against towards toward elimination eliminating eradication prevention preservation protection promotion persons people commemoration remembrance awareness action
  lutte contre elimination abolition prevention sensibilisation memoire droit droits sur eliminacion erradicacion contra lucha prevencion toma conciencia concienciacion eliminacao combate luta conscientizacao sensibilizzazione eliminazione gegen zur beseitigung gedenken
  naar tegen mot kampf imot proti pro walki przeciw przeciwko z borby zashchity protiv likvidatsii zakhystu borotby kata tis tou ton gia tin
  te the gioi dil kwa ya wa za la dhidi kupinga untuk bagi anti menentang ng mga sa ang para laban का की के को کا کی کے को উপলক্ষে من أجل على ضد للقضاء القضاء لمكافحة مكافحة مناهضة از با برای`.split(
    /\s+/,
  ),
)

function restOfText(folded: string, named: Set<string>): string[] {
  let text = folded.replaceAll(' ', '')
  byName(
    [],
    () => {},
    text,
    (day, name) => {
      named.add(day)
      text = text.replace(name, ' ')
    },
  )
  for (const found of [...text.matchAll(unspacedDay)]) {
    const part = found[0]
    const themes = new Set<number>()
    const own = part.replace(markers, '')
    eachSign(own, meaning => themes.add(meaning))
    const isOfAll = part !== own
    const nearest = new Set<number>()
    const close = own.replace(dayWords, '')
    eachSign(close, (meaning, at, length) => {
      if (isOfAll || at + length >= close.length - 1 || /^วัน/.test(own)) nearest.add(meaning)
    })
    const day = dayOf(isOfAll ? themes : nearest)
    if (day === null) continue
    named.add(day)
    text = text.replace(part, ' ')
  }
  return text.split(' ').filter(each => each !== '')
}

const markers = /国际|國際|国際|世界|全球|국제|세계|สากล|โลก|ระหว่างประเทศ|全国/g
const dayWords = /(?:の日|デー|日|节|節|週間|週|周|月|의날|날|데이|주간)$|^วัน/
const unspacedDay =
  /(?:国际|國際|国際|世界|全球|국제|세계)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]{1,22}?(?:の日|デー|日|节|節|週間|周|의날|날|데이)|[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー]{2,9}(?:の日|デー|日|节|節|의날|날)|วัน[\p{Script=Thai}]{3,30}/gu

/** Days by what they are of; of several the one that says most. */
function dayOf(themes: ReadonlySet<number>): string | null {
  if (themes.size === 0) return null
  let best: string | null = null
  let most = 0
  for (const each of themes)
    for (const { day, of } of list().byTheme.get(each) ?? [])
      if (of.length > most && of.every(theme => themes.has(theme))) [best, most] = [day, of.length]
  return best
}

function byName(
  said: readonly string[],
  found: (day: string, at: number, length: number) => void,
  text = '',
  inText: (day: string, name: string) => void = () => {},
): void {
  const { names, signs } = list()
  for (const [at, word] of said.entries())
    for (const { day, name } of names.get(word) ?? [])
      if (name.every((each, next) => said[at + next] === each)) found(day, at, name.length)
  for (const [sign, day] of text === '' ? [] : signs) if (text.includes(sign)) inText(day, sign)
}

type List = {
  byTheme: Map<number, { day: string; of: number[] }[]>
  names: Map<string, { day: string; name: string[] }[]>
  signs: [string, string][]
}

let made: List | undefined

function list(): List {
  if (made) return made
  made = { byTheme: new Map(), names: new Map(), signs: [] }
  const { numbers } = lexicon()
  for (const line of namedDays.trim().split('\n')) {
    const [day = '', said = ''] = line.split(/: ?/)
    const [groups = '', names = ''] = said.split('|')
    for (const group of groups.split(',')) {
      const of = group
        .trim()
        .split(' ')
        .flatMap(theme => numbers.get(asCompared(theme)) ?? [])
      for (const theme of of) push(made.byTheme, theme, { day, of })
    }
    for (const each of asCompared(names).trim().split(' ')) {
      if (each === '') continue
      if (isUnspaced(each)) made.signs.push([each, day])
      else push(made.names, each.split('-')[0]!, { day, name: each.split('-') })
    }
  }
  return made
}

function push<Key, Each>(map: Map<Key, Each[]>, key: Key, each: Each): void {
  const known = map.get(key)
  if (known) known.push(each)
  else map.set(key, [each])
}
