import type { Finding, InspectLine, Provenance } from '../../domain/finding.ts'
import type { Problem } from '../../domain/problem.ts'
import { matchColumns } from '../csv/columns.ts'
import type { IntakeOptions } from '../intake.ts'
import { findingsOf } from '../page/findings.ts'
import { takeApart } from '../page/page.ts'
import { gridOfCells } from '../timetable/grid-of-cells.ts'
import { clockFirst } from '../timetable/slot.ts'
import { unroll } from '../timetable/unroll.ts'
import type { PdfLine } from './pdf-lines.ts'
import { type PdfContent, pdfLimits, readPdfText } from './pdf-text.ts'

/** A PDF – a flyer, a programme, a statement – read like a page: its largest words are its title. */
export async function readPdf(bytes: Uint8Array, options: IntakeOptions): Promise<Iterable<InspectLine>> {
  const answer = await readPdfText(bytes)
  return 'problem' in answer ? [answer] : linesOf(answer.content, options)
}

function* linesOf(content: PdfContent, options: IntakeOptions): Generator<InspectLine> {
  const letters = content.pages
    .flat()
    .reduce((sum, { text }) => sum + text.replace(/[^\p{L}\p{N}]/gu, '').length, 0)
  if (letters < fewestLetters) return yield { problem: scanned(content.count) }
  const published = options.published ?? dayOf(content.created)
  const page = takeApart(htmlOf(content), options.url)
  const findings = findingsOf(page, '', [], { ...options, ...(published && { published }) })
  yield* findings.map(finding => ({ finding: ofText(finding) }))
  if (content.cut) yield { problem: onlyBeginning() }
}

/** Less is the number of a page, or what a scanner prints on it. */
const fewestLetters = 25

function htmlOf({ pages, title, language }: PdfContent): string {
  const lines = pages.flat()
  const sizes = sizesOf(lines)
  const heading = titleIn(pages[0] ?? [], sizes)
  const named = heading.length ? '' : nameOf(title)
  let told = 0
  const body = lines.map((line, at) => {
    const table = at < told ? '' : tableIn(line)
    if (table) told = at + line.table!.lines
    if (table || at < told) return table
    if (line === heading[0]) return `<h1>${escaped(heading.map(({ text }) => text.trim()).join(' '))}</h1>`
    if (heading.includes(line)) return ''
    if (isItem(lines, at))
      return `${isItem(lines, at - 1) ? '' : '<ul>'}<li>${markup(line)}</li>${isItem(lines, at + 1) ? '' : '</ul>'}`
    const isLarge = line.size > sizes.body * 1.15 && line.text.length < 150
    return isLarge ? `<h2>${markup(line)}</h2>` : `<p>${markup(line)}</p>`
  })
  const lang =
    language && /^[a-z]{2,3}\b/i.test(language) ? ` lang="${language.slice(0, 3).replace(/\W/g, '')}"` : ''
  const first =
    named || heading.length ? named : (lines.find(({ text }) => text.trim().length > 3)?.text ?? '')
  return `<!doctype html><html${lang}><body><main>${first && `<h1>${escaped(first.slice(0, 250))}</h1>`}${body.join('\n')}</main></body></html>`
}

/** One of three lines or more below each other that begin with an hour and go on in words. */
function isItem(lines: readonly PdfLine[], at: number): boolean {
  const isTimed = (one: number) => /\p{L}{3}/u.test(clockFirst(lines[one]?.text ?? '')?.rest ?? '')
  if (!isTimed(at)) return false
  let [from, to] = [at, at]
  while (at - from < 3 && isTimed(from - 1)) from--
  while (to - at < 3 && isTimed(to + 1)) to++
  return to - from >= 2
}

/**
 * A table of hours with names of columns, with one column beside the hours, or with rooms above them. Of others nobody
 * sees what their columns are: what stands beside an hour is one item.
 */
function tableIn({ table }: PdfLine): string {
  if (!table) return ''
  const texts = table.cells.map(row => row.map(({ text }) => text.trim()))
  const { of } = matchColumns(texts[0]!)
  const isNamed = of.has('title') && (of.has('time') || of.has('start'))
  const isRead = isNamed || texts[0]!.length <= 2 || unroll(gridOfCells(texts), {}, {})?.isSure
  const rows = table.cells.map(row => {
    const [first, ...others] = row.map(markup)
    const cells = isRead ? others : [others.filter(Boolean).join(' | ')]
    return `<tr>${[first, ...cells].map(cell => `<td>${cell}</td>`).join('')}</tr>`
  })
  return `<table>${rows.join('')}</table>`
}

type Sizes = { body: number; largest: number }

/** What most letters are in, and the largest that is in words on the first pages. */
function sizesOf(lines: PdfLine[]): Sizes {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length)
  const body = [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  const worded = lines.slice(0, 60).filter(({ text }) => /\p{L}{2,}/u.test(text) && text.trim().length > 5)
  return { body, largest: Math.max(0, ...worded.map(({ size }) => size)) }
}

/** The lines of the first page in its largest letters that stand together; none where all are alike. */
function titleIn(lines: PdfLine[], { body, largest }: Sizes): PdfLine[] {
  if (largest < body * 1.15) return []
  const from = lines.findIndex(({ size, text }) => size >= largest * 0.95 && text.trim().length > 5)
  if (from === -1) return []
  const rest = lines.slice(from, from + 6)
  const end = rest.findIndex(({ size }) => size < largest * 0.9)
  const title = rest.slice(0, end === -1 ? rest.length : end)
  return title.reduce((sum, { text }) => sum + text.length, 0) < 300 ? title : title.slice(0, 1)
}

/** A title that somebody gave it; programs put the name of their file there. */
function nameOf(title: string | undefined): string {
  const told = title?.trim() ?? ''
  const isOfProgram =
    /\.(?:docx?|pdf|pptx?|indd|odt|xlsx?|pages|rtf|html?)\b|^(?:about:|https?:|file:)|^(?:microsoft|untitled|unbenannt|sans titre|document|powerpoint|word|print|layout)\b/i
  return told.length > 5 && /\p{L}{3}/u.test(told) && !isOfProgram.test(told) ? told : ''
}

function markup({ text, links }: PdfLine): string {
  let html = ''
  let from = 0
  for (const link of links) {
    html += escaped(text.slice(from, link.from))
    html += `<a href="${escaped(link.url)}">${escaped(text.slice(link.from, link.to))}</a>`
    from = link.to
  }
  return html + escaped(text.slice(from))
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
}

/** `D:20201210093000+01'00'`. */
function dayOf(created: string | undefined): string | undefined {
  const [, year, month, day] = /^D:(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])/.exec(created ?? '') ?? []
  return year ? `${year}-${month}-${day}` : undefined
}

/** All of it was read from words; a PDF has no data. */
function ofText(finding: Finding): Finding {
  const from = Object.fromEntries(Object.keys(finding.from ?? {}).map(field => [field, 'text' as Provenance]))
  return { ...finding, from }
}

function scanned(pages: number): Problem {
  const what = pages > 1 ? `pictures of ${pages} pages` : 'a picture of a page'
  const says = `This PDF has no text in it: it is ${what} (a scan or a poster). Fill in what it says, or paste its text.`
  return { code: 'no-text', says }
}

function onlyBeginning(): Problem {
  const says = `This PDF is long; only its first ${pdfLimits.pages} pages were read.`
  return { code: 'too-large', says, values: { pages: pdfLimits.pages }, note: true }
}
