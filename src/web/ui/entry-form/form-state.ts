import type { EventTime } from '../../../domain/event-time.ts'
import type { FieldDoubt } from '../../../domain/finding.ts'
import type { Key, Say, Values } from '../../words.ts'
import type { Typed } from './typed.ts'

/** What a form has to know of the edition and of whoever fills it in. */
export type FormContext = {
  homeZone: string
  /** The days of the edition: from the first, words without a year are understood. */
  startsOn: string
  endsOn: string
  assumedMinutes: number
  /** In which names of languages, countries and zones are said and understood. */
  locale: string
  say: Say
  /** Epoch milliseconds. */
  now: number
}

/** Why a form comes back: what is wrong with a field, said by a message of the catalogues. */
export type Problem = { field: string; key: Key; values?: Values }

/** All that a form shows. */
export type FormState = {
  typed: Typed
  problems: Problem[]
  /** Doubts about the time and the rest, to be settled by one of their choices. `asked`: not without an answer. */
  doubts: { doubt: FieldDoubt; asked: boolean }[]
  /** The time as it stands in the form, where it can be understood. */
  time: EventTime | null
  /** The field in which typing goes on, where the form is shown again. */
  focus?: string
}
