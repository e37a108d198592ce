import type { Problem } from '../../domain/problem.ts'
import { type ApartKind, askApart, isFailure } from '../apart.ts'
import type { PdfLine } from './pdf-lines.ts'

export type PdfContent = {
  pages: PdfLine[][]
  count: number
  /** There is more than was read. */
  cut: boolean
  title?: string
  language?: string
  /** As the PDF has it: `D:20201210093000+01'00'`. */
  created?: string
}
export type PdfGiven = { bytes: Uint8Array; mostPages: number; mostLetters: number }
export type PdfAnswer = { content: PdfContent } | { unread: 'locked' | 'broken' }

/** What one PDF may take: its size, its pages, letters of text, milliseconds, and megabytes of memory while it is read. */
export type PdfLimits = { bytes: number; pages: number; letters: number; ms: number; megabytes: number }
export const pdfLimits: PdfLimits = {
  bytes: 30 * 1024 * 1024,
  pages: 50,
  letters: 300_000,
  ms: 15_000,
  megabytes: 256,
}

/** The text of a PDF, read in a thread of its own. */
export async function readPdfText(
  bytes: Uint8Array,
  limits: Partial<PdfLimits> = {},
): Promise<{ content: PdfContent } | { problem: Problem }> {
  const own = { ...pdfLimits, ...limits }
  if (bytes.length > own.bytes) return { problem: problem('too-large') }
  const given: PdfGiven = { bytes, mostPages: own.pages, mostLetters: own.letters }
  const answer = await askApart<PdfAnswer>(apart, given, own)
  if (isFailure(answer)) return { problem: problem(answer.failed === 'broken' ? 'broken' : 'too-heavy') }
  return 'unread' in answer ? { problem: problem(answer.unread) } : answer
}

/** One file at a time, as all together would take what one may take times their number. */
const apart: ApartKind = { file: new URL('./pdf-worker.ts', import.meta.url), most: 1, idleMs: 0 }

const says = {
  'too-large': `This PDF is larger than ${pdfLimits.bytes / 1024 / 1024} MB. Copy the page that tells of the event and paste its text.`,
  'too-heavy':
    'This PDF takes too much time or memory to be read. Copy the page that tells of the event and paste its text.',
  locked:
    'This PDF is locked with a password. Open it, print or save it as a PDF without one and give that, or paste its text.',
  broken: 'This PDF is damaged and cannot be read. Download it again, or open it and paste its text.',
}

function problem(code: keyof typeof says): Problem {
  const values = { megabytes: pdfLimits.bytes / 1024 / 1024 }
  return {
    code: code === 'broken' ? 'damaged' : code,
    says: says[code],
    ...(code === 'too-large' && { values }),
  }
}
