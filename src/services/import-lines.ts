import type { Finding, InspectLine, Problem, ProgrammeHead } from '../domain/finding.ts'

export type ReadLines = {
  head: ProgrammeHead | null
  /** There is no finding at all. */
  isEmpty: boolean
  /** Every finding, where all must be seen before the first is stored. They come in the batches all the same. */
  all(): Finding[]
  batches(size: number): Iterable<Finding[]>
  /** Lets the intake go, wherever it is. */
  close(): void
}

/** Reads up to the first finding, so that it is known whether there is anything; problems are told as they come. */
export function lookAhead(lines: Iterable<InspectLine>, onProblem: (problem: Problem) => void): ReadLines {
  const iterator = lines[Symbol.iterator]()
  const early: Finding[] = []
  const read: ReadLines = { head: null, isEmpty: false, all, batches, close: () => void iterator.return?.() }

  function next(): Finding | null {
    for (;;) {
      const { done, value } = iterator.next()
      if (done) return null
      if ('finding' in value) return value.finding
      if ('problem' in value) onProblem(value.problem)
      else read.head ??= value.programme
    }
  }

  function all(): Finding[] {
    for (let finding = next(); finding; finding = next()) early.push(finding)
    return early
  }

  function* batches(size: number): Generator<Finding[]> {
    while (early.length >= size) yield early.splice(0, size)
    for (let finding = next(); finding; finding = next()) {
      early.push(finding)
      if (early.length === size) yield early.splice(0)
    }
    if (early.length > 0) yield early.splice(0)
  }

  const first = next()
  if (first) early.push(first)
  else read.isEmpty = true
  return read
}
