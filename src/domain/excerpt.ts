import { type SearchQuery, type Wording, wordingsOf } from './search-query.ts'
import { type Piece, piecesOf } from './search-words.ts'

/** A part of a text; `isFound`: it is what was looked for. */
export type Marked = { text: string; isFound: boolean }

/** The whole text with what was found in it marked. */
export function markFound(text: string, query: SearchQuery): Marked[] {
  return partsOf(text, spansOf(text, query))
}

/**
 * The part of a text in which most of what was looked for stands together, cut at words. Its beginning, where nothing of
 * it stands there.
 *
 * @param most length, about, in characters
 */
export function excerptOf(text: string, query: SearchQuery, most = 220): Marked[] {
  const spans = spansOf(text, query)
  if (text.length <= most) return partsOf(text, spans)
  const before = Math.floor(most / 4)
  let best = { from: 0, count: 0 }
  for (const [at, { from }] of spans.entries()) {
    const end = from - before + most
    let count = 0
    while (at + count < spans.length && spans[at + count]!.to <= end) count++
    if (count > best.count) best = { from: Math.max(0, from - before), count }
  }
  const start = best.from === 0 ? 0 : wordFrom(text, best.from)
  const end = start + most >= text.length ? text.length : wordBefore(text, start + most)
  const inside = spans.filter(({ from, to }) => from >= start && to <= end)
  const shifted = inside.map(({ from, to }) => ({ from: from - start, to: to - start }))
  const parts = partsOf(text.slice(start, end), shifted)
  return [
    ...(start > 0 ? [{ text: '… ', isFound: false }] : []),
    ...parts,
    ...(end < text.length ? [{ text: ' …', isFound: false }] : []),
  ]
}

type Stretch = { from: number; to: number }

/** Where what was looked for stands, in order and apart. */
function spansOf(text: string, { all }: SearchQuery): Stretch[] {
  const pieces = [...piecesOf(text)]
  const spans: Stretch[] = []
  for (let at = 0; at < pieces.length; at++)
    for (const wording of all.flatMap(wordingsOf))
      if (standsAt(pieces, at, wording)) {
        const last = pieces[at + wording.tokens.length - 1]!
        add(spans, { from: pieces[at]!.at, to: last.at + last.length })
      }
  return spans
}

function standsAt(pieces: Piece[], at: number, { tokens, isPrefix }: Wording): boolean {
  if (at + tokens.length > pieces.length) return false
  return tokens.every((token, index) => {
    const told = pieces[at + index]!.token
    return told === token || (isPrefix && index === tokens.length - 1 && told.startsWith(token))
  })
}

function add(spans: Stretch[], span: Stretch): void {
  const last = spans.at(-1)
  if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
  else spans.push(span)
}

function partsOf(text: string, spans: Stretch[]): Marked[] {
  const parts: Marked[] = []
  let at = 0
  for (const { from, to } of spans) {
    if (from > at) parts.push({ text: text.slice(at, from), isFound: false })
    parts.push({ text: text.slice(from, to), isFound: true })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), isFound: false })
  return parts
}

const near = 30

/** Where a word begins at or soon after; where none does, between two signs. */
function wordFrom(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  if (space >= 0 && space - at <= near) return space + 1
  return isWithinSign(text, at) ? at + 1 : at
}

function wordBefore(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  if (space >= 0 && at - space <= near) return space
  return isWithinSign(text, at) ? at - 1 : at
}

function isWithinSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
