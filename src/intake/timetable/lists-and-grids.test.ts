import { describe, expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { inspect } from '../inspect.ts'

async function read(text: string, name = 'table.csv'): Promise<Finding[]> {
  const lines = await inspect(Buffer.from(text), { name, readOn: '2026-11-30' })
  return [...lines].flatMap(line => ('finding' in line ? [line.finding] : []))
}

/** A table as a page has it, below the day it is about. */
function html(text: string, delimiter: string): string {
  const rows = text.split('\n').map(row => `<tr><td>${row.split(delimiter).join('</td><td>')}</td></tr>`)
  return `<html><body><h1>Day of the harbour</h1><p>18 December 2026</p><table>${rows.join('')}</table></body></html>`
}

/** What rows are about, in the second column, is an event; who does it, where, and whether, are none. */
const lists = [
  [
    'German',
    'Uhrzeit;Was;Wer;Raum',
    'Eröffnung',
    'Vortrag zur Flucht',
    'Anna Schmidt',
    'Ben Maier',
    'Aula',
    'Raum 1',
  ],
  [
    'Spanish',
    'Hora,Qué,Quién,Sala',
    'Apertura',
    'Charla de cierre',
    'Ana Ruiz',
    'Luis Gil',
    'Aula',
    'Sala 1',
  ],
  [
    'French',
    'Heure,Quoi,Qui,Salle',
    'Ouverture',
    'Débat final',
    'Marie Petit',
    'Paul Roux',
    'Aula',
    'Salle 2',
  ],
  [
    'English',
    'Time,What happens,Floor manager,Online',
    'Opening words',
    'Talks',
    'Kim Park',
    'Ann Lee',
    'yes',
    'no',
  ],
  [
    'Italian',
    'Ora;Cosa;Chi;Aula',
    'Apertura',
    'Tavola rotonda',
    'Gina Rossi',
    'Ugo Neri',
    'Aula 1',
    'Aula 2',
  ],
  [
    'Portuguese',
    'Horário;O quê;Quem;Sala',
    'Abertura',
    'Roda final',
    'Rui Costa',
    'Eva Lima',
    'Sala 3',
    'Sala 4',
  ],
  ['Dutch', 'Tijd;Wat;Wie;Zaal', 'Opening', 'Lezing', 'Jan Bakker', 'Els Visser', 'Zaal 1', 'Zaal 2'],
  ['Swedish', 'Tid;Vad;Vem;Sal', 'Invigning', 'Samtal', 'Lars Berg', 'Eva Lund', 'Sal 1', 'Sal 2'],
  ['Polish', 'Godzina;Co;Kto;Sala', 'Otwarcie', 'Debata', 'Jan Nowak', 'Ewa Kos', 'Sala 1', 'Sala 2'],
  ['Russian', 'Время;Что;Кто;Зал', 'Открытие', 'Круглый стол', 'Анна Белова', 'Иван Лосев', 'Зал 1', 'Зал 2'],
  [
    'Hungarian',
    'Idő;Mi lesz;Ki vezeti;Terem',
    'Megnyitó',
    'Beszélgetés',
    'Kovács Anna',
    'Nagy Béla',
    'Terem 1',
    'Terem 2',
  ],
  [
    'Indonesian',
    'Waktu;Apa;Siapa;Ruang',
    'Pembukaan',
    'Diskusi',
    'Siti Aminah',
    'Budi Santoso',
    'Ruang 1',
    'Ruang 2',
  ],
] as const

describe('a list is never read as a grid', () => {
  test.each(lists)('%s', async (_, head, first, second, who, other, where, there) => {
    const delimiter = head.includes(';') ? ';' : ','
    const text = [
      head,
      ['9:00', first, who, where].join(delimiter),
      ['10:00', second, other, there].join(delimiter),
    ].join('\n')
    for (const findings of [await read(text), await read(html(text, delimiter), 'page.html')]) {
      const all = findings.flatMap(({ title, sessions = [] }) => [title, ...sessions.map(one => one.title)])
      for (const wrong of [who, other, where, there, 'yes', 'no']) expect(all).not.toContain(wrong)
    }
    const titles = (await read(text)).map(({ title }) => title)
    expect([[], [first, second]]).toContainEqual(titles)
  })

  test('those whose heads are known are read, each with where it is', async () => {
    expect(
      await read('Uhrzeit;Was;Wer;Raum\n9:00;Eröffnung;Anna Schmidt;Aula\n10:00;Runde;Ben Maier;Raum 1'),
    ).toMatchObject([
      { title: 'Eröffnung', time: '09:00', place: { name: 'Aula' } },
      { title: 'Runde', time: '10:00', place: { name: 'Raum 1' } },
    ])
  })

  test.each([
    'Time;Thema des Blocks;Meeting room\n9:00;Erste Worte des Tages;Room 4\n10:00;Was uns trennt;Room 5',
    'Time;Thing to see;Zoom link;Stage manager\n9:00;Words of welcome;https://zoom.us/j/1;Kim Park\n10:00;What comes next;https://zoom.us/j/2;Ann Lee',
    'Time;Thing to see;Room no.;Stage?\n9:00;Words of welcome;4;yes\n10:00;What comes next;5;no',
    'Time;Thing to see;Main stage;Online\n9:00;Words of welcome;yes;no\n10:00;What comes next;yes;yes',
  ])('what is said of rooms names none: %s', async text => {
    const titles = (await read(text)).map(({ title }) => title)
    for (const wrong of ['Room 4', 'Kim Park', '4', 'yes', 'no']) expect(titles).not.toContain(wrong)
  })
})

describe('a grid is read as one', () => {
  const day = '18 December 2026 (Berlin time)'
  test.each([
    [
      `${day},,\nTime,Room A,Room B\n9:00,Work and care,Songs of leaving\n10:00,Paper walls,Maps of home`,
      ['Room A', 'Room B'],
    ],
    [
      `${day};;\nUhrzeit;Großer Saal;Werkstatt 1\n9:00;Was Arbeit heißt;Lieder vom Gehen\n10:00;Mauern aus Papier;Karten von daheim`,
      ['Großer Saal', 'Werkstatt 1'],
    ],
    [
      `${day},,\nHora,Sala Azul,Sala Verde\n9:00,Trabajo y cuidados,Canciones de ida\n10:00,Muros de papel,Mapas de casa`,
      ['Sala Azul', 'Sala Verde'],
    ],
    [
      `${day},,\nTime,Seminar 1,Seminar 2\n9:00,Work and care,Songs of leaving\n10:00,Paper walls,Maps of home`,
      ['Seminar 1', 'Seminar 2'],
    ],
    [
      `${day},,\nHeure,Salle Arendt,Amphi\n9h00,Travail et soin,Chants du départ\n10h00,Murs de papier,Cartes de chez nous`,
      ['Salle Arendt', 'Amphi'],
    ],
    [
      `${day},,\n時間,会議室A,会議室B\n9:00,仕事とケア,旅立ちの歌\n10:00,紙の壁,故郷の地図`,
      ['会議室A', '会議室B'],
    ],
  ])('%s', async (text, [first, second]) => {
    const rows = text
      .split('\n')
      .slice(2)
      .map(row => row.split(/[,;]/))
    expect(await read(text)).toMatchObject(
      rows.flatMap(([, one, other], at) =>
        [
          [one, first],
          [other, second],
        ].map(([title, name]) => ({
          title,
          start: `2026-12-18T${at === 0 ? '09' : '10'}:00:00+01:00[Europe/Berlin]`,
          place: { name },
        })),
      ),
    )
  })

  test('what begins after midnight is on the next day, in sheets and on pages', async () => {
    const rows =
      'Time,Room A,Room B\n22:00,Late talk,Jam of all\n23:00,Chess for two,Films we love\n00:30,Walk to the sea,Songs of home\n02:00,Last tea of all,'
    const starts = (findings: Finding[]) => findings.map(({ title, start, end }) => [title, start, end])
    const berlin = (told: string) => `${told}:00+01:00[Europe/Berlin]`
    expect(starts(await read(`19 December 2026 (Berlin time),,\n${rows}`))).toEqual([
      ['Late talk', berlin('2026-12-19T22:00'), berlin('2026-12-19T23:00')],
      ['Jam of all', berlin('2026-12-19T22:00'), berlin('2026-12-19T23:00')],
      ['Chess for two', berlin('2026-12-19T23:00'), berlin('2026-12-20T00:30')],
      ['Films we love', berlin('2026-12-19T23:00'), berlin('2026-12-20T00:30')],
      ['Walk to the sea', berlin('2026-12-20T00:30'), berlin('2026-12-20T02:00')],
      ['Songs of home', berlin('2026-12-20T00:30'), berlin('2026-12-20T02:00')],
      ['Last tea of all', berlin('2026-12-20T02:00'), undefined],
    ])
    const [page] = await read(html(rows, ','), 'page.html')
    const sessions = starts(page!.sessions ?? []).map(([title, start]) => [title, start?.slice(0, 16)])
    expect(sessions).toContainEqual(['Chess for two', '2026-12-18T23:00'])
    expect(sessions).toContainEqual(['Walk to the sea', '2026-12-19T00:30'])
    expect(page).toMatchObject({ title: 'Day of the harbour', start: '2026-12-18T22:00:00' })
    expect(page).not.toHaveProperty('end')
  })

  test('a day whose year is not told goes on into the next year', async () => {
    const rows = 'Time,Room A,Room B\n22:00,Late talk,Jam of all\n00:30,Walk to the sea,Songs of home'
    const found = await read(`31 December (Berlin time),,\n${rows}`)
    expect(found.map(({ start }) => start?.slice(0, 16))).toEqual([
      '2026-12-31T22:00',
      '2026-12-31T22:00',
      '2027-01-01T00:30',
      '2027-01-01T00:30',
    ])
  })

  test('what comes many hours later does not tell an end', async () => {
    const found = await read(
      `${day},,\nTime,Room A,Room B\n9:00,Work and care,Songs\n10:00,Paper walls,\n20:30,Night walk,`,
    )
    expect(found.map(({ title, end }) => [title, end?.slice(11, 16)])).toEqual([
      ['Work and care', '10:00'],
      ['Songs', '10:00'],
      ['Paper walls', undefined],
      ['Night walk', undefined],
    ])
  })

  test('hours that go from 12 on to 1 are after noon', async () => {
    const found = await read(
      `${day},,\nTime,Room A,Room B\n11:00,Work and care,Songs\n12:00-1:00,Paper walls,\n1:00,Maps of home,\n2:30,Law in a suitcase,`,
    )
    expect(found.map(({ title, start, end }) => [title, start?.slice(11, 16), end?.slice(11, 16)])).toEqual([
      ['Work and care', '11:00', '12:00'],
      ['Songs', '11:00', '12:00'],
      ['Paper walls', '12:00', '13:00'],
      ['Maps of home', '13:00', '14:30'],
      ['Law in a suitcase', '14:30', undefined],
    ])
  })

  test('a new day that is told begins anew', async () => {
    const rows =
      'Time,Room A,Room B\n22:00,Late talk,Jam of all\n20 December 2026,,\n00:30,Walk to the sea,Songs of home'
    const found = await read(`19 December 2026 (Berlin time),,\n${rows}`)
    expect(found.map(({ start }) => start?.slice(0, 16))).toEqual([
      '2026-12-19T22:00',
      '2026-12-19T22:00',
      '2026-12-20T00:30',
      '2026-12-20T00:30',
    ])
  })

  test('titles written like names are no people on duty', async () => {
    const found = await read(
      `${day},,\nTime,Room A,Room B\n18:00,Opening Ceremony,Poetry Slam\n19:00,Film Night,Open Stage`,
    )
    expect(found.map(({ title }) => title)).toEqual([
      'Opening Ceremony',
      'Poetry Slam',
      'Film Night',
      'Open Stage',
    ])
  })

  test('people on duty are no events', async () => {
    expect(
      await read(
        `${day},,\nTime,Room A,Room B\n18:00,Ann Lee,Ben Maier\n19:00,Ben Maier,Ann Lee\n20:00,Ann Lee,Cem Demir`,
      ),
    ).toEqual([])
  })
})
