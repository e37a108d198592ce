import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { readPost } from './read-post.ts'

function told(text: string, published: string): string[] {
  const lines = [...readPost(Buffer.from(text), { published })]
  const findings = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
  return findings.map(one => [`${one.kind}: ${one.title}`, one.start, who(one)].filter(Boolean).join(' | '))
}

function who(one: Finding): string {
  return [...(one.organisations ?? []), ...(one.people ?? [])].map(party => party.name).join(' + ')
}

test('a newsletter in plain text: capitals head its parts, and one sentence tells the zone of all', () => {
  const text = readFileSync(new URL('fixtures/guide.txt', import.meta.url), 'utf8')
  expect(told(text, '2022-10-05')).toEqual([
    'event: String and wind | 2022-10-10T14:00:00+02:00[Europe/Brussels] | European Kite Institute',
    'event: Morning Flight | 2022-10-10T08:00:00+02:00[Europe/Brussels] | Breeze Collective',
    'statement: Keep the sky open | Kite Watch Europe',
    'statement: Wind cannot wait | Fliers without Borders',
    'campaign: #LookUp | Young Fliers Europe',
    'toolkit: Paper has wings | Teachers for Kites',
  ])
})

test('narrated: who holds what, several in one sentence, and a list item led by its author', () => {
  const text = [
    'World Kite Day 2021: a full sky',
    'World Kite Day is on Sunday, 20 June. Here is what has reached me.',
    'In Lindmark, the Kite Forum is holding “Wind for All: an evening of talks” tomorrow at 3 pm CEST, and the Breeze Alliance has started #FlyTogether.',
    'From the coast: a report by the Wind Institute, “Ten Years of Gusts”, came out this morning.',
    '- Ann Example: [Why I fly](https://ann.example.org/why) (a blog post)',
    'The Sky Union asked to have its statement added:',
    'Above all (skyunion.example.org)',
  ].join('\n\n')
  expect(told(text, '2021-06-20')).toEqual([
    'event: Wind for All: an evening of talks | 2021-06-21T15:00:00+02:00[Europe/Berlin] | Kite Forum',
    'campaign: #FlyTogether | Breeze Alliance',
    'article: Ten Years of Gusts | Wind Institute',
    'article: Why I fly | Ann Example',
    'statement: Above all | Sky Union',
  ])
})

test('an opinion about a day, and a diary of past panels, give no entries', () => {
  const text = [
    'Why World Kite Day leaves me cold',
    'Last year I attended a webinar by the Kite Council and left with more questions than answers (https://kc.example.org/report).',
    'The ministry published its plan in March. The union issued a statement, everybody issued a statement.',
    'On Sunday I will stay at home – without livestream, without panel – and look out of the window.',
  ].join('\n\n')
  expect(told(text, '2021-06-20')).toEqual([])
})
