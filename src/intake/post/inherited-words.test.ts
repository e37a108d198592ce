import { expect, test } from 'vitest'
import { readPost } from './read-post.ts'

function titlesIn(text: string): string[] {
  return [...readPost(new TextEncoder().encode(text), {})].flatMap(line =>
    'finding' in line ? [`${line.finding.kind}: ${line.finding.title}`] : [],
  )
}

test('names that every object has are no kind in a list of links', () => {
  const list =
    '# Links\n\n- [constructor] [video] [A study of borders](https://example.org/a) by Ada Example. How borders move.\n- [toString] [video] [A study of rivers](https://example.org/b) by Bo Example. How rivers move.\n'
  expect(titlesIn(list)).toEqual(['video: A study of borders', 'video: A study of rivers'])
})

test('what stands in an element of such a name is read', () => {
  const page = (tag: string) =>
    `<html><body><h1>Programme</h1><${tag}>Vigil for the living, 18 December 2026, 19:00 UTC</${tag}></body></html>`
  expect(titlesIn(page('constructor'))).toEqual(['event: Vigil for the living'])
})
