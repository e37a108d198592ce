import type { Content } from './content.ts'
import { type Merged, mergeContent } from './merge.ts'
import { acceptProposals, proposalsOf } from './proposal.ts'
import { type Taking, theirsOf } from './source.ts'

export type Weighed = Pick<Merged, 'content' | 'changed' | 'kept'> & {
  /** Fields about which a curator is to be asked. */
  asked: (keyof Content)[]
  /** What the source says, with those fields as they were settled last: what today's word is compared with. */
  settled: Content
}

/**
 * What becomes of an entry that a source tells anew, as far as that may be without asking: what was settled last
 * (`base`), what the entry says (`now`), what the source says (`told`).
 *
 * @param taking null: everything that nobody here has changed is taken over, and nobody is asked
 */
export function weighChange(base: Content, now: Content, told: Content, taking: Taking | null): Weighed {
  if (!taking) {
    const { content, changed, kept } = mergeContent(base, now, told)
    return { content, changed, kept, asked: [], settled: told }
  }
  const theirs = theirsOf(told, base, taking.ours)
  const proposals = proposalsOf(base, now, theirs)
  const isFree = ({ field, told, by }: (typeof proposals)[number]) =>
    taking.changes === 'accept' &&
    by === 'source' &&
    (field !== 'status' || told !== 'cancelled' || taking.cancels)
  const free = proposals.filter(isFree).map(({ field }) => field)
  const asked = proposals.filter(proposal => !isFree(proposal)).map(({ field }) => field)
  const content = acceptProposals(now, theirs, proposals, free)
  const changed = (Object.keys(content) as (keyof Content)[]).filter(
    field => JSON.stringify(content[field]) !== JSON.stringify(now[field]),
  )
  const open = asked.includes('time') ? [...asked, 'doubts' as const] : asked
  // Only what was said before there was such a field is not known; null is a word.
  const before = (field: keyof Content) => (field in base ? base[field] : told[field])
  const settled = { ...told, ...Object.fromEntries(open.map(field => [field, before(field)])) }
  return { content, changed, kept: [], asked, settled }
}
