import { zonesOfPlaceName } from '../../../time/places.ts'
import { addOrganisation, type Draft } from '../drafts/draft.ts'
import type { Story } from '../drafts/story-state.ts'
import { looksLikeName } from '../parties/parties.ts'
import type { Piece, Section } from '../passages/outline.ts'
import { cutPassage, type Passage, passageOf, type Span } from '../passages/passage.ts'
import { dayIn } from '../times/headed-day.ts'
import { eventTimes, withoutTimes } from '../times/times-of.ts'
import { cleanTitle, isTitle } from '../titles/titles.ts'
import { bodyWord } from '../words/body-words.ts'
import { namesEvent } from '../words/kind-words.ts'
import { labelOf } from '../words/label-words.ts'
import { eventWith } from './timed-event.ts'

/** "date | place | **title** | group" in a line, or a row of a table: what a cell holds shows in the cell. */
export function readRow(
  story: Story,
  section: Section,
  piece: Piece,
  header: string[] | null,
  sectionDay: string | undefined,
): boolean {
  const cells = cellsOf(piece)
  if (cells.length < 2) return false
  const day = (header ? dayCell(story, cells, header) : undefined) ?? sectionDay
  const parts = cells.map((cell, index) => ({
    cell,
    index,
    times: eventTimes(cell, story.context),
    label: header ? columnOf(header[index] ?? '') : null,
  }))
  const timed = parts.filter(
    part =>
      part.times.length > 0 &&
      withoutTimes(
        part.cell.text,
        part.times.map(time => time.at),
      ).length < 25,
  )
  if (timed.length === 0) return false
  const zone = header
    ? timed.map(part => zoneOfColumn(header[part.index] ?? '', part.cell.text)).find(Boolean)
    : undefined
  const told = timed.map(part => part.cell)
  const times = eventTimes(
    joinCells(told, zone && told.length === 1 && told[0] ? ` ${zone}` : ''),
    story.context,
    day,
  )
  if (times.length === 0) return false
  const others = parts.filter(part => !timed.includes(part) && part.cell.text !== '')
  const inner = childTitle(piece)
  const named =
    others.find(part => part.label === 'title' && isTitle(part.cell.text)) ??
    others.find(part => part.label === 'what' && isTitle(cleanTitle(part.cell.text))) ??
    others.find(part => part.cell.strong.length > 0 && isTitle(part.cell.text))
  const places = others.filter(
    part => part !== named && (part.label === 'where' || (part.label === null && isPlace(part.cell.text))),
  )
  const rest = others.filter(
    part => part !== named && !places.includes(part) && isTitle(cleanTitle(part.cell.text)),
  )
  const title = named
    ? cleanTitle(named.cell.text)
    : (inner?.text ??
      cleanTitle(rest.find(part => part.label === null || part.label === 'link')?.cell.text ?? ''))
  if (!isTitle(title)) return false
  const titleLink = (named ?? rest[0])?.cell.links[0] ?? piece.passage.links[0]
  const draft = eventWith(story, section, piece, piece.passage, title, times, inner?.url ?? titleLink?.url)
  fillParties(
    draft,
    rest.filter(part => part !== named && cleanTitle(part.cell.text) !== title),
  )
  fillPlace(
    draft,
    places.map(part => part.cell.text),
    section,
  )
  return true
}

type Part = { cell: Passage; label: string | null }

function fillParties(draft: Draft, rest: Part[]): void {
  for (const part of rest) {
    const name = cleanTitle(part.cell.text)
    if (part.label === 'speakers')
      for (const one of name.split(/\s*[,;]\s*|\s+(?:and|und|et|y|e)\s+/)) {
        const isBody = bodyWord.test(one) || zonesOfPlaceName(one.split(' ').at(-1) ?? '').length > 0
        if (isBody || !looksLikeName(one)) addOrganisation(draft, one)
        else (draft.finding.people ??= []).push({ name: one, role: 'speaker' })
      }
    else if (
      part.label === 'organisers' ||
      (part.label === null && rest.length === 1 && !/^https?:/.test(name))
    )
      addOrganisation(draft, name)
  }
}

/** A town in a list of online events is where the hosts are, not where it takes place. */
function fillPlace(draft: Draft, places: string[], section: Section): void {
  const virtual = places.some(place => /\b(?:virtual|online)\b/i.test(place))
  const hybrid = places.some(place => /\bhybrid\b/i.test(place))
  const listed = listedAs(section)
  const attendance = hybrid
    ? 'mixed'
    : virtual
      ? 'online'
      : (listed ?? (places.length > 0 ? 'offline' : undefined))
  if (attendance) draft.finding.attendance = attendance
  const place = places
    .map(one =>
      one
        .replace(/\b(?:virtual|online|hybrid)\b|[()]/gi, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .find(Boolean)
  if (place && attendance !== 'online') draft.finding.place = { name: place }
}

function listedAs(section: Section): 'online' | 'offline' | undefined {
  if (/\b(?:online|virtual|en línea|en ligne)\b/i.test(section.heading.text)) return 'online'
  return /\b(?:in[- ]person|offline|on[- ]site|africa|asia|europe|america|oceania|vor ort|presencial)\b/i.test(
    section.heading.text,
  )
    ? 'offline'
    : undefined
}

function isPlace(text: string): boolean {
  const bare = text.replace(/^(?:virtual|online|hybrid)\b[\s(]*|\)$/gi, '').trim()
  if (bare === '') return /^(?:virtual|online|hybrid)/i.test(text)
  if (bare.length > 60 || namesEvent(bare)) return false
  return /^[\p{L} .'’-]+(?:, [\p{L} .'’-]+)*, (?:\p{Lu}{2,3}|[\p{L} ]+)$/u.test(bare)
    ? /, \p{Lu}{2,3}$/u.test(bare) || zonesOfPlaceName(bare).length > 0
    : zonesOfPlaceName(bare).length > 0
}

function cellsOf(piece: Piece): Passage[] {
  if (piece.block.cells) return piece.block.cells.map(passageOf)
  const { text } = piece.passage
  const cells: Span[] = []
  let from = 0
  for (const match of text.matchAll(/\s\|\s/g)) {
    cells.push({ start: from, end: match.index })
    from = match.index + match[0].length
  }
  if (cells.length === 0) return []
  cells.push({ start: from, end: text.length })
  return cells.map(cell => cutPassage(piece.passage, cell.start, cell.end))
}

/** "Time (ET)" tells the zone of every hour below it that has none of its own. */
function zoneOfColumn(title: string, cell: string): string | undefined {
  const zone = /[([]?\b(UTC|GMT|[A-Z]{1,4}T)\b(?:[+-]\d{1,2})?/u.exec(title)?.[0].replace(/^[([]/, '')
  return zone && /\d/.test(cell) && !/\b(?:UTC|GMT|[A-Z]{1,4}T)\b/.test(cell) ? zone : undefined
}

function joinCells(cells: Passage[], zone: string): Passage {
  const runs = cells.flatMap((cell, index) =>
    index > 0 ? [{ text: ', ' }, { text: cell.text }] : [{ text: cell.text }],
  )
  if (zone) runs.push({ text: zone })
  return passageOf(runs)
}

function dayCell(story: Story, cells: Passage[], header: string[]): string | undefined {
  const at = header.findIndex(title => ['when', 'day'].includes(columnOf(title) ?? ''))
  return at === -1 ? undefined : dayIn(cells[at]?.text ?? '', story.context)
}

function columnOf(title: string): string | null {
  const bare = title.replace(/[([][^()[\]]*[)\]]|\b(?:UTC|GMT|[A-Z]{2,4}T)\b/g, '').trim()
  return labelOf(`${bare}:`)?.key ?? null
}

/** Newer lists put the title on a line of its own below "date | place | group". */
function childTitle(piece: Piece): { text: string; url?: string } | null {
  const child = piece.children[0]
  const link = child?.passage.links[0]
  if (!child || !link || !isTitle(cleanTitle(link.text))) return null
  return { text: cleanTitle(link.text), url: link.url }
}
