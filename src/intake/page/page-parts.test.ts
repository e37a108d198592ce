import { describe, expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { readPage } from './read-page.ts'

const read = (body: string, head = ''): Finding[] =>
  [
    ...readPage(
      new TextEncoder().encode(
        `<html lang="en"><head><title>Tides: a talk</title>${head}</head><body><main><h1>Tides: a talk</h1>${body}</main></body></html>`,
      ),
      { url: 'https://example.org/tides' },
    ),
  ].flatMap(line => ('finding' in line ? [line.finding] : []))
const when = '<p>Tuesday 15 September 2026, 18:00–19:00 BST, online</p>'
const first = (body: string, head = '') => read(body, head)[0]

describe('what becomes of an event is told of the event', () => {
  test.each([
    ['<p>CANCELLED</p>', 'cancelled'],
    ['<p>This talk has been cancelled.</p>', 'cancelled'],
    ['<p>We are sorry: the event is postponed to spring.</p>', 'postponed'],
    ['<p>Tutto ciò che avevamo in mente per quella sera è stato annullato.</p>', 'cancelled'],
    ['<p>Your flight was cancelled, your train postponed: two lawyers explain.</p>', undefined],
    ['<p>Tickets £5, free cancellation until Monday.</p>', undefined],
    ['<p>If the talk has to be cancelled, tickets are refunded.</p>', undefined],
  ])('%s: %s', (body, status) => {
    expect(first(when + body)?.status).toBe(status)
  })

  test('right at the heading it counts more than a plugin that writes “scheduled” whatever comes', () => {
    const data =
      '<script type="application/ld+json">{"@type":"Event","name":"Tides: a talk","startDate":"2026-09-15T18:00:00+01:00","eventStatus":"https://schema.org/EventScheduled","location":{"@type":"Place","name":"Old Mill","address":"Leeds, UK"}}</script>'
    expect(first('<p>This event has been cancelled.</p>', data)?.status).toBe('cancelled')
    expect(first('<p>The talk will now be held online.</p>', data)).toMatchObject({
      status: 'movedOnline',
      attendance: 'online',
    })
    const far = `${'<p>About the coast and its people.</p>'.repeat(5)}<p>Our workshop in May was cancelled.</p>`
    expect(first(far, data)?.status).toBe('scheduled')
  })

  test('what a template hides does not hold', () => {
    const hidden = [
      '<div class="w-condition-invisible">This event has been cancelled.</div>',
      '<p hidden>This event has been cancelled.</p>',
      '<p class="d-none">This event has been cancelled.</p>',
    ]
    expect(first(when + hidden.join(''))?.status).toBeUndefined()
    expect(first(`${when}<p class="hidden md:block">This event has been cancelled.</p>`)?.status).toBe(
      'cancelled',
    )
  })
})

describe('hours', () => {
  test.each([
    ['<p>Thu 9 Oct 2025</p><p>12:30 pm</p><p>–</p><p>1:45 pm</p><p>AEDT</p>', '11:00[Australia/Sydney]'],
    ['<p>9 October 2025 12:30 pm in Pacific Time (US and Canada)</p>', '-07:00[America/Los_Angeles]'],
    ['<p>9 October 2025, 12:30 pm</p><p>Europe Summer Time (Berlin, GMT+02:00)</p>', '+02:00[Europe/Berlin]'],
    ['<p>9 October 2025, 12:30 pm</p><p>Time zone: Asia/Manila</p>', '+08:00[Asia/Manila]'],
    ['<p>9 October 2025, 12:30 pm</p><p>(giờ Việt Nam)</p>', '+07:00[Asia/Ho_Chi_Minh]'],
  ])('%s are of the zone that stands beside them', (body, zone) => {
    expect(first(body)?.start).toBe(`2025-10-09T12:30:00${zone.startsWith('1') ? '+' : ''}${zone}`)
  })

  test('a length gives the end', () => {
    expect(
      first('<p>Date: 25 October 2025, 23:30 CEST</p><p>Duration: 1 hour 30 minutes</p><p>Online</p>')?.end,
    ).toBe('2025-10-26T01:00:00+02:00[Europe/Berlin]')
  })

  test('the offset of winter in summer gives way to the text and leaves a doubt', () => {
    const data = (offset: string) =>
      `<script type="application/ld+json">{"@type":"Event","name":"Tides: a talk","startDate":"2026-07-14T19:00:00${offset}","location":{"@type":"Place","name":"Hall","address":"Tours, France"}}</script>`
    const text = '<p>14 July 2026, 19:00</p>'
    expect(first(text, data('+01:00'))).toMatchObject({
      start: '2026-07-14T19:00:00+02:00[Europe/Paris]',
      doubts: [{ code: 'zones-disagree', field: 'start' }],
    })
    expect(first(text, data('-05:00'))?.start).toBe('2026-07-14T19:00:00-05:00[-05:00]')
  })
})

test('an article that labels when and where announces an event', () => {
  const head =
    '<meta property="article:published_time" content="2026-02-18"><meta property="og:type" content="article">'
  const body = (label: string) =>
    `<p>${label} 23 March 2026, 17:00–19:00 CET</p><p>Where: Botanická 4, Brno</p><p>${'Foresters tell what they saw. '.repeat(8)}</p>`
  expect(read(body('When:'), head).map(one => one.kind)).toEqual(['event'])
  expect(read(body('Written on'), head.replace('Tides', 'x')).map(one => one.kind)).toContain('article')
})

describe('the rest that a page tells of its event', () => {
  test('other events below it are none of it, nor are its own sections', () => {
    const others = [
      '<h2>Practical information</h2><p>15 September 2026, 18:00 BST</p>',
      '<h2>Registration</h2><p>Open until 10 September 2026, 12:00 BST</p>',
      '<h2>More events</h2><h3>Harbour walk</h3><p>20 September 2026, 10:00</p>',
      '<h3>Dune walk</h3><p>21 September 2026, 10:00</p><a href="https://forms.gle/dunes">Register</a>',
    ]
    const found = read(when + others.join(''))
    expect(found.map(one => one.title)).toEqual(['Tides: a talk'])
    expect(found[0]?.links).toBeUndefined()
    expect(found[0]?.registrationUntil).toMatch(/^2026-09-10/)
  })

  test.each(['Andere Veranstaltungen', 'Другие события', 'Інші події', 'Похожие мероприятия'])(
    'nor are those below “%s”',
    heading => {
      const walk = '<h3>Harbour walk</h3><p>20 September 2026, 10:00</p>'
      const found = read(`${when}<h2>${heading}</h2>${walk}${walk.replaceAll('20', '21')}`)
      expect(found.map(one => one.title)).toEqual(['Tides: a talk'])
    },
  )

  test('a date to be kept free is that of an event, in the words of any language', () => {
    const page = (title: string) =>
      `<html lang="fr"><head><title>${title}</title></head><body><main><h1>${title}</h1><p>15 septembre 2026</p><p>Nous y serons, et vous ?</p></main></body></html>`
    const kindOf = (title: string) =>
      [...readPage(new TextEncoder().encode(page(title)), { url: 'https://example.org/marees' })].map(
        line => 'finding' in line && [line.finding.kind, line.finding.start],
      )
    expect(kindOf('À vos agendas : les marées')).toEqual([['event', '2026-09-15']])
    expect(kindOf('Les marées')).not.toContainEqual(['event', '2026-09-15'])
  })

  test('terms stand beside what they tell, and below a pin is where', () => {
    const body = '<dl><dt>Where</dt><dd>Old Mill, Leeds</dd><dt>Languages</dt><dd>English, French</dd></dl>'
    expect(first(when.replace(', online', '') + body)).toMatchObject({
      place: { name: 'Old Mill, Leeds' },
      attendance: 'offline',
      languages: ['en', 'fr'],
    })
    const pin = '<div><i class="fa fa-map-marker"></i> Old Mill / 4 Weir Lane, Leeds</div>'
    expect(first(when.replace(', online', '') + pin)).toMatchObject({
      place: { name: 'Old Mill', address: '4 Weir Lane, Leeds' },
    })
  })

  test('people stand below their heading, each with what they are', () => {
    const body =
      '<h2>Speakers</h2><h3>Ada Obi</h3><p>Geographer, Sample University</p><h3>Dr. Jan Novák, hydrologist</h3><h2>Contact</h2><p>Mary Example</p>'
    expect(first(when + body)?.people).toEqual([
      { name: 'Ada Obi', role: 'speaker' },
      { name: 'Jan Novák', role: 'speaker' },
    ])
    expect(first(`${when}<p>主讲人：李若溪、陈牧云</p>`)?.people?.map(one => one.name)).toEqual([
      '李若溪',
      '陈牧云',
    ])
  })

  test('languages and interpretation are told apart', () => {
    expect(
      first(`${when}<p>Languages: English and French, with simultaneous interpretation.</p>`),
    ).toMatchObject({
      languages: ['en', 'fr'],
    })
    expect(first(`${when}<p>תרגום סימולטני לערבית</p>`)?.interpretation).toEqual(['ar'])
  })

  test.each([
    ['Rejestracja do 10 września 2026.', '2026-09-10'],
    ['Ilmoittaudu viimeistään 10.9.2026: lomake', '2026-09-10'],
    ['Prenotazione entro il 10 settembre 2026', '2026-09-10'],
    ['报名截止2026年9月10日', '2026-09-10'],
    ['Book a place – £5, free cancellation until 10 September 2026', undefined],
    ['Register now: early-bird fee until 10 September 2026', undefined],
  ])('%s: until %s', (words, until) => {
    expect(first(`${when}<p>${words}</p>`)?.registrationUntil).toBe(until)
  })

  test.each([
    ['The talk will be recorded.', 'expected'],
    ['Nagranie będzie dostępne po spotkaniu.', 'expected'],
    ['This talk will not be recorded.', 'none'],
    ['Parking will be available.', undefined],
    ['Tickets will be made available soon.', undefined],
  ])('%s: recording %s', (words, recording) => {
    expect(first(`${when}<p>${words}</p>`)?.recording).toBe(recording)
  })

  test('who speaks is a person, in scripts without capitals too', () => {
    const names = (words: string) => first(`${when}<p>${words}</p>`)?.people?.map(one => one.name)
    expect(names('المتحدثون: سعاد منصور، يوسف خليل')).toEqual(['سعاد منصور', 'يوسف خليل'])
    expect(names('المتحدثون: خبراء من المنطقة')).toBeUndefined()
  })

  test('a template that marks each event of a list marks no page', () => {
    const one = '<article class="single-event"><h2>Walk</h2><p>14 October 2026, 10:00–12:00</p></article>'
    const head =
      '<meta property="og:type" content="article"><meta property="article:published_time" content="2026-08-02">'
    const body = `${one}${'<p>News of the coast. </p>'.repeat(20)}`
    expect(first(body, head)?.kind).toBe('event')
    expect(first(`${body}${one.replace('14', '15')}`, head)?.kind).toBe('article')
  })

  test('who has to register to see it knows no place yet', () => {
    const data =
      '<script type="application/ld+json">{"@type":"Event","name":"Tides: a talk","startDate":"2026-09-15T18:00:00+01:00","location":{"@type":"Place","name":"Register to See Address","address":{"addressLocality":"Leeds","addressCountry":"GB"}}}</script>'
    expect(first('', data)?.place).toEqual({ address: 'Leeds', country: 'GB' })
  })
})
