import type { Problem } from '../../domain/problem.ts'
import { answerApart } from '../answer-apart.ts'
import { isNamed } from './event-meta.ts'
import type { Gallery, PieceTold, ToldItem, ToReadExport, Wanted } from './export-apart.ts'
import { type Pieces, readExport } from './export-stream.ts'
import type { ExportItem, ExportSite } from './item.ts'
import { readAsProgramme } from './item-lines.ts'
import { lookAt } from './look.ts'
import { markdownOf, markdownOfComment } from './markdown.ts'
import { wholeEventIn } from './plugin-event.ts'
import { withSounds } from './sounds.ts'

/** Reads a file that it is handed piece by piece, and single texts. */
answerApart(async (asked: ToReadExport) => {
  if ('content' in asked) return inMarkdown(asked.content, asked.host, asked.gallery)
  if ('programme' in asked) return programmeOf(asked)
  if ('begin' in asked) {
    reading = begin(asked.begin, asked.number)
    return null
  }
  return reading!.take(asked.piece)
})

/** An event of a calendar plugin is one entry, whatever its text lists. */
function programmeOf({
  programme: item,
  site,
  named,
  options,
}: Extract<ToReadExport, { programme: ExportItem }>): ReturnType<typeof readAsProgramme> {
  const finding = wholeEventIn(item, site, new Map(Object.entries(named)), options)
  if (!finding) return readAsProgramme(item, site, options)
  return { lines: [{ finding }], isList: false, events: finding.start ? 1 : 0, findings: [finding] }
}

type Reading = { take: (piece: Uint8Array | null) => Promise<PieceTold> }
let reading: Reading | null = null

function begin(wanted: Wanted, first: number): Reading {
  let waiting: Uint8Array[] = []
  let isWhole = false
  let onPiece = Promise.withResolvers<void>()
  let onHunger = Promise.withResolvers<'hungry'>()
  const pieces: Pieces = (async function* () {
    for (;;) {
      const own = waiting
      waiting = []
      yield* own
      if (waiting.length > 0) continue
      if (isWhole) return
      onHunger.resolve('hungry')
      await onPiece.promise
      onPiece = Promise.withResolvers()
    }
  })()
  const problems: Problem[] = []
  const items = readExport(pieces, problems)
  let next: ReturnType<typeof items.next> | null = null
  let number = first

  return {
    take: async piece => {
      onHunger = Promise.withResolvers()
      if (piece) waiting.push(piece)
      else isWhole = true
      onPiece.resolve()
      const told: ToldItem[] = []
      for (;;) {
        next ??= items.next()
        const step = await Promise.race([next, onHunger.promise])
        if (step === 'hungry') return { told, problems: problems.splice(0), isDone: false }
        next = null
        if (step.done) return { told, problems: problems.splice(0), isDone: true }
        told.push(toldOf(step.value, number++, wanted))
      }
    },
  }
}

function toldOf(
  { item, site }: { item: ExportItem; site: ExportSite },
  number: number,
  wanted: Wanted,
): ToldItem {
  if ('looksFrom' in wanted) {
    const look = number < wanted.looksFrom ? null : lookAt(item, site)
    return { number, item: withoutTexts(item), site, look, text: null }
  }
  const comments = wanted.comments.has(number)
    ? item.comments.map(comment => ({
        ...comment,
        content: markdownOfComment(comment.content.slice(0, longest)),
      }))
    : []
  const isPlain = wanted.texts.has(number) && !/\[gallery\b/i.test(item.content)
  const text = isPlain ? inMarkdown(withSounds(item), hostOf(site), { byId: new Map(), own: [] }) : null
  return { number, item: { ...item, comments }, site, look: null, text }
}

const longest = 20_000

function inMarkdown(content: string, host: string | null, { byId, own }: Gallery): string {
  const pictures = (ids: string[] | null) => (ids === null ? own : ids.flatMap(id => byId.get(id) ?? []))
  return markdownOf(content, { host, pictures, onDropped: () => {} })
}

function hostOf({ url }: ExportSite): string | null {
  return url ? (URL.parse(url)?.hostname.replace(/^www\./, '') ?? null) : null
}

/** What is looked at waits without its texts; of an attachment they say what it shows, of a venue which it is. */
function withoutTexts(item: ExportItem): ExportItem {
  return item.type === 'attachment' || isNamed(item.type)
    ? item
    : { ...item, content: '', comments: [], meta: new Map() }
}
