import type { InspectLine } from '../domain/finding.ts'
import { answerApart } from './answer-apart.ts'
import { glanceAtTable } from './glance-at-table.ts'
import { inspect } from './inspect.ts'
import type { LinesTold, ToInspect } from './inspect-apart.ts'

let lines: Iterator<InspectLine> | null = null

/** The lines of a file: the first of them, and then the next, as many as are asked for. Another file drops this one. */
answerApart(async (asked: ToInspect) => {
  if ('mail' in asked) return (await import('./mail/incoming.ts')).readIncoming(asked.mail, asked.mostBytes)
  if ('table' in asked) return { table: await glanceAtTable(asked.table, asked.name, asked) }
  if ('bytes' in asked) {
    lines?.return?.()
    lines = (await inspect(asked.bytes, asked.options))[Symbol.iterator]()
  }
  const told: LinesTold = { lines: [], isDone: false }
  while (lines && told.lines.length < asked.most) {
    const { done, value } = lines.next()
    if (!done) told.lines.push(value)
    else lines = null
  }
  return { ...told, isDone: lines === null }
})
