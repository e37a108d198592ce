import { hash } from 'node:crypto'
import { marksOf, tellingWords } from '../../domain/links/page-words.ts'
import type { PagePrint } from '../../domain/links/seen.ts'
import { metaOf, takeApart } from '../page/page.ts'
import { readVisibleText } from '../page/visible-text.ts'
import { readText } from '../read-text.ts'

/** What a page is known by later; null for what cannot be taken apart. It is not to be trusted with time: ask apart. */
export function printOf(bytes: Uint8Array, contentType: string | null, url: string): PagePrint | null {
  const html = htmlOf(bytes, contentType)
  try {
    const page = takeApart(html, url)
    const { lines, heading } = readVisibleText(page)
    const text = lines.map(line => line.text).join('\n')
    const title = short(page.title ?? metaOf(page, 'og:title'))
    const named = [title, heading, metaOf(page, 'og:title')].filter(Boolean).join('\n')
    return {
      title,
      siteName: short(metaOf(page, 'og:site_name', 'application-name')),
      language: page.language?.toLowerCase().split('-')[0] ?? null,
      length: text.length,
      digest: hash('sha256', text.replace(/\s+/g, ' '), 'base64url').slice(0, 22),
      words: tellingWords(text),
      marks: marksOf({ title: named, text, source: html.slice(0, mostSource) }),
    }
  } catch {
    return null
  }
}

export function htmlOf(bytes: Uint8Array, contentType: string | null): string {
  const declared = /;\s*charset=\s*"?([\w.:-]{2,40})/i.exec(contentType ?? '')?.[1]
  return readText(bytes, declared ? { declared } : {}).text
}

/** In characters. */
const mostSource = 100_000

function short(words: string | undefined): string | null {
  return words?.replace(/\s+/g, ' ').trim().slice(0, 200) || null
}
