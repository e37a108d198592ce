import { cutPassage, type Passage } from '../passages/passage.ts'
import { isTitle } from './titles.ts'

/** "[Statement](…) (Union), [Open letter](…) (Network).": titles one behind the other, each with who it is by. */
export function titlesInLine(passage: Passage): Passage[] {
  const { text, links } = passage
  if (links.length < 2 || text.includes('\n') || !links.every(link => isTitle(link.text))) return []
  const starts = links.map((link, at) => (at === 0 ? 0 : link.start))
  const parts = links.map((link, at) => {
    const tail = text.slice(link.end, starts[at + 1] ?? text.length)
    const owner = /^\s*\([^()]{2,80}\)/u.exec(tail)?.[0] ?? ''
    return { link, owner, rest: tail.slice(owner.length) }
  })
  const isList = parts.every(({ rest }) => /^[\s,;.&*_–—-]*(?:and|und|et|y|e|dan|и)?[\s*_]*$/iu.test(rest))
  const isLead = !/[\p{L}\p{N}]/u.test(text.slice(0, links[0]!.start))
  if (!isList || !isLead || parts.every(({ owner }) => owner === '')) return []
  return parts.map(({ link, owner }) => cutPassage(passage, link.start, link.end + owner.length))
}
