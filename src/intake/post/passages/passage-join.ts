import type { Passage } from './passage.ts'

/** Several passages as the lines of one. */
export function joined(passages: Passage[]): Passage {
  const result: Passage = { text: '', links: [], strong: [], em: [], struck: [], quoted: [] }
  for (const passage of passages) {
    const shift = result.text === '' ? 0 : result.text.length + 1
    result.text = result.text === '' ? passage.text : `${result.text}\n${passage.text}`
    const moved = <T extends { start: number; end: number }>(spans: T[]): T[] =>
      spans.map(span => ({ ...span, start: span.start + shift, end: span.end + shift }))
    result.links.push(...moved(passage.links))
    result.strong.push(...moved(passage.strong))
    result.em.push(...moved(passage.em))
    result.struck.push(...moved(passage.struck))
    result.quoted.push(...moved(passage.quoted))
  }
  return result
}
