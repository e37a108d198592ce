import type { InspectLine, ProgrammeHead } from '../../domain/finding.ts'
import type { ProblemCode } from '../../domain/problem.ts'
import type { Intake, IntakeOptions } from '../intake.ts'
import { titleText } from '../page/words-of.ts'
import { readTextInPieces } from '../read-text.ts'
import { isNamed, keyOfNamed, type Named } from './event-meta.ts'
import { ExportReader } from './export-reader.ts'
import type { ExportSite } from './item.ts'
import { linesOfItem } from './item-lines.ts'

/**
 * A WordPress export (WXR 1.0 to 1.2) → a `programme` line of the site, then what each of its items tells
 * (`linesOfItem`). One item is held at a time.
 */
export const readWordpress: Intake = function* (bytes, options) {
  const named = namedIn(bytes)
  const reader = new ExportReader()
  const told = { site: false, items: 0 }
  for (const piece of readTextInPieces(bytes)) {
    reader.write(piece)
    yield* linesOf(reader, named, options, told)
    if (reader.refused) break
  }
  reader.end()
  yield* linesOf(reader, named, options, told)
  yield* problemsOf(reader, told)
}

function* linesOf(
  reader: ExportReader,
  named: Named,
  options: IntakeOptions,
  told: { site: boolean; items: number },
): Generator<InspectLine> {
  if (reader.refused) return
  for (const item of reader.take()) {
    if (!told.site) yield { programme: headOf(reader.site) }
    told.site = true
    told.items++
    yield* linesOfItem(item, reader.site, named, options)
  }
}

export function* problemsOf(
  { site, isExport, broken, refused }: ExportReader,
  told: { site: boolean; items: number },
): Generator<InspectLine> {
  if (refused === 'entities')
    return yield problem(
      'entities-refused',
      'The file defines entities of its own, which are not expanded. WordPress writes none: export it again.',
    )
  if (refused === 'too-large')
    return yield problem(
      'too-large',
      'The file holds many megabytes without a mark between them, as no export does. Export it again.',
    )
  if (refused)
    return yield problem(
      'too-deep',
      'The elements of this file lie inside each other deeper than in any export.',
    )
  if (!isExport)
    yield problem(
      'not-an-export',
      'This is no WordPress export: it names no version of the format. Export it again under Tools → Export.',
    )
  if (broken !== null) {
    const says = `The file is broken from line ${broken} on; what could be read is shown. Export it again, or in smaller parts.`
    yield { problem: { code: 'xml-broken', says, where: `line ${broken}` } }
  }
  if (told.site || told.items > 0) return
  if (site.title || site.url) yield { programme: headOf(site) }
  yield {
    problem: { code: 'export-empty', says: 'This export holds no posts, pages or events.', note: true },
  }
}

function headOf(site: ExportSite): ProgrammeHead {
  const [title, text] = [titleText(site.title), titleText(site.description)]
  const authors = site.authors.slice(0, 100).map(({ name }) => ({ name }))
  return {
    ...(title && { title }),
    ...(text && { text }),
    ...(site.url && { url: site.url }),
    ...(authors.length > 0 && { authors }),
  }
}

/** Venues and organisers stand behind the events that name them as often as before: they are looked up first. */
function namedIn(bytes: Uint8Array): Named {
  const named: Named = new Map()
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (
    !['tribe_venue', 'tribe_organizer', 'event_venue', 'event_organizer', '_location_id'].some(word =>
      buffer.includes(word),
    )
  )
    return named
  const reader = new ExportReader()
  const keep = () => {
    for (const item of reader.take()) {
      const key = isNamed(item.type) ? keyOfNamed(item) : null
      if (key && named.size < 50_000) named.set(key, item.title)
    }
  }
  for (const piece of readTextInPieces(bytes)) {
    reader.write(piece)
    keep()
    if (reader.refused) return named
  }
  reader.end()
  keep()
  return named
}

function problem(code: ProblemCode, says: string): InspectLine {
  return { problem: { code, says } }
}
