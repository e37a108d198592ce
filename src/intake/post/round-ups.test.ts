import { describe, expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { readPost } from './read-post.ts'

const read = (text: string, published = '2026-12-01'): Finding[] =>
  [...readPost(Buffer.from(text), { published })].flatMap(line => ('finding' in line ? [line.finding] : []))
const said = (finding: Finding | undefined) => [
  finding?.title,
  finding?.start,
  finding?.status,
  finding?.organisations?.map(one => one.name).join(', '),
]

describe('the zone of a whole post', () => {
  test.each([
    ['Sauf mention contraire, heure de Paris.', 'Europe/Paris'],
    ['Alles mitteleuropäische Sommerzeit, alles ohne Gewähr.', 'Europe/Berlin'],
    ['Horário de Brasília, salvo quando digo outra coisa.', 'America/Sao_Paulo'],
    ['Время московское, если не указано иное.', 'Europe/Moscow'],
    ['Semua jam dalam WIB kecuali disebut lain.', 'Asia/Jakarta'],
    ['時刻は特に書いていないものは日本時間です。', 'Asia/Tokyo'],
    ['Las horas son las de la península salvo que diga otra cosa.', 'Europe/Madrid'],
    ['Vi metto in fila quello che so (ora italiana).', 'Europe/Rome'],
  ])('is told by “%s”', (words, zone) => {
    const [event] = read(
      `# World Soil Day: agenda\n\n${words}\n\n## 5 December 2026\n\n- 18:00 – [Humus for all](https://a.example/1), talk\n- 20:00 – [Worms](https://a.example/2), talk`,
    )
    expect(event?.start).toContain(`[${zone}]`)
  })

  test.each([
    'Eintritt frei, wenn nichts anderes dabeisteht.',
    'In der Bücherei Lima, wenn nichts anderes dabeisteht.',
  ])('is not told by “%s”', words => {
    const [event] = read(
      `# World Soil Day: agenda\n\n${words}\n\n## 5 December 2026\n\n- 18:00 – [Humus for all](https://a.example/1), talk\n- 20:00 – [Worms](https://a.example/2), talk`,
    )
    expect(event?.start).toBe('2026-12-05T18:00:00')
  })
})

test('points of any kind, stars and tildes are read as chats mean them', () => {
  const found = read(
    '*AGENDA*\n\n*SEXTA 4/12 - DIA MUNDIAL DO SOLO*\n▪️ 10h - *Roda de solo*, com a Casa da Terra\n▪️ 15h - ~Oficina de adubo~ CANCELADA 😢',
  )
  expect(found.map(said)).toEqual([
    ['Roda de solo', '2026-12-04T10:00:00', undefined, 'Casa da Terra'],
    ['Oficina de adubo', '2026-12-04T15:00:00', 'cancelled', undefined],
  ])
})

test('days that head nested lists, and days that tell only weekday and number, hold below them', () => {
  const found = read(
    '# Día Mundial del Suelo: agenda\n\n- Viernes 4\n  - 18:00 CET: **Suelo vivo**, charla de la Red de Suelos\n- Sábado 5\n  - 11:00 CET: **Lombrices**, taller de la Casa Verde\n',
  )
  expect(found.map(said)).toEqual([
    ['Suelo vivo', '2026-12-04T18:00:00+01:00[Europe/Berlin]', undefined, 'Red de Suelos'],
    ['Lombrices', '2026-12-05T11:00:00+01:00[Europe/Berlin]', undefined, 'Casa Verde'],
  ])
})

test('what is called off below a day is of that day, without an hour', () => {
  const found = read(
    '# Journée mondiale des sols : agenda\n\n## Samedi 5 décembre\n\n- 10h – Vers de terre, Maison du Sol\n- Veillée, Collectif Humus : ANNULÉE (météo)\n',
  )
  expect(found.map(said)).toEqual([
    ['Vers de terre', '2026-12-05T10:00:00', undefined, 'Maison du Sol'],
    ['Veillée', '2026-12-05', 'cancelled', 'Collectif Humus'],
  ])
})

test('looks that style sheets give are read as elements are', () => {
  const found = read(
    '<html><head><style>.c1{font-weight:700}.c4{text-decoration:line-through}</style></head><body><h1>World Soil Day: agenda</h1><p><span class="c1">Friday 4 December 2026</span></p><ul><li><span class="c1">Living soil</span><span>, 18:00 UTC, Soil Watch</span></li><li><span class="c4">Worm count, 19:00 UTC</span><span> (School Club) cancelled</span></li><li><span class="c1">Compost</span><span>, 20:00 UTC, Garden Union</span></li></ul></body></html>',
  )
  expect(found.map(said)).toEqual([
    ['Living soil', '2026-12-04T18:00:00+00:00[UTC]', undefined, 'Soil Watch'],
    ['Worm count', '2026-12-04T19:00:00+00:00[UTC]', 'cancelled', 'School Club'],
    ['Compost', '2026-12-04T20:00:00+00:00[UTC]', undefined, 'Garden Union'],
  ])
})

test('the counters of a thread are no days, and who wrote it stands above no entry', () => {
  const head = 'Hazel @hazel@dots.example'
  const found = read(
    `${head}\n\nTomorrow is #WorldSoilDay, a thread 1/3\n\n${head}\n\n2/3 Saturday 5 December, 2pm UTC: “Six grains of soil” by the Soil Watch. Register: https://soilwatch.example/six\n\n${head}\n\n3/3 Saturday 5 December, 4pm UTC: “Worms at work” by the Worm Club. Register: https://worms.example/work`,
  )
  expect(found.map(said)).toEqual([
    ['Six grains of soil', '2026-12-05T14:00:00+00:00[UTC]', undefined, 'Soil Watch'],
    ['Worms at work', '2026-12-05T16:00:00+00:00[UTC]', undefined, 'Worm Club'],
  ])
})

test('a page titled “title (site)” bears the title, and its heading ends the wait for a link', () => {
  const found = read(
    '<h1>World Soil Day: agenda</h1><p>Friday 4 December, 18:00 UTC: <strong>Living soil</strong>, a talk by Soil Watch, <a href="https://zoom.us/j/1">Zoom</a></p><p>Saturday 5 December, 10:00 UTC: <strong>Worm count</strong>, School Club</p><h3>Statements</h3><p><a href="https://soil.example/s">Statement on soils (soil.example)</a></p>',
  )
  expect(found.map(one => [one.kind, one.title, one.links?.map(link => link.url)])).toEqual([
    ['event', 'Living soil', ['https://zoom.us/j/1']],
    ['event', 'Worm count', undefined],
    ['statement', 'Statement on soils', ['https://soil.example/s']],
  ])
})

test('a day that holds no more is not read, where another is told', () => {
  const [event] = read(
    '# Weltbodentag: Termine\n\n- Spaziergang, verlegt vom 28.11. auf Samstag, 5.12., 14 Uhr MEZ\n- 6.12., 14 Uhr MEZ: Vortrag\n',
    '2026-11-25',
  )
  expect(event?.start).toBe('2026-12-05T14:00:00+01:00[Europe/Berlin]')
})

test.each([
  [
    '- 21. März 2027, 18 Uhr: Lesung mit Ada M.\n- 22. März 2027, 18 Uhr: Konzert mit Bo K.',
    'Lesung mit Ada M.',
  ],
  [
    '- 21. März 2027, 10 Uhr: Leben mit Demenz – was Angehörige wissen sollten',
    'Leben mit Demenz – was Angehörige wissen sollten',
  ],
  [
    '- 21. März 2027, 19 Uhr: Lesung in der Buchhandlung Zeitlos, Freiburg',
    'Lesung in der Buchhandlung Zeitlos',
  ],
])('the title of “%s” is whole', (line, title) => {
  expect(read(`# Lesungen und Termine\n\n${line}\n`, '2027-03-01')[0]?.title).toBe(title)
})

test('a day for the abolition of something is not cancelled, nor is a debt', () => {
  const [one, other] = read(
    '# أجندة\n\n- 2 ديسمبر 2026، 18:00 بتوقيت القاهرة: ندوة اليوم الدولي لإلغاء الرق\n- 3 ديسمبر 2026، 18:00 بتوقيت القاهرة: ندوة إلغاء الديون\n',
  )
  expect([one?.status, other?.status]).toEqual([undefined, undefined])
})

test('a platform, and the day itself, organise nothing', () => {
  const found = read(
    '# 18 de diciembre: agenda\n\nEl viernes 18 de diciembre a las 17:00 CET, la Red Sur organiza el conversatorio «Derechos en casa», en vivo por Facebook.\n\nStatement for the International Day of Migrants by no one: https://a.example/s',
  )
  expect(found.flatMap(one => one.organisations?.map(two => two.name) ?? [])).toEqual(['Red Sur'])
})

test('an embedded programme is called by what it is of', () => {
  const lines = [
    ...readPost(
      Buffer.from(
        '<html><head><title>Programme | Conference on the High Seas 2027</title></head><body><article><h1>Programme</h1><p>The conference takes place on 8 June 2027, 9:00–17:00 CEST, online.</p></article></body></html>',
      ),
      {},
    ),
  ]
  expect(
    lines.map(line =>
      'programme' in line ? line.programme.title : 'finding' in line ? line.finding.title : '',
    ),
  ).toEqual(['Conference on the High Seas 2027', 'Conference on the High Seas 2027'])
})
