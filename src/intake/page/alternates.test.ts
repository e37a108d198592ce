import { expect, test } from 'vitest'
import { alternatesOf } from './alternates.ts'

const of = (html: string) => alternatesOf(Buffer.from(html), 'https://example.org/events/day')

test('calendars, oEmbed answers, feeds and ActivityPub objects are told, each once, made whole', () => {
  const html = `<head>
    <link rel="alternate" type="application/rss+xml" title="News" href="/feed/">
    <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
    <link rel="ALTERNATE nofollow" type="text/calendar" title="Example iCal Feed" href="/events/?ical=1">
    <link rel="alternate" type="application/json+oembed" href="https://example.org/wp-json/oembed/1.0/embed?url=a">
    <link rel="alternate" type="text/xml+oembed" href="https://example.org/wp-json/oembed/1.0/embed?url=a&format=xml">
    <link rel="alternate" type="application/activity+json" href="https://example.org/?p=5">
    <link rel="alternate" hreflang="fr" href="https://example.org/fr/day">
    <link rel="stylesheet" href="/a.css"></head>
    <body><a href="webcal://example.org/events.ics">Subscribe</a> <a href="/events.ics" title="All events">iCal</a>
    <a href="/events/day?outlook-ical=1">Outlook</a> <a href="/about">About</a></body>`
  expect(of(html)).toEqual([
    { kind: 'feed', url: 'https://example.org/feed/', title: 'News' },
    { kind: 'calendar', url: 'https://example.org/events/?ical=1', title: 'Example iCal Feed' },
    { kind: 'oembed', url: 'https://example.org/wp-json/oembed/1.0/embed?url=a' },
    { kind: 'activity', url: 'https://example.org/?p=5' },
    { kind: 'calendar', url: 'https://example.org/events.ics' },
    { kind: 'calendar', url: 'https://example.org/events/day?outlook-ical=1' },
  ])
})

test('addresses of no web are none', () => {
  expect(
    of(
      '<link rel="alternate" type="text/calendar" href="javascript:alert(1)"><a href="data:text/calendar,x">x</a><a href="file:///a.ics">x</a>',
    ),
  ).toEqual([])
})

test('what is no page offers nothing, and a hostile one does no harm', () => {
  expect(alternatesOf(Buffer.alloc(0))).toEqual([])
  expect(alternatesOf(Buffer.from('%PDF-1.7'))).toEqual([])
  expect(alternatesOf(Buffer.from('plain text'))).toEqual([])
  expect(of(`<a href="/a.ics">${'<div>'.repeat(100_000)}`)).toEqual([])
  const many = Array.from({ length: 5000 }, (_, at) => `<a href="/${at}.ics">x</a>`).join('')
  expect(of(many)).toHaveLength(50)
})
