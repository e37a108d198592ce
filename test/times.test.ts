import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failureOf, isFailing, markTimes } from '../tools/accuracy/times.ts'

/** Times as people of many countries announce them: written, each with its reading, before the reader saw them. */
test.each(['announced', 'told', 'posted', 'written', 'world'])(
  'times written for this are read as their key says: %s',
  name => {
    const marked = markTimes(join(import.meta.dirname, `times/${name}.jsonl`))!
    expect(marked.filter(isFailing).map(failureOf)).toEqual([])
    expect(marked.length).toBeGreaterThan(50)
  },
)
