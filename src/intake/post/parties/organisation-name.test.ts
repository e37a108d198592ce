import { expect, test } from 'vitest'
import { readPost } from '../read-post.ts'
import { organisationName } from './organisation-name.ts'
import { looksLikeName } from './parties.ts'

test.each([
  ['The High Commissioner published a', 'High Commissioner'],
  ['ETUC calls for', 'ETUC'],
  ['Amnesty International has issued its', 'Amnesty International'],
  ['Elsewhere', null],
  ['Ailleurs', null],
  ['Community Hall', null],
  ['Network for the', null],
  ['Doctors of the World', 'Doctors of the World'],
  ['Carnegie Hall', 'Carnegie Hall'],
  ['The Elders', 'The Elders'],
  ['House of Cultures', 'House of Cultures'],
])('“%s” names %s', (words, name) => expect(organisationName(words)).toBe(name))

test.each([
  ['Université Laval', false],
  ['Red Jesuita', false],
  ['Ana Laval', true],
])('“%s” is the name of a person: %s', (name, isPerson) => expect(looksLikeName(name)).toBe(isPerson))

test('headings, rooms and words of a sentence are no organisations in a post', () => {
  const post = `# Migrants Day

## Elsewhere

- [Choir of the valley](https://a.example/c), Community Hall, Nairobi, 18 December, 18:00 EAT
- The High Commissioner published a [statement](https://b.example/s) on 18 December.
- The IOM published a [report on wages](https://iom.example/report)
`
  const lines = [...readPost(new TextEncoder().encode(post), { published: '2026-12-01' })]
  const names = lines.flatMap(line => ('finding' in line ? (line.finding.organisations ?? []) : []))
  expect(names.length).toBeGreaterThan(0)
  for (const { name } of names) expect(name).not.toMatch(/Elsewhere|Community Hall| published| a$/)
})
