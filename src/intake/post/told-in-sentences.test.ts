import { describe, expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { readPost } from './read-post.ts'

const read = (text: string, published = '2027-04-29'): Finding[] =>
  [...readPost(Buffer.from(text), { published })].flatMap(line => ('finding' in line ? [line.finding] : []))
const hosts = (finding: Finding | undefined) => (finding?.organisations ?? []).map(one => one.name)
const others = ['One for all', 'Two for joy', 'Three for show'].map(
  (title, at) => `- ${at + 1} pm: [${title}](https://other.example/${at}), a talk\n`,
)
/** The findings of a round-up's part, behind three others that make it one. */
const post = (body: string) =>
  read(
    `# World Press Freedom Day: a list\n\nTimes are London time.\n\n## Sunday 2 May\n\n${others.join('')}\n## Monday 3 May\n\n${body}`,
  ).slice(others.length)

describe('who does something in a sentence is whose event it is', () => {
  test.each([
    [
      'The Lagos Reporters’ Guild opens the round at 14:00 with **Sources and Secrets**, a talk. [Here](https://a.example/1).',
      ['Lagos Reporters’ Guild'],
    ],
    [
      '**Ageism in the algorithm.** At 9 a.m., HelpElders International and the University of Geneva look at hiring. [RSVP](https://a.example/2)',
      ['HelpElders International', 'University of Geneva'],
    ],
    ['**Silence as evidence.** At 9 a.m., Maria Costa gives a talk. [RSVP](https://a.example/3)', []],
    ['**Silence as evidence.** The Great Hall opens at 9 a.m. [RSVP](https://a.example/4)', []],
    ['**Silence as evidence.** The Prime Minister opens it at 9 a.m. [RSVP](https://a.example/5)', []],
  ])('%s', (line, names) => {
    const found = post(`${line}\n\n11 am: [Lunch with editors](https://a.example/9) (Exiled News Network)\n`)
    expect(hosts(found[0])).toEqual(names)
    expect(hosts(found[1])).toEqual(['Exiled News Network'])
  })

  test('words for what one does, and titles before names, are nobody', () => {
    const [first, second] = post(
      '### Waves over water – Radio Lagoon (Kerala)\n\n05:30. Fishermen on air. Listen: <https://a.example/live>\n\n### How to build\n\nWorkshop with the Free Airwaves Network, at 14:00. [Page](https://a.example/b).\n',
    )
    expect([first?.title, hosts(first)]).toEqual(['Waves over water', ['Radio Lagoon']])
    expect(hosts(second)).not.toContain('Workshop')
  })

  test('“Who:” may name bodies', () => {
    const [event] = post(
      '### Walk and Talk\n\nWhere: Market Hall\\\nWhen: 10.30am\\\nWho: Leeds Mind Matters\n',
    )
    expect([hosts(event), event?.people]).toEqual([['Leeds Mind Matters'], undefined])
  })

  test('who invites in a line, and to what', () => {
    const [event] = post(
      '- The Preservation Guild invites you to its awards ceremony, 16:00. https://a.example/w\n',
    )
    expect([event?.title, hosts(event)]).toEqual(['Awards ceremony', ['Preservation Guild']])
  })
})

describe('days', () => {
  test('a weekday and its number open a sentence, and a weekday heads a list', () => {
    const found = read(
      `# Día Mundial de las Aves Migratorias: agenda

Si no digo otra cosa, es hora peninsular española.

El viernes 7, Aves del Sur organiza el conversatorio «Del Ártico a Chiloé», a las 18:00 de Chile. Por [YouTube](https://a.example/y).

Y el sábado:

- 11:00 h. Taller de cajas nido (Asociación Brinzal) – [reserva](https://a.example/t)
- ~~20:00 h. Ruta nocturna de chotacabras (Aves del Sur)~~ CANCELADA por aviso de tormenta
`,
      '2027-05-04',
    )
    expect(found.map(({ title, start, status }) => [title, start, status])).toEqual([
      ['Del Ártico a Chiloé', '2027-05-07T18:00:00-04:00[America/Santiago]', undefined],
      ['Taller de cajas nido', '2027-05-08T11:00:00+02:00[Europe/Madrid]', undefined],
      ['Ruta nocturna de chotacabras', '2027-05-08T20:00:00+02:00[Europe/Madrid]', 'cancelled'],
    ])
  })

  test('a zone is said in passing', () => {
    const [event] = read(
      '# Day of Older Persons: a guide\n\nHello. (Eastern time, because that is where my kettle is.)\n\n## Thursday, October 1\n\n- 9 a.m.: [Old is a verb](https://a.example/o), a talk\n- 11 a.m.: [Dance](https://a.example/d), a talk\n',
      '2026-09-27',
    )
    expect(event?.start).toBe('2026-10-01T09:00:00-04:00[America/New_York]')
  })
})

test('what became of an event stands behind its heading, and before a title', () => {
  const found = post(
    '**CANCELLED:** Kayak in the bay (5 pm, Paracas Rowing Club)\n\n### Laughter yoga – FULLY CANCELLED due to illness\n\nWhere: Unity Hall\\\nWhen: 11am\\\nWho: Giggle Collective\n',
  )
  expect(found.map(({ title, status }) => [title, status])).toEqual([
    ['Kayak in the bay', 'cancelled'],
    ['Laughter yoga', 'cancelled'],
  ])
})

test('positions are statements, a tag that readers are told to use is a campaign, a campaign toolkit a toolkit', () => {
  const found = post(
    `10 am: [Who owns the press?](https://a.example/p), a talk

## Prises de position

- [Communiqué : « Pas une aumône »](https://a.example/c), Observatoire des droits

## Speak up

Use **#OurRamps**: the Wheelmap Collective asks you to post a picture. [How it works](https://a.example/r)

## Resources

[Campaign toolkit 2026](https://a.example/kit) by Inclusion Now
`,
  )
  expect(found.map(({ kind, title }) => [kind, title])).toEqual([
    ['event', 'Who owns the press?'],
    ['statement', 'Pas une aumône'],
    ['campaign', '#OurRamps'],
    ['toolkit', 'Campaign toolkit 2026'],
  ])
})
