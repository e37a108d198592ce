import type { TimeContext } from '../../../time/read-time.ts'
import type { Post, PostHead } from '../markup/block.ts'
import { emptyPassage } from '../passages/passage.ts'
import { dayAlone } from '../times/headed-day.ts'
import { eventTimes } from '../times/times-of.ts'
import { cleanTitle } from '../titles/titles.ts'
import { withoutPlainHead } from '../words/plain-head.ts'
import { isRoundUpTitle } from '../words/round-up.ts'
import { isPlainHeading } from '../words/section-words.ts'

/** The title that opens a post goes to its head, where that has none, or the same. */
export function takeTitle(blocks: Post['blocks'], head: PostHead, context: TimeContext): Post['blocks'] {
  const first = blocks[0]
  if (!first) return blocks
  const text = first.runs
    .map(run => run.text)
    .join('')
    .trim()
  const isTitle = first.form === 'heading' && first.level <= 2
  const isLine =
    first.form === 'paragraph' &&
    text.length < 200 &&
    !text.includes('\n') &&
    !/[.:;,]$/.test(text) &&
    !first.runs.some(run => run.href)
  if (head.title) {
    const letters = (words: string) => words.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
    const same = letters(withoutPlainHead(text)) === letters(head.title) || (isTitle && isPlainHeading(text))
    return same && isTitle ? blocks.slice(1) : blocks
  }
  const [line = '', ...below] = text.split('\n')
  if (first.form === 'paragraph' && below.length > 0 && isTitleAbove(line, below, context)) {
    head.title = cleanTitle(line)
    return blocks.slice(1)
  }
  // The body of a post may open with the first of its days, or with "Events".
  const isHead = dayAlone(text, context) === text || (isTitle && isPlainHeading(text))
  if ((!isTitle && !isLine) || isHead) return blocks
  head.title = text.replace(/^TITLE:\s*/, '')
  return blocks.slice(1)
}

/** The name of a list, and below it by whom and when it was made, in a paragraph of its own. */
function isTitleAbove(line: string, below: string[], context: TimeContext): boolean {
  if (line.length > 120 || below.length > 2 || /[.;,]$|https?:/.test(line) || !isRoundUpTitle(line))
    return false
  const rest = { ...emptyPassage, text: below.join('\n') }
  return !eventTimes(rest, context).some(time => time.start?.includes('T') || time.clock)
}
