import type { EntryRow } from '../../storage/entries.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEntry } from '../middleware/own-entry.ts'
import type { FormContext, FormState } from '../ui/entry-form/form-state.ts'
import type { Conflict } from './conflict.tsx'
import type { NamesToComplete } from './names-to-complete.ts'
import type { ProvenanceOf } from './provenance.ts'

/** One of the forms beside the entry's as it was sent and refused. */
export type ActTold = { name: string; state: FormState }

/** What the page of an entry shows. */
export type EntryPageProps = {
  at: AtDesk
  own: OwnEntry
  state: FormState
  context: FormContext
  /** The revision at which the form was opened. */
  base: number
  /** Where one came from. */
  back: string
  isMinor: boolean
  mayPublish: boolean
  /** Whether it may be taken away: by editors, and a draft that readers have never seen by all. */
  mayWithdraw: boolean
  /** False where a contributor looks at what readers see. */
  mayEdit: boolean
  known: NamesToComplete
  beside: ProvenanceOf
  parent: EntryRow | null
  sessions: EntryRow[]
  conflict: Conflict | null
  acts: ActTold | null
}
