import { getDocumentProxy, getMeta } from 'unpdf'
import { answerApart } from '../answer-apart.ts'
import { type Area, linesOf } from './pdf-lines.ts'
import type { PdfAnswer, PdfContent, PdfGiven } from './pdf-text.ts'
import type { Piece } from './piece.ts'

/** The inside of a PDF. */
answerApart(async (given: PdfGiven): Promise<PdfAnswer> => {
  try {
    return { content: await contentOf(given) }
  } catch (error) {
    const { name } = error as Error
    return { unread: name === 'PasswordException' ? 'locked' : 'broken' }
  }
})

async function contentOf({ bytes, mostPages, mostLetters }: PdfGiven): Promise<PdfContent> {
  // Nothing in a PDF is run, and no font of it is of use here.
  const pdf = await getDocumentProxy(bytes, {
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
    maxImageSize: 1,
  })
  const content: PdfContent = { pages: [], count: pdf.numPages, cut: pdf.numPages > mostPages }
  const { info } = await getMeta(pdf).catch(() => ({ info: {} as Record<string, unknown> }))
  if (typeof info.Title === 'string') content.title = info.Title.slice(0, 500)
  if (typeof info.Language === 'string') content.language = info.Language.slice(0, 20)
  if (typeof info.CreationDate === 'string') content.created = info.CreationDate.slice(0, 40)
  let letters = 0
  for (let at = 1; at <= Math.min(pdf.numPages, mostPages); at++) {
    const page = await pdf.getPage(at)
    const lines = linesOf(await piecesOf(page), await areasOf(page))
    content.pages.push(lines)
    page.cleanup()
    letters += lines.reduce((sum, line) => sum + line.text.length, 0)
    if (letters > mostLetters) return { ...content, cut: true }
  }
  return content
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

async function piecesOf(page: PdfPage): Promise<Piece[]> {
  const { items } = await page.getTextContent()
  return items.slice(0, 50_000).flatMap(item => {
    if (!('str' in item)) return []
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[]
    const size = Math.round(Math.hypot(a, b) * 10) / 10
    return [{ text: item.str, x, y, width: item.width, size, rtl: item.dir === 'rtl', endsLine: item.hasEOL }]
  })
}

async function areasOf(page: PdfPage): Promise<Area[]> {
  const annotations = (await page.getAnnotations().catch(() => [])) as { url?: unknown; rect?: unknown }[]
  return annotations.slice(0, 500).flatMap(({ url, rect }) => {
    if (typeof url !== 'string' || !Array.isArray(rect)) return []
    const [left, bottom, right, top] = rect.map(Number) as [number, number, number, number]
    return [{ url: url.slice(0, 4000), left, right, bottom, top }]
  })
}
