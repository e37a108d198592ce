import { parseFragment } from 'parse5'
import { plainText } from '../plain-text.ts'

/** One line of text out of a title that may hold entities, twice encoded ones too, tags, and a link of Markdown. */
export function titleText(text: string | undefined): string | undefined {
  if (!text) return undefined
  if (text.length <= 500 && !untidy.test(text)) return text.trim() || undefined
  let words = text.slice(0, 1000).replace(/\[([^[\]]{1,300})\]\(https?:\/\/[^()\s]{1,500}\)/g, '$1')
  for (let round = 0; round < 2 && /&[#\w]+;|<\/?[a-z][^>]*>/i.test(words); round++) words = inner(words)
  const line = words.replace(/[\s\u00a0\u00ad\u200b\u0000-\u001f]+/g, ' ').trim()
  return line.slice(0, 500) || undefined
}

/** Anything more than words with single spaces between; most titles have none of it. */
const untidy = /[[&<\u0000-\u001f\u00ad\u200b]|[^\S ]| {2}/

/** A description as plain text, at most 2,000 characters. */
export function summaryText(text: string | undefined, base?: string): string | undefined {
  const words = plainText(text && titleEntities(text), base)
  return words
    ?.replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(escapedBreaks, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, 2000)
}

/** The Events Calendar escapes line breaks twice: a backslash and an "n" stand where lines begin and end. */
const escapedBreaks = /^(?:\\[nrt])+|(?:\\[nrt])+$/gm

function titleEntities(text: string): string {
  return /&(?:amp;)?[#\w]+;/.test(text) && !/<[a-z/]/i.test(text) ? inner(text.slice(0, 20_000)) : text
}

function inner(text: string): string {
  const parts: string[] = []
  const stack = [...parseFragment(text).childNodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('value' in node) parts.push(node.value)
    if ('childNodes' in node) stack.push(...[...node.childNodes].reverse())
  }
  return parts.join('')
}
