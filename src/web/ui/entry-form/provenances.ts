import type { Provenance } from '../../../domain/finding.ts'

/** Whether a word names where in a source something stood, and `provenance.…` says so. */
export function isProvenance(word: string): word is Provenance {
  return Object.hasOwn(known, word)
}

const known: Record<Provenance, true> = {
  'json-ld': true,
  microdata: true,
  rdfa: true,
  microformats: true,
  'open-graph': true,
  oembed: true,
  calendar: true,
  feed: true,
  schedule: true,
  table: true,
  text: true,
  wordpress: true,
  file: true,
  mail: true,
  sender: true,
}
