import { fold } from './fold.ts'
import { unspacedWords } from './unspaced-words.ts'

/**
 * A piece of text as times are read from: `number` (digits of any script), `word` (folded; a Chinese character or
 * kana is a word of its own), `mark` (one sign; every dash is "-", every bullet "|"; a flag, a key of a telephone), `line` (a line's end) and `skip` (an address,
 * a mail, a path: nothing to read a time from). Markup signs are left out. `spaced`: white space stands before it.
 */
export type Token = {
  kind: 'number' | 'word' | 'mark' | 'line' | 'skip'
  text: string
  raw: string
  index: number
  end: number
  spaced: boolean
}

/** In time linear in the text's length. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let spaced = true
  piece.lastIndex = 0
  for (let found: RegExpExecArray | null = piece.exec(text); found; found = piece.exec(text)) {
    const raw = found[0]
    const groups = found.groups ?? {}
    const at: Place = { raw, index: found.index, end: found.index + raw.length, spaced }
    spaced = false
    if (groups.space) spaced = true
    // Marks of direction set nothing apart: "13‏/01‏/2027".
    else if (groups.bidi) spaced = at.spaced
    else if (groups.line) tokens.push({ ...at, kind: 'line', text: '\n' })
    else if (groups.key) tokens.push({ ...at, kind: 'mark', text: '|' })
    else if (groups.flag) tokens.push({ ...at, kind: 'mark', text: raw })
    else if (groups.skip) tokens.push({ ...at, kind: 'skip', text: '' })
    else if (groups.han) tokens.push({ ...at, kind: 'number', text: hanDigits(raw) })
    else if (groups.number) tokens.push({ ...at, kind: 'number', text: digitsOf(raw) })
    else if (groups.entity) entity(tokens, at, groups.entity)
    else if (groups.word || groups.sign || groups.character) word(tokens, at)
    else if (groups.tag) spaced ||= at.spaced
    else if (groups.markup) spaced = at.spaced
    else if (groups.mark) tokens.push({ ...at, kind: 'mark', text: marks[raw] ?? raw })
    if (groups.entity === 'nbsp' || groups.entity === '#160') spaced = true
  }
  return tokens
}

type Place = { raw: string; index: number; end: number; spaced: boolean }

/** Signs and names in scripts that set no blanks between words. */
const thaiMonths =
  'มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\.|ก\\.ย\\.|ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\.'

const thaiHours =
  'ประเทศไทย|(?<=เวลา)ไทย|กรุงเทพฯ|กรุงเทพ|เดือน|ที่|ถึง|พรุ่งนี้|มะรืนนี้|วันนี้|คืนนี้|เที่ยงคืน|เที่ยงวัน|เที่ยง|บ่าย|โมงเช้า|โมงเย็น|โมง|ทุ่ม|ครึ่ง|สิบเอ็ด|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ในตอน|ตอน|เย็น|เช้า|ค่ำ|กลางคืน'

const thaiWeekdays = 'จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์'

const piece = new RegExp(
  [
    String.raw`(?<line>\r?\n|\r)`,
    String.raw`(?<bidi>[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]+)`,
    String.raw`(?<space>[^\S\r\n]+|[\u200b-\u200d\ufe0e\ufe0f]+)`,
    String.raw`(?<skip>(?:https?:\/\/|www\.)[^\s<>"')\]]{1,2000}|\]\([^\s()]{0,2000}\)|[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]{1,64}){1,5})`,
    String.raw`(?<key>[\d#*]\ufe0f?\u20e3)`,
    String.raw`(?<flag>\p{RI}{2})`,
    String.raw`(?<tag><[a-zA-Z\/!][^<>]{0,500}>)`,
    '&(?<entity>nbsp|ndash|mdash|amp|#160|#8211|#8212);',
    String.raw`(?<number>(?<![\p{L}\p{N}])[Oo]\d{1,2}(?!\d)|\p{Nd}+)`,
    '(?<han>[〇零一二三四五六七八九]{4}(?=年)|(?<=年|[^一-龥]|^)[一二三四五六七八九十]{1,2}(?=月)|(?<=月)[一二三四五六七八九十]{1,3}(?=[日号號]))',
    `(?<sign>(?<=\\p{Nd})[시분일월년]|(?<=시)반|부터|까지|から|まで|(?:${thaiMonths})|(?:${thaiHours})|(?<=วัน|[\\s(]|^)(?:${thaiWeekdays})|${unspacedWords}|พ\\.ศ\\.|ค\\.ศ\\.|น\\.|เวลา)`,
    String.raw`(?<character>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])`,
    String.raw`(?<word>[\p{Script=Cyrillic}\p{M}]+[’'](?=\p{Script=Cyrillic})[\p{Script=Cyrillic}\p{M}]+|[\p{L}\p{M}]+(?:(?<=\p{M})[\u200c\u200d][\p{L}\p{M}]+)*)`,
    String.raw`(?<markup>[*_${'`'}\\[\]]|~~)`,
    String.raw`(?<mark>[\s\S])`,
  ].join('|'),
  'gu',
)

const marks: Record<string, string> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  '‒': '-',
  '―': '-',
  '﹣': '-',
  '－': '-',
  '→': '-',
  '：': ':',
  '∶': ':',
  '，': ',',
  '、': ',',
  '،': ',',
  '፣': ',',
  '၊': ',',
  '։': ':',
  '׃': ':',
  '；': ';',
  '؛': ';',
  '（': '(',
  '）': ')',
  '／': '/',
  '⁄': '/',
  '｜': '|',
  '•': '|',
  '·': '|',
  '●': '|',
  '▪': '|',
  '■': '|',
  '◦': '|',
  '⋅': '|',
  '∙': '|',
  '❘': '|',
  '￨': '|',
  '～': '~',
  '〜': '~',
  '。': '.',
  '．': '.',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '＋': '+',
  '＠': '@',
  º: 'º',
}

function digitsOf(raw: string): string {
  if (/^\d+$/.test(raw)) return raw
  return [...raw].map(sign => digitOf(sign)).join('')
}

/** "二〇二一", "十二", "二十三". */
function hanDigits(raw: string): string {
  const digit = (sign: string) => Math.max(0, '〇一二三四五六七八九'.indexOf(sign))
  if (!raw.includes('十')) return [...raw].map(sign => digit(sign)).join('')
  const [tens = '', ones = ''] = raw.split('十')
  return String((tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0))
}

/** Digits of a script stand ten in a row, from a code point whose own predecessor is no digit. */
function digitOf(sign: string): string {
  if (sign === 'O' || sign === 'o') return '0'
  const code = sign.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(code - zero)
}

function word(tokens: Token[], at: Place): void {
  // "3pmCET"
  const [, half, zone] = /^([AaPp][Mm])([A-Z]{3,4})$/.exec(at.raw) ?? []
  if (half && zone && tokens.at(-1)?.kind === 'number' && !at.spaced) {
    const middle = at.index + 2
    tokens.push({ ...at, raw: half, end: middle, kind: 'word', text: half.toLowerCase() })
    tokens.push({ ...at, raw: zone, index: middle, spaced: true, kind: 'word', text: zone.toLowerCase() })
    return
  }
  const plain = /^[a-z]+$/i.test(at.raw)
  // Telugu "2:30 PMకి"
  const [, own, ending] = /^([AaPp][Mm])(\P{Script=Latin}+)$/u.exec(at.raw) ?? []
  if (own && ending) {
    tokens.push({ ...at, raw: own, end: at.index + 2, kind: 'word', text: own.toLowerCase() })
    return
  }
  // Without its mark the short March of Thai would be January.
  if (/^มี\.?ค/.test(at.raw)) {
    tokens.push({ ...at, kind: 'word', text: fold('มีนาคม').normalize('NFC') })
    return
  }
  const text = plain ? at.raw.toLowerCase() : folded(at.raw)
  tokens.push({ ...at, kind: 'word', text })
}

/** Words come again and again. */
const known = new Map<string, string>()

function folded(raw: string): string {
  const before = known.get(raw)
  if (before !== undefined) return before
  // "пʼятниця", "Oʻzbekiston": signs that are letters to Unicode.
  const text = fold(raw.replace(/[ʼʻ]/g, '')).normalize('NFC')
  if (raw.length > 30) return text
  if (known.size > 5000) known.clear()
  known.set(raw, text)
  return text
}

function entity(tokens: Token[], at: Place, name: string): void {
  if (/dash|#82/.test(name)) tokens.push({ ...at, kind: 'mark', text: '-' })
  else if (name === 'amp') tokens.push({ ...at, kind: 'mark', text: '&' })
}
