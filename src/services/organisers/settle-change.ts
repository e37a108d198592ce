import { contentOfEntry } from '../../domain/content.ts'
import { fieldsOfEntry } from '../../domain/entry-fields.ts'
import { contentsTold, nameOfOrganiser } from '../../domain/organiser.ts'
import { acceptProposals, type Proposal, proposalsOf } from '../../domain/proposal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { readEntries } from '../../storage/entries.ts'
import { knownNames } from '../../storage/names.ts'
import {
  findOrganiserChange,
  listOrganiserChanges,
  type OrganiserChange,
  settleOrganiserChange,
} from '../../storage/organiser-changes.ts'
import { readRevisions, recordRevision } from '../../storage/revisions.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { type CuratorAct, changeEntry, takeEntry } from '../change-entry.ts'
import { inEdition } from '../in-edition.ts'
import { noteRecording } from '../set-recording.ts'
import { undoWithin } from '../undo-revision.ts'

/** What an organiser changed, or would, as the old and the new value of each field. */
export type OrganiserAsked = OrganiserChange & { proposals: Proposal[] }

/** What curators have not answered yet, of entries that readers see. */
export async function readOrganiserAsked(db: Db, editionIds: string[]): Promise<OrganiserAsked[]> {
  const all = await listOrganiserChanges(db, { editionIds })
  const rows = await readEntries(db, { ids: [...new Set(all.map(({ entryId }) => entryId))] })
  const byId = new Map(rows.map(row => [row.entry.id, row]))
  const asked: OrganiserAsked[] = []
  for (const change of all) {
    const row = byId.get(change.entryId)
    if (row?.entry.state !== 'published') continue
    const current = contentOfEntry(row.entry)
    const { base, told } = contentsTold(current, change.said)
    const proposals =
      change.revision === null ? proposalsOf(base, current, told) : await made(db, change, change.revision)
    if (proposals.length > 0) asked.push({ ...change, proposals })
  }
  return asked
}

/** What a revision did, told like what is proposed. */
async function made(db: Db, { editionId, entryId }: OrganiserChange, number: number): Promise<Proposal[]> {
  const [revision] = await readRevisions(db, editionId, { entryId, number })
  const [before, after] = [revision?.before ?? {}, revision?.after ?? {}]
  return Object.keys(after)
    .filter(field => field !== 'doubts')
    .map(field => ({
      field: field as Proposal['field'],
      now: before[field],
      told: after[field],
      by: 'source' as const,
    }))
}

/**
 * Answers what an organiser changed. `take`: what waits becomes so, what shows stays; `leave`: it stays as it was, or
 * becomes so again. As long as curators are content, what comes next from there shows at once.
 *
 * @throws Refusal when somebody else has answered it, or the entry is not there any more
 */
export function settleOrganiserOf(
  store: Store,
  editionId: string,
  { id, answer }: { id: string; answer: 'take' | 'leave' },
  act: CuratorAct,
): Promise<{ revision: number | null }> {
  return inEdition(store, editionId, async (db, edition) => {
    const change = await findOrganiserChange(db, id)
    const state = answer === 'take' ? ('accepted' as const) : ('declined' as const)
    if (change?.editionId !== editionId || !(await settleOrganiserChange(db, id, { state, ...act })))
      throw new Refusal('change-gone', {}, 'Somebody has answered this already.')
    if (change.revision !== null) {
      if (answer === 'take') return { revision: null }
      const undone = await undoWithin(db, edition, change.revision, act)
      return { revision: undone.changed > 0 ? undone.revision : null }
    }
    if (answer === 'leave') return { revision: null }
    const row = await takeEntry(db, change.entryId, editionId)
    if (row.entry.state !== 'published')
      throw new Refusal('entry-gone', {}, 'Readers do not see it any more.')
    // History names both: who said it, and who let it be so.
    const by = `${act.by} · ${nameOfOrganiser(change)}`
    if (change.said.kind === 'recording') {
      const noted = await noteRecording(db, edition, row, change.said.told, { ...act, by })
      return { revision: noted.changed ? noted.revision : null }
    }
    const current = contentOfEntry(row.entry)
    const { base, told } = contentsTold(current, change.said)
    const proposals = proposalsOf(base, current, told)
    const fields = proposals.map(({ field }) => field)
    const next = { ...fieldsOfEntry(row), ...acceptProposals(current, told, proposals, fields) }
    const changed = await changeEntry(db, knownNames(), row, next, { ...act, by, name: 'edit' })
    return { revision: changed ? await recordRevision(db, editionId, [changed], { ...act, by }) : null }
  })
}
