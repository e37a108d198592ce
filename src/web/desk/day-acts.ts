import { clean } from '../../domain/content.ts'
import { Refusal } from '../../domain/refusal.ts'
import { linkRole } from '../../intake/link-role.ts'
import { changeEntries } from '../../services/change-entries.ts'
import type { CuratorAct } from '../../services/change-entry.ts'
import { cancelEntries } from '../../services/change-status.ts'
import { setRecording } from '../../services/set-recording.ts'
import { shiftEntry } from '../../services/shift-entry.ts'
import type { EditionRow } from '../../storage/editions.ts'
import type { Store } from '../../storage/store.ts'
import type { Done } from '../middleware/done.ts'
import { webAddress } from '../ui/entry-form/web-address.ts'

/** What is done to one event with one press, while the day goes on; each with its key. */
export const dayActs = {
  cancel: 'c',
  later: '+',
  earlier: '-',
  link: 's',
  recording: 'r',
  'recording-none': 'n',
  'recording-expected': 'e',
  withdraw: 'h',
} as const
export type DayAct = keyof typeof dayActs

/** How far an event is moved by one press, in minutes. */
const step = 15

/**
 * Does it, as a revision of its own, which can be undone.
 *
 * @returns what is told of it; `no-address` where it asks for one and none was typed
 * @throws Refusal when it may not be done
 */
export async function doOnDay(
  store: Store,
  edition: EditionRow,
  { id, act, typed }: { id: string; act: DayAct; typed: string },
  by: CuratorAct,
): Promise<Done | 'no-address'> {
  const where = { id, editionId: edition.id }
  const told = (
    name: Done['act'],
    { revision, changed }: { revision: number; changed: number | boolean },
  ): Done => (changed ? { act: name, count: 1, undo: revision } : { act: 'unchanged', count: 1, undo: null })
  switch (act) {
    case 'cancel': {
      // Of several at once, those that may not be touched are passed over; of one it has to be said.
      if (by.onlyDrafts) throw new Refusal('only-drafts', {}, 'Only an editor may cancel an event.')
      const { revision, cancelled } = await cancelEntries(store, edition.id, [id], null, by)
      return told('event-cancelled', { revision, changed: cancelled.length })
    }
    case 'later':
      return told('day-later', await shiftEntry(store, where, step, by))
    case 'earlier':
      return told('day-earlier', await shiftEntry(store, where, -step, by))
    case 'withdraw': {
      const hide = { ...by, name: 'withdraw' }
      const change = changeEntries(
        store,
        edition.id,
        [id],
        fields => ({ ...fields, state: 'withdrawn', publishAt: null }),
        hide,
      )
      return told('withdraw', await change)
    }
    case 'recording-none':
      return told('recording', await setRecording(store, where, { state: 'none' }, by))
    case 'recording-expected':
      return told('recording', await setRecording(store, where, { state: 'expected' }, by))
    default: {
      const url = clean(typed) === '' ? null : webAddress(typed)
      if (url === null) return 'no-address'
      if (act === 'recording')
        return told(
          'recording',
          await setRecording(store, where, { state: 'available', url, title: null }, by),
        )
      const found = linkRole(url, { over: false })
      const role = found === 'livestream' || found === 'registration' ? found : 'join'
      const added = changeEntries(
        store,
        edition.id,
        [id],
        fields =>
          fields.links.some(link => link.url === url && link.role === role)
            ? fields
            : { ...fields, links: [...fields.links, { role, url, title: null }] },
        { ...by, name: 'edit' },
      )
      return told('day-link', await added)
    }
  }
}
