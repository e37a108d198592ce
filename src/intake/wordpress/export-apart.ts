import type { Problem } from '../../domain/problem.ts'
import { type ApartKind, askApart, holdApart, isFailure } from '../apart.ts'
import type { IntakeOptions } from '../intake.ts'
import type { Pieces } from './export-stream.ts'
import type { ExportItem, ExportSite } from './item.ts'
import type { readAsProgramme } from './item-lines.ts'
import type { Look } from './look.ts'

/** What is wanted of an export: the looks of items from a number on, or the texts of some in Markdown. */
export type Wanted = { looksFrom: number } | { texts: Set<number>; comments: Set<number> }

/**
 * An item with what the site has told of itself by then. `look`: where looks are wanted; the item has no texts then.
 * `text`: in Markdown; null where it is not wanted, or shows a gallery (`markdownApart`). Its comments are in Markdown
 * where that is wanted.
 */
export type ToldItem = {
  number: number
  item: ExportItem
  site: ExportSite
  look: Look | null
  text: string | null
}

/** Pictures that a text shows by their ids, and those that hang on it. */
export type Gallery = { byId: Map<string, { url: string; alt: string }>; own: { url: string; alt: string }[] }

/** What the thread is asked (`export-worker.ts`). */
export type ToReadExport =
  | { begin: Wanted; number: number }
  | { piece: Uint8Array | null }
  | { content: string; host: string | null; gallery: Gallery }
  | { programme: ExportItem; site: ExportSite; named: Record<string, string>; options: IntakeOptions }
export type PieceTold = { told: ToldItem[]; problems: Problem[]; isDone: boolean }

/** One export is read, another brought in, and either may need one thing beside it. */
const apart: ApartKind = {
  file: new URL('./export-worker.ts', import.meta.url),
  most: 4,
  idleMs: 10_000,
}
/** Of a megabyte of an export, and of one post. A blog of ten thousand categories needs some memory. */
const limits = { ms: 60_000, megabytes: 768 }

/**
 * The items of one file of an export, read in a thread apart: the next megabyte while the last is dealt with.
 *
 * @param number of its first item
 */
export async function* exportApart(
  pieces: Pieces,
  wanted: Wanted,
  number: number,
  problems: Problem[],
): AsyncGenerator<ToldItem> {
  const held = await holdApart(apart, limits.megabytes)
  const iterator = pieces[Symbol.asyncIterator]()
  let last = number - 1
  try {
    const ask = (asked: ToReadExport) => held.ask<PieceTold>(asked, limits.ms)
    await ask({ begin: wanted, number })
    const next = async () => {
      const { done, value } = await iterator.next()
      return ask({ piece: done ? null : value })
    }
    for (let answer = next(); ; ) {
      const told = await answer
      if (isFailure(told)) {
        const says = `What comes after post ${last + 1} of the file takes too much time or memory to be read, and was left out.`
        problems.push({ code: 'too-heavy', says })
        return
      }
      problems.push(...told.problems)
      if (!told.isDone) {
        answer = next()
        // What fails while others work is heard of when it is waited for.
        answer.catch(() => {})
      }
      for (const each of told.told) {
        last = each.number
        yield each
      }
      if (told.isDone) return
    }
  } finally {
    held.release()
    await iterator.return?.()
  }
}

/** A text with its galleries in Markdown. @throws Error when it takes too much */
export async function markdownApart(content: string, host: string | null, gallery: Gallery): Promise<string> {
  return asked<string>({ content, host, gallery })
}

/**
 * A post as a programme, an event of a calendar plugin as its one entry.
 *
 * @param named venues and organisers of the export, by `keyOfNamed`
 * @throws Error when it takes too much
 */
export async function programmeApart(
  programme: ExportItem,
  site: ExportSite,
  named: Record<string, string>,
  options: IntakeOptions,
): Promise<ReturnType<typeof readAsProgramme>> {
  return asked({ programme: { ...programme, comments: [] }, site, named, options })
}

async function asked<Answer>(given: ToReadExport): Promise<Answer> {
  const answer = await askApart<Answer>(apart, given, limits)
  if (isFailure(answer)) throw new Error('It takes too much time or memory to be read.')
  return answer
}
