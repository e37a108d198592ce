import type { Letter } from './letter.ts'

/**
 * A letter as a message on a screen, for the page's worker (`scripts/worker.ts`): JSON, far below the 4 KB that a push
 * service takes (RFC 8030). `tag`: what is told again takes the place of what was told before.
 */
export function writePush({ title, parts, action, language, dir }: Letter, tag: string): string {
  const rows = parts.flatMap(({ rows }) =>
    rows.map(({ text, note }) => [text, note].filter(Boolean).join(' · ')),
  )
  const body = cut(rows.slice(0, 4).join('\n'), 500)
  return JSON.stringify({ title: cut(title, 200), body, url: action?.url ?? null, tag, lang: language, dir })
}

function cut(words: string, most: number): string {
  const signs = Array.from(words)
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : words
}
