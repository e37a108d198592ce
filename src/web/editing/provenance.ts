import type { Content } from '../../domain/content.ts'
import { type Origin, readOrigins } from '../../storage/origins.ts'
import { type RevisionRow, readRevisions } from '../../storage/revisions.ts'
import type { Db } from '../../storage/tables.ts'
import { dayOf } from '../../time/days.ts'
import { sayDay } from '../../time/say-time.ts'
import { isProvenance } from '../ui/entry-form/provenances.ts'
import { hostOf } from '../ui/entry-words.ts'
import type { Showing } from '../ui/showing.ts'

/** Where the fields of an entry have their values from. */
export type ProvenanceOf = (field: keyof Content) => string | null

/** Who changed a field last; else where it was read, and when. */
export async function provenanceOf(
  db: Db,
  { id, editionId }: { id: string; editionId: string },
  showing: Showing,
): Promise<ProvenanceOf> {
  const revisions = await readRevisions(db, editionId, { entryId: id, limit: 300 })
  const origins = await readOrigins(db, id)
  return field => {
    const change = revisions.find(({ before, after }) => before !== null && after && field in after)
    return change ? sayChange(change, showing) : sayOrigin(field, origins, showing)
  }
}

function sayChange({ by, at }: RevisionRow, { say, zone, locale }: Showing): string {
  return say('from.changed', { who: by, when: sayDay(dayOf(at, zone), 'full', locale) })
}

function sayOrigin(field: keyof Content, origins: Origin[], { say, zone, locale }: Showing): string | null {
  const names = field === 'time' ? ['start', 'end', 'time'] : [field]
  for (const { source: name, readAt, fields } of origins) {
    const source = hostOf(name) || name
    const found = names.map(name => fields[name]).find(where => where !== undefined)
    if (found === undefined) continue
    const when = sayDay(dayOf(readAt, zone), 'full', locale)
    return isProvenance(found)
      ? say('from.read', { where: say(`provenance.${found}`), source, when })
      : say('from.source', { source, when })
  }
  return null
}
