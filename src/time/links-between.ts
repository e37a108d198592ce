import { type Link, linkOf } from './links.ts'
import type { Part } from './part.ts'
import type { Token } from './tokens.ts'

/** How two places of a text are linked, what is read between them left out. */
export function linkBetween(tokens: Token[], parts: Part[], from: number, to: number): Link {
  const link: Link = { range: false, and: false, comma: false, again: false, words: 0, ends: false }
  let here = from
  for (const part of parts) {
    if (part.to <= from || part.from >= to) continue
    add(link, linkOf(tokens, here, Math.max(part.from, here)))
    here = Math.max(here, part.to)
  }
  if (here < to) add(link, linkOf(tokens, here, to))
  return link
}

function add(link: Link, more: Link): void {
  link.range ||= more.range
  link.and ||= more.and
  link.comma ||= more.comma
  link.again ||= more.again
  link.ends ||= more.ends
  link.words += more.words
}
