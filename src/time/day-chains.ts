import { type DatePart, type DayWords, isMark, isNumber, isWord } from './part.ts'
import type { Token } from './tokens.ts'

const weekdays = ['一二三四五六日', '月火水木金土日', '월화수목금토일', '一二三四五六天']

/** "(土)", "（星期六）", "(토)", "(土・祝)" behind a day: which weekday, and where the bracket ends; null none. */
export function weekdayInBrackets(tokens: Token[], at: number): { weekday: number; to: number } | null {
  if (!isMark(tokens[at], '(')) return null
  let weekday = 0
  for (let here = at + 1; here < at + 7; here++) {
    const raw = tokens[here]?.raw ?? ''
    // "（周五至周日）" is of two days.
    if (isMark(tokens[here], '-', '~') || /^[至到]$/.test(raw)) return null
    if (isMark(tokens[here], ')')) return weekday ? { weekday, to: here + 1 } : null
    if (raw.length === 1 && !weekday) weekday = Math.max(...weekdays.map(names => names.indexOf(raw))) + 1
  }
  return null
}

type Chain = Pick<DatePart, 'days' | 'link'> & { to: number }

/**
 * Days that go on behind the first, told without their month: "12日(土)・13日(日)", "12일(토)~13일(일)", "12/12(土)・13(日)".
 * `day` at a token: the figure and where it ends.
 */
export function chainOfDays(
  tokens: Token[],
  at: number,
  first: DayWords,
  dayAt: (at: number) => { day: number; to: number } | null,
): Chain {
  const days = [first]
  let { to } = bracketEnd(tokens, at, first)
  let link: DatePart['link'] = 'one'
  while (days.length < 12) {
    const next = joinAt(tokens, to)
    const day = next && dayAt(next.to)
    if (!day || day.day <= (days.at(-1)?.day ?? 0) || (link !== 'one' && link !== next.link)) break
    const words: DayWords = { ...first, day: day.day }
    delete words.weekday
    to = bracketEnd(tokens, day.to, words).to
    days.push(words)
    link = next.link
    if (link === 'range') break
  }
  return days.length > 1 ? { days, link, to } : { days: [first], link: 'one', to: at }
}

function bracketEnd(tokens: Token[], at: number, day: DayWords): { to: number } {
  const found = weekdayInBrackets(tokens, at) ?? plainWeekday(tokens, at)
  if (!found) return { to: at }
  day.weekday = found.weekday
  return { to: found.to }
}

/** "월요일", "星期一", "周一", "月曜日" behind a day. */
function plainWeekday(tokens: Token[], at: number): { weekday: number; to: number } | null {
  const raw = (index: number) => tokens[index]?.raw ?? ''
  const value = (sign: string, names: string) => (sign ? names.indexOf(sign) + 1 : 0)
  if (/^[월화수목금토일]요일$/.test(raw(at)))
    return { weekday: value(raw(at)[0] ?? '', '월화수목금토일'), to: at + 1 }
  const from = /^[周週]$/.test(raw(at)) ? at + 1 : raw(at) === '星' && raw(at + 1) === '期' ? at + 2 : 0
  const chinese = from ? value(raw(from).replace('天', '日'), '一二三四五六日') : 0
  if (chinese) return { weekday: chinese, to: from + 1 }
  const japanese = raw(at + 1) === '曜' ? value(raw(at), '月火水木金土日') : 0
  return japanese ? { weekday: japanese, to: at + (raw(at + 2) === '日' ? 3 : 2) } : null
}

function joinAt(tokens: Token[], at: number): { link: 'range' | 'list'; to: number } | null {
  const sign = tokens[at]
  if (isMark(sign, '-', '~') || isWord(sign, '至', '到', '부터', 'から')) return { link: 'range', to: at + 1 }
  if (isMark(sign, ',', '・', '·', '&') || isWord(sign, 'と', '和', '及', '与', '與', '과', '와'))
    return { link: 'list', to: isNumber(tokens[at + 1]) ? at + 1 : at + 2 }
  return null
}
