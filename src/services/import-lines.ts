import type { Finding, InspectLine, ProgrammeHead } from '../domain/finding.ts'
import type { Problem } from '../domain/problem.ts'

export type ReadLines = {
  head: ProgrammeHead | null
  /** There is no finding at all. */
  isEmpty: boolean
  /** Every finding, where all must be seen before the first is stored. They come in the batches all the same. */
  all(): Promise<Finding[]>
  batches(size: number): AsyncIterable<Finding[]>
  /** Lets the intake go, wherever it is. */
  close(): Promise<void>
}

/** Lines as an intake yields them, here or in a thread apart. */
export type Lines = Iterable<InspectLine> | AsyncIterable<InspectLine>

/** Reads up to the first finding, so that it is known whether there is anything; problems are told as they come. */
export async function lookAhead(lines: Lines, onProblem: (problem: Problem) => void): Promise<ReadLines> {
  const iterator = Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]()
  const early: Finding[] = []
  const close = async () => void (await iterator.return?.())
  const read: ReadLines = { head: null, isEmpty: false, all, batches, close }

  async function next(): Promise<Finding | null> {
    for (;;) {
      const step = iterator.next()
      const { done, value } = step instanceof Promise ? await step : step
      if (done) return null
      if ('finding' in value) return value.finding
      if ('problem' in value) onProblem(value.problem)
      else read.head ??= value.programme
    }
  }

  async function all(): Promise<Finding[]> {
    for (let finding = await next(); finding; finding = await next()) early.push(finding)
    return early
  }

  async function* batches(size: number): AsyncGenerator<Finding[]> {
    while (early.length >= size) yield early.splice(0, size)
    for (let finding = await next(); finding; finding = await next()) {
      early.push(finding)
      if (early.length === size) yield early.splice(0)
    }
    if (early.length > 0) yield early.splice(0)
  }

  const first = await next()
  if (first) early.push(first)
  else read.isEmpty = true
  return read
}
