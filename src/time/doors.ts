import { linkOf } from './links.ts'
import { type Clock, isMark, isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

const doors =
  'doors door gates einlass portes puertas portas porte registration registrations login check einchecken zaal anmeldung accreditation inloop deuren dorene dorrarna dverr ovet dorar kapilar accueil ingresso acolhimento acreditacion recepcion arrival arrivals gather gathering assemble ontvangst ankomst mingel inslapp inntak cassa rejestracja registrering ilmoittautuminen aufbau setup soundcheck εισοδος ποροσελευση προσελευση 场'.split(
    ' ',
  )

/** What is served before it begins: only with an hour right behind, or it is an event of its own ("coffee morning"). */
const served =
  'coffee tea breakfast refreshments networking kaffee fruhstuck cafe caffe koffie kaffe kaffi kawa kahvi fika mingel apero'.split(
    ' ',
  )
const servedFrom =
  'from at available served ab um von vanaf des desde dalle fra fran od alkaen a partir de'.split(' ')

const entry = 'entry entree admission admissions entrada toegang orders'.split(' ')
const lastWords = 'last derniere letzter ultima ultimo laatste final'.split(' ')

/** "ouverture de la salle à 18 h 30" */
const halls = 'salle sala saal cancelli hall house'.split(' ')
function opensHall(tokens: Token[], at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 4), at)
    .some(token => isWord(token, 'ouverture', 'apertura', 'abertura', 'offnung', 'opens', 'otwarcie'))
}

/** "with lunch from 12 to 1": a while within, where an hour is told before. */
const breaks =
  'lunch break pause mittagspause almoco almuerzo dejeuner pranzo pausa lunsj frokost przerwa lounas tauko'.split(
    ' ',
  )

/** "Doors open at 18:30, start 19:00", "registration 9:00–9:30, talks 9:30": when one may come is not when it begins. */
export function withoutDoors(tokens: Token[], parts: Part[]): Part[] {
  const clocks = parts.filter(part => part.kind === 'clock')
  const early = new Set<Part>()
  for (const [at, part] of clocks.entries()) {
    const last = clocks[at - 1]
    const link = last && early.has(last) ? linkOf(tokens, last.to, part.from) : null
    const isBreak = last && isServedAt(tokens, part.from, breaks)
    if (last && startsAt(tokens, part.from) && isLabelled(tokens, last)) early.add(last)
    const isDoors = isDoorsBehind(tokens, part.to) || opensDoors(tokens, part.from)
    if (
      isBreak ||
      isLastEntry(tokens, part.from) ||
      (isDoors && clocks.some(other => isSoonBehind(part, other))) ||
      (link?.range && link.words === 0)
    )
      early.add(part)
  }
  return clocks.some(part => !early.has(part)) ? parts.filter(part => !early.has(part)) : parts
}

/** Doors open some hours before at most; halves of the day may be untold. */
function isSoonBehind(doors: Clock, start: Clock): boolean {
  const minutes = (start.hour - doors.hour) * 60 + start.minute - doors.minute
  const ahead = (minutes + 1440) % 720
  return ahead > 0 && ahead < 240
}

/** "kl. 9:00 registrering, …", "18:30 doors | 19:00 start": said behind the hour, before a sign. */
function isDoorsBehind(tokens: Token[], at: number): boolean {
  const behind = tokens.slice(at, at + 3).map(({ raw }) => raw)
  if (doorsBehind.test(behind.join(''))) return true
  const to = isWord(tokens[at + 1], 'open', 'opens', 'opening', 'in') ? at + 2 : at + 1
  const isApart = isMark(tokens[to], ',', ';', '|', '-', '/') || tokens[to]?.kind === 'line'
  return isApart && isWord(tokens[at], ...doors)
}

/** "18:30開場 19:00開演", "18:30 התכנסות". */
const doorsBehind =
  /^(?:התכנסות|קבלתפנים|開場|受付|开门|签到|入場|入场|등록|접수|입장|gyülekez|сбор|регистрация|реєстрація|збір|kayıt|đónkhách|ลงทะเบียน|okupljanje|registracij|prezence|registrace|prezentácia)/iu

/** "kick-off 7.45pm", "Beginn: 20 Uhr": the hour in which it begins, whatever stands before it. */
function startsAt(tokens: Token[], at: number): boolean {
  const from =
    isMark(tokens[at - 1], ':') || isWord(tokens[at - 1], 'at', 'um', 'a', 'kl', 'klo') ? at - 2 : at - 1
  return isWord(tokens[from], ...starts) || (isWord(tokens[from], 'off') && isWord(tokens[from - 2], 'kick'))
}

const starts =
  'kickoff start starts begin begins beginn beginnt debut inicio comienzo empieza comeca inicia inizio aanvang borjar starter begynner alkaa poczatek εναρξη'.split(
    ' ',
  )

/** "Gates 5.30pm, …": a word for it right before an hour that has no end, and a sign right behind. */
function isLabelled(tokens: Token[], part: Part): boolean {
  const label = tokens[part.from - 1]
  return (
    label?.kind === 'word' &&
    label.raw.length > 3 &&
    !isWord(label, ...starts) &&
    isMark(tokens[part.to], ',', ';', '|', '/')
  )
}

function opensDoors(tokens: Token[], at: number): boolean {
  if (isServedAt(tokens, at, served)) return true
  for (let here = at - 1; here >= at - 4; here--) {
    const token = tokens[here]
    if (isWord(token, '場') && isWord(tokens[here - 1], '開')) return true
    if (isWord(token, ...doors)) return !isOfName(tokens, here)
    if (token?.kind !== 'word' && !isMark(token, ':') && !isShortened(tokens, here)) return false
    if (isWord(token, ...halls) && opensHall(tokens, here)) return true
  }
  return false
}

/** "Porte Saint-Martin", "Doors Tribute": not "Doors Open". */
function isOfName(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1]
  const isCapital = next?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(next.raw)
  return isCapital && isWord(tokens[at], ...gates) && !isWord(next, 'open', 'opens', 'opening', 'at', 'from')
}

const gates = 'door doors gates porte portes porta portas puertas'.split(' ')

/** "last entry 9pm", "last orders at 10" */
function isLastEntry(tokens: Token[], at: number): boolean {
  for (let here = at - 1; here >= at - 4; here--) {
    if (isWord(tokens[here], ...entry) && isWord(tokens[here - 1], ...lastWords)) return true
    if (tokens[here]?.kind !== 'word' && !isMark(tokens[here], ':') && !isShortened(tokens, here))
      return false
  }
  return false
}

/** "kl.", "ca." */
function isShortened(tokens: Token[], at: number): boolean {
  return isMark(tokens[at], '.') && isWord(tokens[at - 1], 'kl', 'ca', 'klo', 'godz', 'h')
}

/** One of the words stands before the hour, with nothing but "from" between. */
function isServedAt(tokens: Token[], at: number, words: string[]): boolean {
  for (let here = at - 1; here >= at - 4; here--) {
    if (isWord(tokens[here], ...words)) return true
    const isLink = isMark(tokens[here], ':', '(') || isShortened(tokens, here)
    if (!isLink && !isWord(tokens[here], 'kl', 'klo', 'das', 'dalle', ...servedFrom)) return false
  }
  return false
}
