import { expect, test } from 'vitest'
import { entryWith, eventAt, linkTo } from '../../../test/arbitrary.ts'
import type { Entry } from '../entry.ts'
import { evidenceOf } from './evidence.ts'
import { namesAcross } from './hosts/names-across.ts'
import { isBare } from './titles/bare-title.ts'
import { titleWords } from './titles/title-words.ts'
import { traitsOf } from './traits.ts'

const by = (...names: string[]) => ({
  organisations: names.map(name => ({ id: name, name, url: null, role: null })),
})
const at = (name: string) => ({ place: { name, address: null, country: null, lat: null, lon: null } })
const event = (title: string, start: string | null, end: string | null, parts: Partial<Entry> = {}) =>
  traitsOf(
    start === null
      ? entryWith({ id: title, kind: 'event', title, published: '2023-05-20', ...parts })
      : eventAt(start, end, 'Europe/Berlin', { id: title, title, ...parts }),
  )
const says = (a: ReturnType<typeof event>, b: ReturnType<typeof event>) => evidenceOf(a, b).join(' ; ')

test('a session within the hours of a day is no other name of the day', () => {
  const day = event('Symposium on malaria', '2023-04-25T08:30', '2023-04-25T16:30', by('ISPH'))
  const session = event('Malaria: time to deliver', '2023-04-25T09:00', '2023-04-25T10:00', by('ISPH'))
  expect(says(day, session)).toContain('- hours within the other’s')
  const again = event('Symposium: malaria', '2023-04-25T08:30', '2023-04-25T16:30', by('ISPH'))
  expect(says(day, again)).not.toContain('- hours within')
})

test('what others send, seen together, is a meeting of its own', () => {
  const stream = { links: [linkTo('livestream', { url: 'https://youtu.be/abcdefghijk' })] }
  const concert = event('All-Star Global Concert', '2022-04-30T17:00', null, stream)
  for (const title of ['All-Star Global Concert: watch party', 'Public viewing: All-Star Global Concert'])
    expect(says(concert, event(title, '2022-04-30T17:00', null, stream))).toContain('- watched elsewhere')
  expect(says(concert, event('Global All-Star Concert', '2022-04-30T17:00', null, stream))).not.toContain(
    'watched',
  )
})

test('two rooms to come into are two meetings, two streams may be of one', () => {
  const room = (url: string) => ({ links: [linkTo('join', { url })] })
  const [one, other] = ['https://zoom.us/j/94455001100', 'https://zoom.us/j/97766002200'].map(url =>
    event('Webinar on migrants and health', '2020-12-18T10:00', null, room(url)),
  ) as [ReturnType<typeof event>, ReturnType<typeof event>]
  expect(says(one, other)).toContain('- other meetings')
})

test('the form of the one may be the page of the other', () => {
  const form = 'https://docs.google.com/forms/d/e/1FAIpQLSe_limpiasub24/viewform'
  const event1 = event('Buceadores contra la basura', '2024-06-08T09:00', null, {
    links: [linkTo('registration', { url: `${form}?usp=sf_link` })],
  })
  const page = event('Formulario de inscripción', '2024-06-08T09:00', null, {
    links: [linkTo('source', { url: form })],
  })
  expect(says(event1, page)).toContain('+ same form')
})

test('the house of the one may be the host of the other', () => {
  const reading = event('Versi di primavera', '2023-03-21T18:30', null, {
    ...by('Circolo Il Gelso'),
    ...at('Libreria Controvento'),
  })
  const evening = event('Giornata della poesia: letture con il Gelso', '2023-03-21T18:30', null, {
    ...by('Libreria Controvento'),
    ...at('Via dei Macci 14, Firenze'),
  })
  expect(namesAcross(reading, evening)).toBeGreaterThan(1)
  const other = event('Concerto di primavera', '2023-03-21T18:30', null, by('Scuola di musica'))
  expect(namesAcross(reading, other)).toBe(0)
})

test.each([
  ['Webinar registration', true],
  ['Registro de reunión', true],
  ['MH Day Webinar', true],
  ['Microsoft Virtual Events Powered by Teams', true],
  ['Webinar on remittances', false],
  ['Prayer for peace', false],
])('whether “%s” says nothing of the thing itself: %s', (title, is) => {
  expect(isBare(titleWords(title, []))).toBe(is)
})
