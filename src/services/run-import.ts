import type { InspectLine } from '../domain/finding.ts'
import type { KeptImport } from '../domain/import.ts'
import type { Taking } from '../domain/source.ts'
import { linesApart } from '../intake/inspect-apart.ts'
import { isOwn } from '../intake/json/own.ts'
import { recognise } from '../intake/recognise.ts'
import { findEditionById } from '../storage/editions.ts'
import { changeImport, findImport, forgetImportFile, readImportFile } from '../storage/imports.ts'
import { findSeriesById } from '../storage/series.ts'
import type { Store } from '../storage/store.ts'
import type { Lines } from './import-lines.ts'
import { importProgramme } from './import-programme.ts'
import { cutOf, reportOf } from './import-summary.ts'
import { nothingInPictures } from './inspect-bytes.ts'
import { inspecting, isPicture } from './open-import.ts'
import { proposeFindings } from './propose-findings.ts'

/**
 * Imports an uploaded file as its curator wished, and keeps the report. What was begun by a process that is gone is
 * finished: the report is that of an import nobody disturbed.
 */
export async function runImport(
  store: Store,
  id: string,
  { now, signal }: { now: () => number; signal?: AbortSignal },
): Promise<void> {
  const kept = await findImport(store.db, id)
  if (kept?.state !== 'waiting' && kept?.state !== 'running') return
  const edition = await findEditionById(store.db, kept.editionId)
  const series = edition && (await findSeriesById(store.db, edition.seriesId))
  const bytes = await readImportFile(store.db, id)
  if (!edition || !series) return
  if (!bytes)
    return fail(
      store,
      id,
      { code: 'file-gone', says: 'The file is not kept any more. Choose it again.' },
      now(),
    )
  if (isPicture(bytes, kept.name)) return fail(store, id, nothingInPictures, now())
  const as = kept.wish?.as ?? null
  const found = as ? { kind: as } : recognise(bytes, kept.name)
  await changeImport(store.db, id, { state: 'running', kind: 'kind' in found ? found.kind : null })
  const read = linesApart(bytes, await inspecting(store.db, kept, edition, kept.wish ?? { as: null }))
  const lines = 'kind' in found && isOfEdition(found.kind, bytes) ? read : ofEntriesAlone(read)
  const resume = kept.report && kept.done > 0 ? { done: kept.done, report: kept.report } : null
  const cut = resume ? cutOf(resume.report) : undefined
  const summary = await importProgramme(store, lines, {
    series: series.slug,
    edition: edition.slug,
    file: kept.name,
    at: kept.at,
    by: kept.by,
    taking: takingOf(kept),
    resume,
    keep: async (db, { done, summary, sourceId, ended }) => {
      await changeImport(db, id, { done, sourceId, summary: reportOf(summary, cut) })
      if (!ended) return
      const { homeZone } = edition
      const source = { id: sourceId, editionId: edition.id, name: kept.name, label: kept.name, by: kept.by }
      if (ended.proposed.length) await proposeFindings(db, source, ended.proposed, { homeZone, at: kept.at })
      const { proposed } = summary
      const news = summary.new + summary.changed + (proposed ? proposed.new + proposed.changes : 0)
      await changeImport(db, id, { state: news > 0 ? 'done' : 'nothing-new', endedAt: now() })
      await forgetImportFile(db, id)
    },
    onProgress: () => signal?.throwIfAborted(),
  })
  if (summary.revision === null) {
    const [first] = [...summary.refused, ...summary.notes]
    const problem = {
      code: first?.code ?? ('nothing-found' as const),
      says: first?.reason ?? 'Nothing was found in it.',
      ...(first?.values && { values: first.values }),
      ...(first?.where && { where: first.where }),
    }
    await changeImport(store.db, id, { summary: reportOf(summary) })
    await fail(store, id, problem, now())
  }
}

/** Posts and our own exports speak of the edition; a partner’s mail, calendar or table of itself. */
function isOfEdition(kind: string, bytes: Uint8Array): boolean {
  return kind === 'post' || (kind === 'json' && isOwn(Buffer.from(bytes.subarray(0, 4096)).toString()))
}

async function* ofEntriesAlone(lines: Lines): AsyncGenerator<InspectLine> {
  for await (const line of lines) if (!('programme' in line)) yield line
}

/** What comes from a file is new as its curator wishes; the file is not asked about other days. */
function takingOf({ wish }: KeptImport): Taking {
  return {
    new: wish?.newAs ?? 'draft',
    changes: wish?.changes ?? 'propose',
    cancels: true,
    ours: [],
    days: null,
  }
}

async function fail(
  store: Store,
  id: string,
  problem: NonNullable<KeptImport['problem']>,
  at: number,
): Promise<void> {
  await store.db.transaction().execute(async db => {
    await changeImport(db, id, { state: 'failed', problem, endedAt: at })
    await forgetImportFile(db, id)
  })
}
