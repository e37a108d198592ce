import type { TimeContext } from '../../../time/read-time.ts'
import { fateIn } from '../drafts/fate.ts'
import type { Block, Run } from '../markup/block.ts'
import { linesOf, type Passage, passageOf } from '../passages/passage.ts'
import { dayAlone } from '../times/headed-day.ts'
import { eventTimes, saysAllDay } from '../times/times-of.ts'
import { namesDay } from '../words/day-words.ts'
import { labelOf } from '../words/label-words.ts'
import { moodOfHeading } from '../words/lead.ts'
import { isPlainHeading } from '../words/section-words.ts'
import { isHeadingLine } from './gathers.ts'

/**
 * A day that stands alone in its line, and hours that open the lines or items below it; the name of a part in the
 * first line of a paragraph, and its titles below it: what heads becomes a heading below all others.
 */
export function withHeadsApart(blocks: Block[], context: TimeContext): Block[] {
  const parts = blocks.flatMap(block => (isPlain(block) ? apart(block, context) : block))
  return parts.flatMap((block, at) => {
    if (!isPlain(block)) return block
    return headsNext(block, parts[at + 1], context)
      ? asHeading(block)
      : hoursApart(block, parts[at - 1], context)
  })
}

/** Below a heading that is a day, each line of a paragraph that opens with an hour is one of its own. */
function hoursApart(block: Block, above: Block | undefined, context: TimeContext): Block[] {
  const day = above?.form === 'heading' ? dayAlone(passageOf(above.runs).text, context) : undefined
  const lines = day ? linesOfRuns(block.runs) : []
  if (!day || lines.length < 2 || lines.length > 200) return [block]
  const opens = lines.map(line => opensWithHour(passageOf(line), day, context))
  if (!opens[0] || opens.filter(Boolean).length < 2) return [block]
  const parts: Block[] = []
  lines.forEach((line, at) => {
    if (opens[at]) parts.push({ ...block, runs: [...line] })
    else parts.at(-1)!.runs.push({ text: '\n' }, ...line)
  })
  return parts
}

/** A day that was found to head the hours below it. */
export function isDayHead(block: Block): boolean {
  return block.form === 'heading' && block.level === dayLevel
}

/** A heading that is a day, and below it what opens with an hour. */
export function hasDays(blocks: Block[], context: TimeContext): boolean {
  return blocks.some((block, at) => {
    const next = blocks[at + 1]
    if (block.form !== 'heading' || (next?.form !== 'item' && next?.form !== 'paragraph')) return false
    const day = dayAlone(passageOf(block.runs).text, context)
    return day !== undefined && opensWithHour(passageOf(next.runs), day, context)
  })
}

const dayLevel = 8

function isPlain(block: Block): boolean {
  return block.form === 'paragraph' && block.level === 0
}

function asHeading(block: Block): Block {
  return { ...block, form: 'heading', level: dayLevel }
}

function headsNext(block: Block, next: Block | undefined, context: TimeContext): boolean {
  if (next?.form !== 'paragraph' && next?.form !== 'item') return false
  const head = passageOf(block.runs)
  if (!isHeadingLine(head, context)) return false
  const day = dayAlone(head.text, context)
  const [first] = linesOf(passageOf(next.runs))
  return day !== undefined && first !== undefined && opensWithHour(first, day, context)
}

function apart(block: Block, context: TimeContext): Block[] {
  const lines = linesOfRuns(block.runs)
  if (lines.length < 2 || lines.length > 200) return [block]
  const passages = lines.map(passageOf)
  const days = daysInLines(passages, context)
  const bold = boldHeads(passages, context)
  const heads = passages.map(
    (passage, at) =>
      days.has(at) ||
      bold.has(at) ||
      isHead(passage, passages[at + 1], at, context) ||
      headsHours(passage, passages.slice(at + 1), context),
  )
  if (!heads.includes(true) || isOneThing(passages, heads, context)) return [block]
  const parts: Block[] = []
  lines.forEach((line, at) => {
    const open = parts.at(-1)
    if (open && !heads[at] && !heads[at - 1]) open.runs.push({ text: '\n' }, ...line)
    else
      parts.push({
        ...block,
        runs: [...line],
        ...(heads[at] && { form: 'heading', level: dayAlone(passages[at]!.text, context) ? dayLevel : 9 }),
      })
  })
  return parts
}

/** A paragraph that opens with a day and has more of them, each alone in its line, with hours anywhere below each. */
function daysInLines(lines: Passage[], context: TimeContext): Set<number> {
  const days = lines.flatMap((line, at) => {
    const day = isHeadingLine(line, context) && !labelOf(line.text) ? dayAlone(line.text, context) : undefined
    return day ? [{ at, day }] : []
  })
  const isList =
    days.length > 1 &&
    days[0]!.at === 0 &&
    days.every(({ at, day }, nth) =>
      lines
        .slice(at + 1, days[nth + 1]?.at)
        .some(line => eventTimes(line, context, day).some(time => time.start?.includes('T'))),
    )
  return new Set(isList ? days.map(({ at }) => at) : [])
}

/** Where two lines in bold type head others, those in capitals do as well, whatever they say. */
function boldHeads(lines: Passage[], context: TimeContext): Set<number> {
  const heads = new Set(lines.keys().filter(at => isBoldHead(lines[at]!, lines[at + 1], context)))
  if (heads.size < 2) return heads
  for (const [at, { text, strong }] of lines.entries()) {
    const isLoud = text.length < 40 && /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u.test(text)
    if (isLoud && lines[at + 1] && strong[0] && strong[0].end - strong[0].start > text.length - 3)
      heads.add(at)
  }
  return heads
}

/** "**Friday 18 December**", "**Statements**": a line in bold type that names a day or a part. */
function isBoldHead(line: Passage, next: Passage | undefined, context: TimeContext): boolean {
  const { text, strong, links } = line
  const [bold] = strong
  if (!next || !bold || links.length > 0 || text.length > 60 || labelOf(text)) return false
  if (/[\p{L}\p{N}]/u.test(text.slice(0, bold.start) + text.slice(bold.end))) return false
  if (dayAlone(text, context)) return isHeadingLine(line, context)
  return !isPlainHeading(text) && moodOfHeading(text.replace(/[:：]\s*$/, '')) !== undefined
}

/** A title, its day, its one hour and what else there is to say, a line each: the day heads nothing. */
function isOneThing(lines: Passage[], heads: boolean[], context: TimeContext): boolean {
  const at = heads.indexOf(true)
  const day = at > 0 ? dayAlone(lines[at]!.text, context) : undefined
  if (!day || heads.lastIndexOf(true) !== at) return false
  return lines.slice(at + 1).filter(line => opensWithHour(line, day, context)).length === 1
}

function isHead(line: Passage, next: Passage | undefined, at: number, context: TimeContext): boolean {
  if (!next || !isHeadingLine(line, context)) return false
  // "Fecha: …" and below it "Hora (CDMX): …" tell of one thing.
  if (labelOf(line.text) && labelOf(next.text)) return false
  const day = dayAlone(line.text, context)
  if (day) return opensWithHour(next, day, context) || (at === 0 && isOfDay(next))
  return at === 0 && (next.links.length > 0 || next.quoted.length > 0)
}

/** What lasts all day, or will not be. */
function isOfDay({ text }: Passage): boolean {
  return text.length < 200 && (saysAllDay(text) || fateIn(text) !== undefined)
}

/** "SEXTA 20/11 – DIA DA CONSCIÊNCIA NEGRA": a day with its name, where several hours below it are of that day. */
function headsHours(line: Passage, below: Passage[], context: TimeContext): boolean {
  const { text, links } = line
  if (text.length > 90 || links.length > 0 || labelOf(text)) return false
  const day = dayAlone(text, context)
  if (!day || !text.replace(/^\P{L}+/u, '').startsWith(day.replace(/^\P{L}+/u, ''))) return false
  const end = below.findIndex(one => dayAlone(one.text, context) !== undefined)
  const own = below.slice(0, end < 0 ? undefined : end)
  const opens = own.map(one => opensWithHour(one, day, context))
  return opens[0] === true && (opens.filter(Boolean).length > 1 || namesDay(text.slice(day.length)))
}

/** "14h às 16h – …", "・午後7時から …", "শাম 5 …": an hour before any other word, of the day above it. */
export function opensWithHour(line: Passage, day: string | undefined, context: TimeContext): boolean {
  const [first] = eventTimes(line, context, day)
  if (!first || /[\p{L}\p{N}]/u.test(line.text.slice(0, first.at.start))) return false
  return first.clock !== undefined || first.start?.includes('T') === true
}

function linesOfRuns(runs: Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    run.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push([])
      if (text) lines.at(-1)!.push({ ...run, text })
    })
  }
  return lines.filter(line => line.some(run => run.text.trim() !== ''))
}
