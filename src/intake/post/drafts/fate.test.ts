import { expect, test } from 'vitest'
import type { Finding } from '../../../domain/finding.ts'
import { readPost } from '../read-post.ts'

function findingsIn(text: string): Finding[] {
  return [...readPost(new TextEncoder().encode(text), {})].flatMap(line =>
    'finding' in line ? [line.finding] : [],
  )
}

test.each([
  ['Canceled Culture: a talk, 18 December 2026, 19:00 UTC', 'Canceled Culture: a talk', undefined],
  ['18 December 2026, 20:00 UTC: Concert: The Postponed – Club 24/7', 'Concert: The Postponed', undefined],
  ['18 December 2026, 21:00 UTC: Cancelled: Vigil for the drowned', 'Vigil for the drowned', 'cancelled'],
  [
    '18 December 2026, 22:00 UTC: Vigil for the living (postponed)',
    'Vigil for the living (postponed)',
    'postponed',
  ],
])('“%s”: only a fate that stands as one says what became of it', (line, title, status) => {
  const [finding] = findingsIn(`# Programme\n\n- ${line}\n`)
  expect([finding?.title, finding?.status]).toEqual([title, status])
})

test('the stop of a shortened name stays', () => {
  const [finding] = findingsIn('# Programm\n\n- 18. Dezember 2026, 19:00 Uhr MEZ: Lesung mit Ada M.\n')
  expect(finding?.title).toMatch(/Ada M\.$/u)
})
