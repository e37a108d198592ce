import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { asTable, sampleEvents } from '../../bench/sample.ts'
import { beginReading, openArchive, takeArchiveFile } from '../../src/services/archive/open-archive.ts'
import { beginImporting, holdImport } from '../../src/services/open-import.ts'
import { openStore, type Store } from '../../src/storage/store.ts'
import { settings } from '../../test/archives.ts'
import { anEdition } from '../../test/entries.ts'
import { type Kept, workAtKept } from '../../test/work-at-kept.ts'
import { roundUp, type WxrItem, wxr } from '../../test/wxr.ts'

/** What is started, with its environment; `finish`: the same in this process. */
type Work = { words: string[]; env: Record<string, string>; finish?: () => Promise<void> }

/** Something that a process of its own does to a store in a folder, to be killed at it. */
export type Act = {
  /** Puts everything in place in a new folder. */
  prepare: (folder: string, size: number) => Promise<Work>
  /** Of how many entries or posts, where nothing else is asked for. */
  size: number
  /** Tables that tell how it came to what it came to. */
  leftOut: string[]
}

export const storeIn = (folder: string) => join(folder, 'daylong.sqlite')

const root = resolve(import.meta.dirname, '../..')
const commandLine = join(root, 'dist/server/daylong.js')
const desk = join(root, 'test/work-kept.ts')
const at = Date.UTC(2020, 11, 1)
const into = ['--into', 'migrants-day/2020', '--date', '2020-12-18', '--zone', 'Europe/Berlin', '--publish']

export const acts = {
  /** The file a second time counts as unchanged what came in the first time: its report is that of the second. */
  import: {
    size: 3000,
    leftOut: ['imports'],
    prepare: async (folder, size) => {
      const file = join(folder, 'events.csv')
      writeFileSync(file, asTable(sampleEvents(size)))
      return { words: [commandLine, 'import', file, ...into], env: { DAYLONG_DATA: folder } }
    },
  },
  /** The desk's job is the same import taken up again: its report, too, has to be that of an undisturbed one. */
  desk: {
    size: 3000,
    leftOut: [],
    prepare: (folder, size) =>
      atDesk(folder, async store => {
        const edition = await anEdition(store)
        const pieces = [Buffer.from(asTable(sampleEvents(size)))]
        const id = await holdImport(store, edition.id, { name: 'events.csv', pieces }, { by: 'Ada', at })
        await beginImporting(store, id, { newAs: 'published', changes: 'accept', as: null }, { at })
        return { what: 'import', id }
      }),
  },
  /** Read and brought in anew; reviews that were left lying are left to their curator. */
  archive: {
    size: 80,
    leftOut: ['archives', 'archive_files', 'archive_items'],
    prepare: async (folder, size) => {
      const file = join(folder, 'export.xml')
      writeFileSync(file, wxr(posts(size)))
      const words = [commandLine, 'import', file, '--archive', '--series', 'migrants-day', '--publish']
      return { words: [...words, '--zone', 'Europe/Berlin'], env: { DAYLONG_DATA: folder } }
    },
  },
  export: {
    size: 80,
    leftOut: [],
    prepare: (folder, size) =>
      atDesk(folder, async store => {
        const id = await openArchive(store, { by: 'Ada', at, settings })
        const bytes = (async function* () {
          yield Buffer.from(wxr(posts(size)))
        })()
        await takeArchiveFile(store, id, { number: 0, name: 'export.xml', bytes })
        await beginReading(store, id, settings, at)
        return { what: 'export', id }
      }),
  },
} satisfies Record<string, Act>

async function atDesk(folder: string, hand: (store: Store) => Promise<Kept>): Promise<Work> {
  const where = { sqlite: storeIn(folder) }
  const inStore = async <T>(act: (store: Store) => Promise<T>) => {
    const store = await openStore(where)
    try {
      return await act(store)
    } finally {
      await store.close()
    }
  }
  const kept = await inStore(hand)
  return {
    words: [desk, JSON.stringify(where), JSON.stringify(kept)],
    env: {},
    finish: () => inStore(store => workAtKept(store, kept)),
  }
}

/** A blog of some years: round-ups, posts and pages with words, comments, and answers to them. */
function posts(count: number): WxrItem[] {
  return Array.from({ length: count }, (_, index): WxrItem => {
    const id = index + 1
    const year = 2005 + (index % 20)
    const date = `${year}-12-${String(1 + (index % 28)).padStart(2, '0')} 09:00:00`
    if (index % 40 === 0)
      return {
        id,
        title: `International Migrants Day ${year}: a collection of events`,
        slug: `migrants-day-${id}`,
        date,
        content: roundUp(year),
        categories: ['Migrants Day'],
      }
    if (index % 10 === 1)
      return { id, type: 'page', title: `Page ${id}`, parent: id > 20 ? id - 10 : 0, date, content: 'About.' }
    const comments = Array.from({ length: index % 4 }, (_, own) => ({
      id: id * 10 + own,
      parent: own && id * 10 + own - 1,
      text: `Comment ${own}`,
    }))
    const content = `Thoughts of ${year} [gallery ids="${id + 1}"]\n\n`.repeat(1 + (index % 5))
    return { id, date, content, comments, categories: [`Topic ${index % 7}`], tags: [`tag ${index % 30}`] }
  })
}
