import type { InspectLine } from '../domain/finding.ts'
import type { KnownSeries } from '../domain/known-series.ts'
import type { ColumnsTold } from './csv/columns.ts'

/** What every intake is told. All of it is optional, and nothing is read from the clock or the machine's zone. */
export type IntakeOptions = {
  /** The file's name, where it has one. */
  name?: string
  /** Address the bytes came from; relative links are resolved against it. */
  url?: string
  /** ISO date on which it was published: missing years and bare weekdays are read from it. */
  published?: string
  /** ISO date on which it was read: stands in for `published` where nothing tells that. */
  readOn?: string
  /** IANA zone to read times in where the source tells none. */
  zone?: string
  /** Recurring events are expanded from … to … (ISO dates, both included). */
  from?: string
  to?: string
  /** Whether what comes again is an event each time (as usual), or one with its dates inside. */
  repeated?: 'each' | 'one'
  /** Series that are told in one of the two ways already, and stay so. */
  knownSeries?: KnownSeries
  /** Of a table: what somebody says that columns hold whose names tell it wrongly, or not at all. */
  columns?: ColumnsTold
}

/**
 * Bytes in, lines out, in the order of the file. An intake never throws on bad input: it yields a
 * `problem` that names the place and what to do. It is lazy, so a caller may stop a hostile file at any line.
 */
export type Intake = (bytes: Uint8Array, options: IntakeOptions) => Iterable<InspectLine>
