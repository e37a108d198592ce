import { duplicatesOf, knowEntries } from '../../domain/duplicate.ts'
import { instantsOf } from '../../domain/instants-of.ts'
import { contentOfRead, openFindings, type Reading } from '../../domain/reading.ts'
import { isOpen } from '../../domain/suggestion.ts'
import { findEditionById } from '../../storage/editions.ts'
import { readEntries } from '../../storage/entries.ts'
import { listSuggestionReadings } from '../../storage/readings.ts'
import type { Act } from '../../storage/revisions.ts'
import { findSuggestion, keepLabel, keepStep, linkEntries } from '../../storage/suggestions.ts'
import type { Db } from '../../storage/tables.ts'

/**
 * What became of findings is told to the suggestion that they came with: accepted, once nothing of it is left and
 * something of it is in the programme. Inside the transaction that settles them, after that was kept.
 */
export async function noteSettled(
  db: Db,
  { suggestionId }: Pick<Reading, 'suggestionId'>,
  came: { entry: string; as: 'entry' | 'merged' }[],
  { by, at }: Act,
): Promise<void> {
  const suggestion = suggestionId === null ? null : await findSuggestion(db, suggestionId)
  if (!suggestion) return
  await linkEntries(db, suggestion.id, came)
  const readings = await listSuggestionReadings(db, suggestion.id)
  const isLeft = readings.some(each => each.state === 'waiting' || openFindings(each).length > 0)
  const isTaken = readings.some(({ settled }) => Object.values(settled).some(({ as }) => as !== 'dropped'))
  const after = !isLeft && isTaken ? 'accepted' : 'in-review'
  const entries = came.map(({ entry }) => entry)
  const detail = entries.length ? { entries } : null
  await keepStep(db, suggestion, { at, who: 'curator', by, act: 'settle', after, detail })
}

/**
 * Says of a suggestion that it is a duplicate, where everything that was found in it is in the programme already: the
 * sender is told what is there, and a curator sees what differs. Inside the transaction that keeps what was found.
 */
export async function noteRead(db: Db, suggestionId: string, at: number): Promise<void> {
  const suggestion = await findSuggestion(db, suggestionId)
  if (suggestion?.state !== 'new' && suggestion?.state !== 'duplicate') return
  const edition = await findEditionById(db, suggestion.editionId)
  const readings = await listSuggestionReadings(db, suggestionId)
  if (!edition || readings.some(({ state }) => state !== 'read')) return
  const [title] = readings.flatMap(({ findings }) => findings.map(each => each.title.trim())).filter(Boolean)
  if (title) await keepLabel(db, suggestion.id, title)
  const rows = await readEntries(db, { editionId: edition.id })
  const known = knowEntries(rows.filter(({ entry }) => entry.state !== 'withdrawn').map(({ entry }) => entry))
  const isKnown = (reading: Reading, number: number) => {
    const finding = reading.findings[number]!
    const content = contentOfRead(finding, edition.homeZone, reading)
    const told = { ...content, ...instantsOf(content.time), uid: finding.uid }
    return duplicatesOf(known, told).some(({ strength }) => strength !== 'possible')
  }
  const isAll = readings.every(reading => openFindings(reading).every(number => isKnown(reading, number)))
  const after = isAll ? 'duplicate' : 'new'
  if (after !== suggestion.state && isOpen(suggestion))
    await keepStep(db, suggestion, { at, who: 'site', by: null, act: 'compare', after })
}
