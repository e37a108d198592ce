import { expect, test } from 'vitest'
import { lookOfHtml } from './html-look.ts'

const item = (at: number) =>
  `<li>${9 + at}:00 CET: <a href="https://org${at}.example/event">Webinar ${at}</a></li>`
const items = (count: number) => Array.from({ length: count }, (_, at) => item(at)).join('')

test('a page about one thing is a page', () => {
  expect(lookOfHtml('<!doctype html><title>Forum</title><h1>Forum</h1><p>10 May 2021, 10:00</p>')).toBe(
    'page',
  )
  expect(
    lookOfHtml(`<!doctype html><h1>Forum</h1><p>Watch <a href="https://a.example">a</a> at 10:00</p>`),
  ).toBe('page')
})

test('many items of many organisers are a round-up, fewer under a title that says so', () => {
  expect(lookOfHtml(`<!doctype html><h1>18 December</h1><ul>${items(6)}</ul>`)).toBe('post')
  expect(lookOfHtml(`<!doctype html><h1>Events this week</h1><ul>${items(3)}</ul>`)).toBe('post')
  expect(lookOfHtml(`<!doctype html><h1>A story</h1><ul>${items(3)}</ul>`)).toBe('page')
})

test('a site’s listing of its own events is a page, and so are its links elsewhere in the margin', () => {
  const own = items(8).replace(/org\d/g, 'org')
  expect(lookOfHtml(`<html><link rel="canonical" href="https://org.example/"><h1>Agenda</h1>${own}`)).toBe(
    'page',
  )
  expect(lookOfHtml(`<html><h1>Story</h1><p>One.</p><aside>${items(8)}</aside>`)).toBe('page')
})

test('a fragment is the inside of a post unless it carries data of its own', () => {
  expect(lookOfHtml('<h2>Programme</h2><p>One</p>')).toBe('post')
  expect(lookOfHtml('<div itemscope itemtype="https://schema.org/Event"></div>')).toBe('page')
})
