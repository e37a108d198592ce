import { expect, test } from 'vitest'
import type { Finding } from '../../../domain/finding.ts'
import { readPost } from '../read-post.ts'

function read(text: string, readOn = '2021-12-10'): Finding[] {
  return [...readPost(new TextEncoder().encode(text), { readOn })].flatMap(line =>
    'finding' in line ? [line.finding] : [],
  )
}

const said = ({ title, start, end }: Finding) => [title, start, end].filter(Boolean).join(' | ')

test('a day alone in its line heads the hours in the lines below it, in any language', () => {
  const hindi =
    'मानवाधिकार दिवस 2021 कार्यक्रम\n\nशुक्रवार, 10 दिसंबर 2021\nशाम 5 बजे: वेबिनार "प्रवासी मजदूरों के अधिकार" https://zoom.us/j/123123123\nसुबह 11:00 बजे (IST): राष्ट्रीय आयोग का कार्यक्रम\n'
  expect(read(hindi).map(said)).toEqual([
    'प्रवासी मजदूरों के अधिकार | 2021-12-10T17:00:00',
    'राष्ट्रीय आयोग का कार्यक्रम | 2021-12-10T11:00:00+05:30[Asia/Kolkata]',
  ])
  const italian =
    'Eventi per la Giornata mondiale del rifugiato\n\nLunedì 20 giugno 2022\nore 10.30: Convegno "Vie legali di accesso", Centro Astalli\ndalle 17 alle 19: Torneo di calcio\nalle 21: Proiezione del film "Io capitano"\n\nMartedì 21 giugno\nh 18: Presentazione del rapporto https://zoom.us/j/4445556666\n'
  expect(read(italian, '2022-06-01').map(said)).toEqual([
    'Vie legali di accesso | 2022-06-20T10:30:00',
    'Torneo di calcio | 2022-06-20T17:00:00 | 2022-06-20T19:00:00',
    'Io capitano | 2022-06-20T21:00:00',
    'Presentazione del rapporto | 2022-06-21T18:00:00',
  ])
  const thai =
    'วันสิทธิมนุษยชนสากล กิจกรรม\n\nวันศุกร์ที่ 10 ธันวาคม 2564\nเวลา 13.00 น. เสวนา "สิทธิแรงงานข้ามชาติ" https://zoom.us/j/5554443331\nเวลา 18.00 น. จุดเทียน หอศิลป์กรุงเทพฯ\n'
  expect(read(thai).map(({ start }) => start)).toEqual(['2021-12-10T13:00:00', '2021-12-10T18:00:00'])
  const persian =
    'روز جهانی مهاجران – برنامه‌ها\n\nشنبه ۲۷ آذر ۱۴۰۰\nساعت ۱۸: وبینار «حقوق کودکان مهاجر»\nساعت ۲۰:۳۰ به وقت کابل: نشست آنلاین زنان افغانستان\n'
  expect(read(persian).map(said)).toEqual([
    'حقوق کودکان مهاجر | 2021-12-18T18:00:00',
    'نشست آنلاین زنان افغانستان | 2021-12-18T20:30:00+04:30[Asia/Kabul]',
  ])
})

test('a day in figures is no hour, and the year that all days name is the year of those that name none', () => {
  const german =
    '<h1>Tag der Menschenrechte – Veranstaltungen</h1><h3>Freitag, 10.12.2021</h3><ul><li>11 Uhr: Pressekonferenz des Deutschen Instituts (<a href="https://dim.example/live">Livestream</a>)</li><li>um halb acht abends: Lesung mit Navid Kermani, Literaturhaus. Eintritt 8 €</li><li>ab 18 Uhr: Lichterkette vor dem Tor</li></ul><h3>Samstag, 11.12.</h3><ul><li>14–16 Uhr Workshop „Argumentieren gegen Parolen“, VHS Bonn (fällt aus!)</li></ul>'
  const lines = [...readPost(new TextEncoder().encode(german), {})]
  const findings = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
  expect(findings.map(one => [said(one), one.status, one.organisations?.map(({ name }) => name)])).toEqual([
    ['Pressekonferenz des Deutschen Instituts | 2021-12-10T11:00:00', undefined, undefined],
    ['Lesung mit Navid Kermani | 2021-12-10T19:30:00', undefined, undefined],
    ['Lichterkette vor dem Tor | 2021-12-10T18:00:00', undefined, undefined],
    ['Argumentieren gegen Parolen | 2021-12-11T14:00:00 | 2021-12-11T16:00:00', 'cancelled', ['VHS Bonn']],
  ])
})

test('under the title of one event the hours below days are its sessions', () => {
  const [event, ...others] = read(
    'Conference on the Rights of Domestic Workers\n\nJoin us for two days at the university.\n\nThursday 16 June 2022\n9:30 Opening remarks\n10:00 – 11:00 Panel: ten years of C189\n\nFriday 17 June 2022\n10:00 Workshop on organising\n12:30 Closing\n',
  )
  expect(others).toEqual([])
  expect(event?.title).toBe('Conference on the Rights of Domestic Workers')
  expect(event?.sessions?.map(said)).toEqual([
    'Opening remarks | 2022-06-16T09:30:00',
    'Panel: ten years of C189 | 2022-06-16T10:00:00 | 2022-06-16T11:00:00',
    'Workshop on organising | 2022-06-17T10:00:00',
    'Closing | 2022-06-17T12:30:00',
  ])
})

test('the name of a part in the first line of a paragraph heads the titles below it', () => {
  const found = read(
    'Día Internacional de las Personas Migrantes 2021\n\nViernes 17 de diciembre\n\n- 17 hs. (Argentina) / 15 hs. (Colombia): Panel "Mujeres migrantes", CELS\n\nComunicados\n"Ningún ser humano es ilegal" (CELS) https://cels.example/2021\n',
  )
  expect(found.map(one => `${one.kind}: ${said(one)}`)).toEqual([
    'event: Mujeres migrantes | 2021-12-17T17:00:00-03:00[America/Argentina/Buenos_Aires]',
    'statement: Ningún ser humano es ilegal',
  ])
})

test('what a new day takes the place of is not told, and what became of it is no part of the title', () => {
  const found = read(
    'Human Rights Day 2022 – listings\n\nPOSTPONED: Webinar "Business and human rights", 9 December 2022, 3pm CET – new date: 16 January 2023, 3pm CET.\n\nCancelled: Vigil at Trafalgar Square, 10 December 2022, 5pm\n\nSaturday 10 December 2022, 11am-12.30pm GMT: "Protest and the law" – Liberty\n',
  )
  expect(found.map(one => [said(one), one.status])).toEqual([
    ['Business and human rights | 2023-01-16T15:00:00+01:00[Europe/Berlin]', 'postponed'],
    ['Vigil at Trafalgar Square | 2022-12-10T17:00:00', 'cancelled'],
    ['Protest and the law | 2022-12-10T11:00:00+00:00[UTC] | 2022-12-10T12:30:00+00:00[UTC]', undefined],
  ])
})

test('labels of many languages tell what, when, where and who', () => {
  const [found] = read(
    '日時：2021年12月18日（土）14:00〜16:00\n場所：オンライン（Zoom）\nテーマ：移住労働者の権利\n主催：移住連\n申込：https://migrants.example/form\n',
  )
  expect([said(found!), found?.attendance, found?.organisations, found?.links]).toEqual([
    '移住労働者の権利 | 2021-12-18T14:00:00 | 2021-12-18T16:00:00',
    'online',
    [{ name: '移住連' }],
    [{ role: 'registration', url: 'https://migrants.example/form' }],
  ])
})

test('a body that opens with a day or the name of a part has no title in it', () => {
  const html = (head: string) =>
    `<!-- wp:heading --><h2>${head}</h2><!-- /wp:heading --><!-- wp:list --><ul><li>11:00 GMT – <a href="https://amnesty.example/w4r">Write for Rights</a></li><li>15:00 CET – <em>Launch of UDHR 75</em>, OHCHR</li></ul><!-- /wp:list -->`
  const lines = [
    ...readPost(new TextEncoder().encode(html('Saturday 10 December')), { published: '2022-12-09' }),
  ]
  expect(lines[0]).toEqual({ programme: { published: '2022-12-09' } })
  const found = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
  expect(found.map(one => [said(one), one.doubts])).toEqual([
    ['Write for Rights | 2022-12-10T11:00:00+00:00[UTC]', undefined],
    ['Launch of UDHR 75 | 2022-12-10T15:00:00+01:00[Europe/Berlin]', undefined],
  ])
})

test('a title in slanted type, and its link over the name of the site alone', () => {
  const [, found] = [
    ...readPost(
      new TextEncoder().encode(
        '<p>Today is International Migrants Day.</p><p>And this is the statement by PICUM:</p><p><em>Regularise now</em> (<a href="https://picum.org/x">picum.org</a>)</p>',
      ),
      { published: '2021-12-18' },
    ),
  ].flatMap(line => ('finding' in line ? [undefined, line.finding] : []))
  expect([found?.kind, found?.title, found?.url, found?.organisations]).toEqual([
    'statement',
    'Regularise now',
    'https://picum.org/x',
    [{ name: 'PICUM' }],
  ])
})

test('below a heading that is a day, each line of a paragraph that opens with an hour is an event', () => {
  const html =
    '<h1>Week</h1><h2>Tuesday 16 March 2027</h2><p>18:00 Film night<br>Kino Eins<br>20:00 Debate: Who belongs?</p><h2>Thursday 18 March 2027</h2><p>19:30 Reading circle</p>'
  const lines = [...readPost(new TextEncoder().encode(html), { published: '2027-03-15' })]
  const found = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
  expect(found.map(said)).toEqual([
    'Film night | 2027-03-16T18:00:00',
    'Debate: Who belongs? | 2027-03-16T20:00:00',
    'Reading circle | 2027-03-18T19:30:00',
  ])
})

test('“7. Oktober 2027” opens a line with a day, and is no seventh item of a list', () => {
  const text =
    'Im Oktober:\n\n* 7. Oktober 2027, 19:00 Uhr: Vortrag „Grenzen“\n* 14. Oktober, 18 Uhr: Vortrag „Meer“\n\n21. listopadu 2027, 18:30: Debata\n\n1. March for rights\n2. May we ask\n'
  const lines = [...readPost(new TextEncoder().encode(text), { published: '2027-09-15' })]
  const found = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
  expect(found.map(({ start }) => start)).toEqual([
    '2027-10-07T19:00:00',
    '2027-10-14T18:00:00',
    '2027-11-21T18:30:00',
  ])
})
