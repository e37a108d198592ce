import { expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { readFeed } from './read-feed.ts'

function items(text: string): Finding[] {
  return [...readFeed(Buffer.from(text), {})].flatMap(line => ('finding' in line ? [line.finding] : []))
}
const rss = (title: string, item: string) =>
  items(`<rss version="2.0"><channel><title>${title}</title><item>${item}</item></channel></rss>`)[0]

test('whole days of Google’s old feeds end the day before, and a state is told beside them', () => {
  const [found] = items(
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:gd="http://schemas.google.com/g/2005"><title>Roma</title><entry><title>March</title><gd:eventStatus value="http://schemas.google.com/g/2005#event.canceled"/><gd:when startTime="2027-04-08" endTime="2027-04-10"/></entry></feed>`,
  )
  expect(found).toMatchObject({ start: '2027-04-08', end: '2027-04-09', allDay: true, status: 'cancelled' })
})

test('xCal has the days of calendars; plugins say the last day itself', () => {
  const [one, other] = items(
    `<rss version="2.0" xmlns:xCal="urn:ietf:params:xml:ns:xcal" xmlns:mec="http://webnus.net/rss/mec/"><channel><title>x</title><item><title>A</title><xCal:dtstart>2027-04-08</xCal:dtstart><xCal:dtend>2027-04-10</xCal:dtend></item><item><title>B</title><mec:startDate>2027-04-08</mec:startDate><mec:endDate>2027-04-10</mec:endDate></item></channel></rss>`,
  )
  expect([one?.end, other?.end]).toEqual(['2027-04-09', '2027-04-10'])
})

test('a day to come in the title and one hour of it in the text are an event', () => {
  const found = rss(
    'Care Net',
    '<title>Webinar on 29 October 2027: who cares?</title><pubDate>Fri, 01 Oct 2027 08:00:00 +0000</pubDate><description>Join us on Friday, 29 October 2027, 13:00–14:00 UTC.</description>',
  )
  expect(found).toMatchObject({
    kind: 'event',
    start: '2027-10-29T13:00:00+00:00[UTC]',
    end: '2027-10-29T14:00:00+00:00[UTC]',
  })
})

test.each([
  ['no hour', 'On 29 October 2027 we publish it.'],
  ['two hours', 'On 29 October 2027 at 10:00 and on 29 October 2027 at 15:00 UTC.'],
  ['an hour of another day', 'Register until 20 October 2027, 18:00 UTC.'],
])('and none with %s of it', (_, text) => {
  const found = rss(
    'Care Net',
    `<title>Towards 29 October 2027</title><pubDate>Fri, 01 Oct 2027 08:00:00 +0000</pubDate><description>${text}</description>`,
  )
  expect(found).toMatchObject({ kind: 'article' })
  expect(found).not.toHaveProperty('start')
})

test('a calendar dates its items by when they begin, and writes the day before the title; a blog does not', () => {
  const item =
    '<title>Apr 7, 2027: Symposium</title><pubDate>Wed, 07 Apr 2027 14:00:00 GMT</pubDate><guid>n1</guid>'
  expect(rss('Uni Calendar', item)).toMatchObject({
    kind: 'event',
    title: 'Symposium',
    start: '2027-04-07T14:00:00+00:00[UTC]',
  })
  expect(rss('Uni News', item)).toMatchObject({ kind: 'article', published: '2027-04-07T14:00:00Z' })
})
