import { randomUUIDv7 } from 'node:crypto'
import { contentOfFinding } from '../domain/content.ts'
import type { Finding } from '../domain/finding.ts'
import { instantsOf } from '../domain/instants-of.ts'
import { newSessions } from '../domain/new-sessions.ts'
import { openFindings, type Reading } from '../domain/reading.ts'
import { insertSourceReading, keepFindings, listSourceReadings } from '../storage/readings.ts'
import type { Db } from '../storage/tables.ts'
import { itemOf } from './import-item.ts'
import { toldKey } from './known-again.ts'

type Told = { id: string; editionId: string; name: string; label: string; by: string }

/** So many wait at a time: nobody looks at more one by one. */
const mostWaiting = 500

/**
 * Offers on the desk what a source tells newly: as a reading of it, whose findings are settled like any. What was
 * dropped is offered no second time; what the source tells no more is not offered any longer.
 *
 * @param told all that it tells and no entry is known for
 * @returns whether all of it is offered: when there is too much at once, the rest is when it is read again
 */
export async function proposeFindings(
  db: Db,
  source: Told,
  told: Finding[],
  { homeZone, at }: { homeZone: string; at: number },
): Promise<boolean> {
  const fresh = told.map(finding => soundOf(finding, homeZone))
  const readings = await listSourceReadings(db, source.id)
  const keys = new Map(fresh.map(finding => [finding, keysOf(finding, homeZone)]))
  const today = new Map([...keys].flatMap(([finding, own]) => own.map(key => [key, finding])))
  const before = new Set(readings.flatMap(({ findings }) => findings.flatMap(each => keysOf(each, homeZone))))
  // What comes under a UID that was never told may have been offered under another.
  const isAnew = (finding: Finding) =>
    finding.uid !== undefined && keys.get(finding)!.every(key => !before.has(key))
  const again = readings.length
    ? Map.groupBy(fresh.filter(isAnew), finding => saidOf(finding, homeZone))
    : new Map<string, Finding[]>()
  const known = new Set<Finding>()
  for (const reading of readings) {
    const open = new Set(openFindings(reading))
    let isChanged = false
    const settled = { ...reading.settled }
    const findings = reading.findings.map((finding, number) => {
      const found = keysOf(finding, homeZone)
        .map(key => today.get(key))
        .find(one => one !== undefined)
      const past = settled[number]
      const isOver = past?.as === 'dropped' && past.by === 'source'
      if (isOver && found) return finding
      const said = found ?? (isOver ? undefined : again.get(saidOf(finding, homeZone))?.shift())
      if (said) known.add(said)
      if (said && past && past.as !== 'dropped' && hasNewSessions(finding, said, homeZone)) {
        // It is in the programme, and what it has newly is not.
        delete settled[number]
        isChanged = true
        return said
      }
      if (!open.has(number)) return finding
      if (!said) settled[number] = { as: 'dropped', by: 'source' }
      isChanged ||= !said || JSON.stringify(said) !== JSON.stringify(finding)
      return said ?? finding
    })
    if (isChanged) await keepFindings(db, { ...reading, findings, settled }, at)
  }
  const open = (await listSourceReadings(db, source.id)).filter(({ state }) => state !== 'closed')
  const room = mostWaiting - open.reduce((count, reading) => count + openFindings(reading).length, 0)
  const all = fresh.filter(finding => !known.has(finding))
  const others = all.slice(0, Math.max(0, room))
  if (others.length === 0) return all.length === 0
  const [into] = open
  if (into && into.findings.length + others.length <= mostWaiting)
    await keepFindings(db, { ...into, findings: [...into.findings, ...others] }, at)
  else
    await insertSourceReading(db, readingOf(source, others, at), { sourceId: source.id, label: source.label })
  return others.length === all.length
}

function readingOf({ id, editionId, name, by }: Told, findings: Finding[], at: number): Reading {
  const isAddress = /^https?:/i.test(name)
  return {
    id: randomUUIDv7(),
    editionId,
    entryId: null,
    suggestionId: null,
    sourceId: id,
    at,
    by,
    form: isAddress ? 'address' : 'file',
    input: name,
    state: 'read',
    url: isAddress ? name : null,
    findings,
    problems: [],
    head: null,
    settled: {},
    readAt: at,
  }
}

/** Without sessions whose time cannot be understood: nobody could settle them. */
function soundOf(finding: Finding, homeZone: string): Finding {
  if (!finding.sessions) return finding
  const sessions = finding.sessions.filter(session => {
    try {
      contentOfFinding(session, homeZone)
      return true
    } catch (error) {
      if (error instanceof RangeError) return false
      throw error
    }
  })
  return { ...finding, sessions }
}

function hasNewSessions(before: Finding, { sessions = [] }: Finding, homeZone: string): boolean {
  const content = (session: Finding) => contentOfFinding(session, homeZone)
  return newSessions((before.sessions ?? []).map(content), sessions.map(content)).length > 0
}

function saidOf(finding: Finding, homeZone: string): string {
  return toldKey(contentOfFinding(finding, homeZone), null)
}

/** By which of these a finding is known again: its UID, else its address, or title and day. */
function keysOf(finding: Finding, homeZone: string): string[] {
  const content = contentOfFinding(finding, homeZone)
  const { uid, urlKey, titleKey } = itemOf(finding, { content, instants: instantsOf(content.time) }, null)
  return uid !== null ? [`uid ${uid}`] : [`title ${titleKey}`, ...(urlKey ? [`url ${urlKey}`] : [])]
}
