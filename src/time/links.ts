import { fold } from './fold.ts'
import { fromWords, labelWords } from './hour-words.ts'
import { isMark, isWord } from './part.ts'
import type { Token } from './tokens.ts'

/** Words between two days or two hours that make a range of them. */
export const rangeWords = new Set(
  'to until till til through thru untill au jusqua jusquau jusque hasta ate bis до по fino alle sampai hingga tot naar hanggang حتي حتى الي إلى الى 至 到 ~ s.d sd al a ao as до do'
    .split(' ')
    .concat([
      'με',
      'εως',
      'μεχρι',
      'az',
      'à',
      'às',
      'إلي',
      '부터',
      'から',
      'تا',
      'hadi',
      'وحتى',
      'وحتي',
      'الی',
      '에서',
      'تر',
      'да',
      'bitis',
      'pou',
      'jiska',
      'jouk',
      'والي',
      'لغاية',
      'ولغاية',
      'עד',
      'ועד',
      'ל',
      'ku',
    ])
    .concat(
      'deri pana panaa sehingga εως μεχρι iki lidz  մինչև az ilaa zuwa titi kuya kuze rive gis arte ถึง ដល់ ຫາ ເຖິງ ຈົນເຖິງ እስከ ते मा'
        .split(' ')
        .map(word => fold(word).normalize('NFC')),
    )
    .concat([...fromWords].filter(word => !/^\p{Script=Latin}/u.test(word))),
)

export const listWords = new Set(
  'and & y et e und και oraz kaj ile ve və va وَ और আর এবং மற்றும் اور si și i и o en og och dan و then puis luego dann sowie poi plus as ja si 和 及 与'.split(
    ' ',
  ),
)

export const betweenWords = new Set(
  'between izmedu помеѓу између medzi intre ndermjet midis inter entre zwischen между між بين antara tra fra tussen intre mezi miedzy mellem mellan mellom'.split(
    ' ',
  ),
)

/** Words an hour follows. */
export const atWords = new Set(
  'at @ from time times klocka saat luc godz ωρα when starts starting begins beginning start doors um ab von gegen uhrzeit zeit kl klo kell pukul jam om à a as às las la alle dalle ore ora orele des dès vers de à в с около الساعة hora horario horário hour heure uur since ساعت בשעה saa klukkan klockan plkst les เวลา'
    .split(' ')
    .concat(labelWords),
)

/** How two parts of a text hang together, by the words between them (tokens `from` up to `to`). */
export type Link = {
  range: boolean
  /** "and", "&". */
  and: boolean
  comma: boolean
  /** "/", ";", "(", "=", "or": the same moment said again. */
  again: boolean
  /** Words that link nothing. */
  words: number
  /** A sentence or a line ends between them. */
  ends: boolean
}

export function linkOf(tokens: Token[], from: number, to: number): Link {
  const link: Link = { range: false, and: false, comma: false, again: false, words: 0, ends: false }
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (!token) break
    if (token.kind === 'line') link.ends = true
    else if (untilAt(tokens, at)) {
      link.range = true
      at = (untilAt(tokens, at) ?? at) - 1
    } else if (isMark(token, '.') && isShortened(tokens[at - 1])) continue
    else if (token.kind === 'mark') mark(link, token, tokens[at + 1], at === from)
    else if (token.kind === 'word') word(link, token)
    else link.words++
  }
  return link
}

/** Where Indonesian "s.d." and "s/d", Dutch "t/m" end; null none. */
export function untilAt(tokens: Token[], at: number): number | null {
  const [sign, last] = [tokens[at + 1]?.text ?? '', tokens[at + 2]?.text]
  const first = tokens[at]?.text
  const isUntil =
    (first === 's' && './'.includes(sign) && last === 'd') || (first === 't' && sign === '/' && last === 'm')
  return isUntil ? (tokens[at + 3]?.text === '.' ? at + 4 : at + 3) : null
}

/** "bis ca. 18:30" */
function isShortened(word: Token | undefined): boolean {
  return isWord(word, 'ca', 'approx', 'env', 'ok', 'etw', 'kb')
}

function mark(link: Link, token: Token, next: Token | undefined, first: boolean): void {
  if (token.text === '-' || token.text === '~' || token.text === '>') link.range = true
  else if ('/;=|(≈'.includes(token.text)) link.again = true
  else if (token.text === '&' || token.text === '+') link.and = true
  else if (token.text === ',') link.comma = true
  else if ('!?'.includes(token.text)) link.ends = true
  else if (token.text === '.' && !first && (next?.spaced ?? true)) link.ends = true
}

function word(link: Link, token: Token): void {
  // Vietnamese, not the German article.
  if (rangeWords.has(token.text) || token.raw.toLowerCase() === 'đến') link.range = true
  // Hungarian, not the Spanish verb.
  else if (listWords.has(token.text) || token.raw === 'és') link.and = true
  else if (token.text === 'or' || token.text === 'ou' || token.text === 'oder') link.again = true
  else if (!atWords.has(token.text) && !quiet.has(token.text)) link.words++
}

const quiet = new Set(
  'ne τις τη ok env approx etw kb the on le el la los der dem den of del du d l il o os das h hrs uhr hs в at um ie eg ca circa etwa ungefahr about approx environ around omstreeks около приблизно approximately einschliesslich inklusive'.split(
    ' ',
  ),
)
