import { addressOrNull, type Content, contentOfFinding } from './content.ts'
import type { Finding, ProgrammeHead } from './finding.ts'
import type { Problem } from './problem.ts'

/**
 * What somebody pasted or dropped into an edition, and what was read out of it. `waiting` to be read; `read` with
 * findings to be settled; `failed` with nothing found, so that it is filled in by hand; `closed`: nothing is left to do.
 */
export type Reading = {
  id: string
  editionId: string
  /** The entry that was read again; null where something new is looked for. */
  entryId: string | null
  /** The suggestion that it belongs to: `by` is what its sender calls themselves then, '' where they did not say. */
  suggestionId: string | null
  /** The source that told it newly when it was read again. */
  sourceId: string | null
  at: number
  /** Who pasted it. */
  by: string
  form: 'address' | 'text' | 'file'
  /** The address, the text, or the name of the file. */
  input: string
  state: 'waiting' | 'read' | 'failed' | 'closed'
  /** Where the address led to. */
  url: string | null
  findings: Finding[]
  problems: Problem[]
  head: ProgrammeHead | null
  /** By the number of a finding. What a failed reading is filled in with by hand is number 0. */
  settled: Record<number, Settled>
  readAt: number | null
}

/**
 * What became of a finding: a new entry, a part of one that was there, or nothing. `by` the source: it tells of it no
 * more.
 */
export type Settled = { as: 'entry' | 'merged'; entry: string } | { as: 'dropped'; by?: 'source' }

/** What is to be decided of a reading: the numbers of its findings that are not settled yet. */
export function openFindings({ findings, settled, state }: Reading): number[] {
  if (state === 'waiting') return []
  const count = Math.max(findings.length, 1)
  return Array.from({ length: count }, (_, number) => number).filter(number => !settled[number])
}

/**
 * What an entry is to say that a finding becomes. It leads to the page that it was read from, if to no other. The words
 * around it in a mail or a post are whoever wrote these, and no note of the curator's: they are not taken over.
 *
 * @throws RangeError for a time that cannot be understood
 */
export function contentOfRead(
  finding: Finding,
  homeZone: string,
  { form, input, url }: Pick<Reading, 'form' | 'input' | 'url'>,
): Content {
  const told = contentOfFinding(finding, homeZone)
  // A poster that is kept here has an address of ours.
  const image = isOurs.test(finding.image ?? '') ? finding.image! : told.image
  const content = { ...told, note: null, image }
  const page = form === 'address' ? addressOrNull(url ?? input) : null
  if (page === null || content.links.some(({ role }) => role === 'source')) return content
  return { ...content, links: [{ role: 'source', url: page, title: null }, ...content.links] }
}

const isOurs = /^\/pictures\/[0-9a-f-]{36}\.webp$/

/** Where it was read, by which an entry's source is known: an address, the name of a file, or a pasted text. */
export function sourceOf({ form, input, url }: Pick<Reading, 'form' | 'input' | 'url'>): string {
  if (form === 'address') return url ?? input
  return form === 'file' ? input : pastedText
}

/** The name of the source that texts without an address have. */
export const pastedText = 'pasted text'
