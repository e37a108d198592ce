import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InspectLine } from '../domain/finding.ts'
import type { Author, Edition, Series } from '../domain/programme.ts'
import { inspect } from '../intake/inspect.ts'
import { findEdition } from '../storage/editions.ts'
import { migrationNames } from '../storage/migrations/names.ts'
import { findSeries } from '../storage/series.ts'
import { openStore, type Store } from '../storage/store.ts'
import { editEdition } from './edit-edition.ts'
import { editSeries } from './edit-series.ts'
import { importProgramme } from './import-programme.ts'
import { openDemoFigures } from './open-demo-figures.ts'

/** What `demo/demo.json` says: which file goes where, and what the files themselves do not tell. */
type Demo = { author: Author; series: DemoSeries[] }
type DemoSeries = Pick<Series, 'slug' | 'title' | 'text'> &
  Partial<Pick<Series, 'observed' | 'founded' | 'accent' | 'language'>> & { editions: DemoEdition[] }
type DemoEdition = Pick<Edition, 'slug' | 'title' | 'state'> & {
  date: string
  zone: string
  file?: string
  text?: string
  hashtags?: string[]
  credit?: string
  language?: string
  compiledFrom?: { url: string; title: string }
}

/**
 * Opens the demo, a store of its own that is only read. It is made once, by importing the files in `demo/` as any
 * other file is imported, and again when they or the program have changed.
 *
 * @param folder data folder; @param at epoch milliseconds
 */
export async function openDemo(folder: string, at: number): Promise<Store> {
  await mkdir(folder, { recursive: true })
  const name = `demo-${await fingerprint()}.sqlite`
  const file = join(folder, name)
  if (!existsSync(file)) {
    // Not what begins with this name: another process that was started as well may be making it just now.
    for (const old of await readdir(folder))
      if (/^demo-.*\.sqlite/.test(old) && !old.startsWith(name)) await rm(join(folder, old), { force: true })
    await makeDemo(file, at)
  }
  return openStore({ sqlite: file }, { readOnly: true })
}

/** Made under another name and renamed when it is whole, so that a start that was interrupted begins again. */
async function makeDemo(file: string, at: number): Promise<void> {
  const unfinished = `${file}-${process.pid}`
  const store = await openStore({ sqlite: unfinished })
  try {
    const demo: Demo = JSON.parse(await readFile(join(demoFolder, 'demo.json'), 'utf8'))
    for (const series of demo.series) {
      for (const edition of series.editions) await addEdition(store, demo, series, edition, at)
      const { title, text, observed = null, founded = null, accent = null, language = null } = series
      const { id } = (await findSeries(store.db, series.slug))!
      await editSeries(store, id, { title, text, observed, founded, accent, language }, { by: 'demo', at })
    }
    await openDemoFigures(store, JSON.parse(await readFile(join(demoFolder, 'figures.json'), 'utf8')), {
      read: file => readFile(join(demoFolder, file)),
      at,
    })
  } finally {
    await store.close()
  }
  if (existsSync(file)) await rm(unfinished, { force: true })
  else await rename(unfinished, file)
}

async function addEdition(
  store: Store,
  { author }: Demo,
  series: DemoSeries,
  edition: DemoEdition,
  at: number,
): Promise<void> {
  const {
    slug,
    file = 'demo.json',
    date,
    zone,
    title,
    state,
    credit = null,
    language = null,
    compiledFrom,
  } = edition
  const [from] = date.split('/')
  const head: InspectLine = { programme: { title, text: edition.text, hashtags: edition.hashtags } }
  const lines = edition.file ? await readDemoFile(edition.file, { published: from, zone }) : []
  await importProgramme(store, edition.text ? [head, ...lines] : lines, {
    series: series.slug,
    edition: slug,
    file,
    at,
    date,
    zone,
    publish: true,
    by: 'demo',
  })
  const box = compiledFrom ? { ...author, links: [compiledFrom] } : author
  const { id } = (await findEdition(store.db, series.slug, slug))!
  await editEdition(
    store,
    id,
    { title, hashtags: edition.hashtags ?? [], author: box, credit, language, state },
    { by: 'demo', at },
  )
}

async function readDemoFile(
  file: string,
  options: { published?: string; zone: string },
): Promise<InspectLine[]> {
  const bytes = await readFile(join(demoFolder, file))
  return Array.fromAsync(await inspect(bytes, { name: file, ...options }))
}

/** Changes when the demo's files or the program do. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of (await readdir(demoFolder)).sort())
    hash.update(file).update(await readFile(join(demoFolder, file)))
  hash.update(String((await stat(fileURLToPath(import.meta.url))).mtimeMs)).update(migrationNames.join())
  return hash.digest('hex').slice(0, 12)
}

/** The folder beside the program, wherever it was built to. */
const demoFolder = (() => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'demo', 'demo.json')) && folder !== dirname(folder))
    folder = dirname(folder)
  return join(folder, 'demo')
})()
