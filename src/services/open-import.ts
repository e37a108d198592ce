import { clean } from '../domain/content.ts'
import type { Finding } from '../domain/finding.ts'
import type { ImportWish, KeptImport } from '../domain/import.ts'
import { knownSeries } from '../domain/known-series.ts'
import type { Problem } from '../domain/problem.ts'
import { Refusal } from '../domain/refusal.ts'
import { isField } from '../intake/csv/column-names.ts'
import type { ColumnsTold } from '../intake/csv/columns.ts'
import type { TableGlance } from '../intake/glance-at-table.ts'
import { type InspectOptions, isInspectKind } from '../intake/inspect.ts'
import { glanceApart, inspectApart } from '../intake/inspect-apart.ts'
import { recognise } from '../intake/recognise.ts'
import type { EditionRow } from '../storage/editions.ts'
import { readUids } from '../storage/identities.ts'
import {
  changeImport,
  findImport,
  forgetImportFile,
  insertImport,
  insertImportPiece,
  readImportFile,
  removeImport,
} from '../storage/imports.ts'
import { queueJob, unqueueJob } from '../storage/jobs.ts'
import type { Act } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import type { CuratorAct } from './change-entry.ts'
import { dayOfReading, daysRead, nothingInPictures } from './inspect-bytes.ts'

/** Of a file that is uploaded. */
export const mostImportBytes = 50 * 1024 * 1024

/** In such pieces a file is stored: no statement has to hold all of it. */
const pieceBytes = 1024 * 1024

/**
 * Keeps an uploaded file, to be looked at before it is imported.
 *
 * @param pieces of the file, as they come
 * @returns the id of the import
 * @throws Refusal for a file that is empty or too large; nothing is kept then
 */
export async function holdImport(
  store: Store,
  editionId: string,
  file: { name: string; pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array> },
  { by, at }: Act,
): Promise<string> {
  const name = clean(file.name.split(/[/\\]/).at(-1) ?? '').slice(0, 200) || 'file'
  const told = { editionId, sourceId: null, name, kind: null, at, by, state: 'held' as const }
  return store.db.transaction().execute(async db => {
    const id = await insertImport(db, told)
    let [size, position] = [0, 0]
    for await (const piece of file.pieces) {
      size += piece.length
      if (size > mostImportBytes) throw tooLargeToImport()
      for (let start = 0; start < piece.length; start += pieceBytes)
        await insertImportPiece(db, id, position++, piece.subarray(start, start + pieceBytes))
    }
    if (size === 0) throw new Refusal('file-empty', {}, 'There is nothing in the file.')
    await changeImport(db, id, { size })
    return id
  })
}

export function tooLargeToImport(): Refusal {
  const megabytes = mostImportBytes / 1024 / 1024
  return new Refusal('file-too-large', { megabytes }, `A file may have ${megabytes} MB.`)
}

/** What an import would tell, as far as one looks at it before it begins. */
export type Glance = { findings: Finding[]; problems: Problem[]; more: boolean; table: TableGlance | null }

const mostGlanced = 20
const mostProblems = 50

/** As what a file is read, and what its columns hold, where its curator knows better. */
export type ReadAs = Pick<ImportWish, 'as' | 'columns' | 'repeated'>

/** Looks at the first of what a held file tells. Null where the file is not kept any more. */
export async function glanceAtImport(
  store: Store,
  held: KeptImport,
  edition: EditionRow,
  readAs: ReadAs,
): Promise<Glance | null> {
  const bytes = await readImportFile(store.db, held.id)
  if (!bytes) return null
  const published = dayOfReading(edition, held.at)
  const { as } = readAs
  if (isPicture(bytes, held.name))
    return { findings: [], problems: [nothingInPictures], more: false, table: null }
  const table = await glanceApart(bytes, held.name, { as, published, columns: columnsOf(readAs) })
  const glance: Glance = { findings: [], problems: [], more: false, table }
  const options = await inspecting(store.db, held, edition, readAs)
  const lines = await inspectApart(bytes, options, mostGlanced + mostProblems + 2)
  for (const line of lines) {
    if ('problem' in line) glance.problems.push(line.problem)
    else if ('finding' in line) {
      if (glance.findings.length === mostGlanced) {
        glance.more = true
        break
      }
      glance.findings.push(line.finding)
    }
    if (glance.problems.length >= mostProblems) break
  }
  return glance
}

export function isPicture(bytes: Uint8Array, name: string): boolean {
  const found = recognise(bytes, name)
  return 'kind' in found && found.kind === 'picture'
}

/** How an uploaded file is read: what comes back every week only around the edition. */
export async function inspecting(
  db: Db,
  { name, at }: Pick<KeptImport, 'name' | 'at'>,
  edition: EditionRow,
  readAs: ReadAs,
): Promise<InspectOptions> {
  const { as, repeated } = readAs
  return {
    name,
    ...(repeated && { repeated }),
    knownSeries: knownSeries(await readUids(db, { editionId: edition.id, name })),
    ...daysRead(edition),
    zone: edition.homeZone,
    published: dayOfReading(edition, at),
    columns: columnsOf(readAs),
    ...(as && isInspectKind(as) && { as }),
  }
}

function columnsOf({ columns = {} }: ReadAs): ColumnsTold {
  const known = Object.entries(columns).filter(
    (told): told is [string, ColumnsTold[string]] => told[1] === '' || isField(told[1]),
  )
  return Object.fromEntries(known)
}

/** Has a held file be imported, as soon as somebody gets to it. Who may not publish adds drafts, and changes nothing. */
export async function beginImporting(
  store: Store,
  id: string,
  wished: ImportWish,
  { at, onlyDrafts = false }: Pick<CuratorAct, 'at' | 'onlyDrafts'>,
): Promise<void> {
  const wish: ImportWish = onlyDrafts ? { ...wished, newAs: 'draft', changes: 'propose' } : wished
  await store.db.transaction().execute(async db => {
    const held = await findImport(db, id)
    if (held?.state !== 'held') return
    await changeImport(db, id, { state: 'waiting', wish })
    await queueJob(db, { kind: 'import', key: id, data: { import: id }, dueAt: at })
  })
}

/** It is not to be imported after all; the file is forgotten. */
export async function dropImport(store: Store, id: string): Promise<void> {
  await store.db.transaction().execute(async db => {
    const known = await findImport(db, id)
    if (known?.state !== 'held' && known?.state !== 'waiting') return
    await unqueueJob(db, 'import', id)
    await forgetImportFile(db, id)
    await removeImport(db, id)
  })
}
