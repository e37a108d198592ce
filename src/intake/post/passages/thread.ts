import type { Block } from '../markup/block.ts'
import { passageOf } from './passage.ts'

/**
 * A thread of short messages without what its network prints above and in each: who wrote it, again and again, and how
 * many there are ("2/6"), which is no day.
 */
export function withoutThread(blocks: Block[]): Block[] {
  const texts = blocks.map(block => passageOf(block.runs).text)
  const said = Map.groupBy(texts, text => text)
  const isAgain = (text: string) => text.length < 80 && /@\w/.test(text) && (said.get(text)?.length ?? 0) > 2
  const isThread = countersIn(texts)
  const kept = blocks.filter((_, at) => !isAgain(texts[at]!))
  return isThread ? kept.map(withoutCounter) : kept
}

const opening = /^\s*[([]?(\d{1,2})\s?\/\s?(\d{1,2}|[nx])[)\]]?[.:]?\s+(?=\S)/u
const closing = /\s[([]?(\d{1,2})\s?\/\s?(\d{1,2}|[nx])[)\]]?\s*$/u

/** Counted up, and of the same number: "1/6", "2/6", …; two days of a month are not. */
function countersIn(texts: string[]): boolean {
  const counts = texts.flatMap(text => {
    const found = opening.exec(text) ?? closing.exec(text)
    return found ? [{ count: Number(found[1]), of: found[2]! }] : []
  })
  const [first] = counts
  if (!first || counts.length < 3) return false
  const goesOn = counts.every(({ count }, at) => at === 0 || count === counts[at - 1]!.count + 1)
  return goesOn && counts.every(({ count, of }) => of === first.of && !(count > Number(of)))
}

function withoutCounter(block: Block): Block {
  const runs = block.runs.map((run, at) => ({
    ...run,
    text:
      at === 0
        ? run.text.replace(opening, '')
        : at === block.runs.length - 1
          ? run.text.replace(closing, '')
          : run.text,
  }))
  if (runs.length === 1) runs[0]!.text = runs[0]!.text.replace(closing, '')
  return { ...block, runs: runs.filter(run => run.text !== '') }
}
