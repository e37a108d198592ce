import { expect, onTestFinished, test } from 'vitest'
import { anEdition } from '../../../test/entries.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite } from '../../../test/site.ts'
import { sharedText } from './shared.ts'

const base = 'http://localhost:1812'

async function begun() {
  const site = await openSite('2020-12-01T12:00:00Z')
  onTestFinished(() => site.close())
  await anEdition(site.store)
  const anna = await signedIn(site, 'editor', { name: 'Anna' })
  const open = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await site.app.request(base + path, { headers: { ...anna.headers, ...headers } })
    return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() }
  }
  return { site, open }
}

test('what is shared stands in the field; nothing is read by opening the page', async () => {
  const { site, open } = await begun()
  const { html } = await open('/desk/share?title=Day&url=https%3A%2F%2Fun.example%2Fday%3Fa%3D1%26b%3D2')
  expect(html).toContain('https://un.example/day?a=1&amp;b=2</textarea>')
  expect(html).toContain('action="/desk/migrants-day/2020/readings"')
  expect(await site.store.db.selectFrom('readings').selectAll().execute()).toEqual([])
})

test('it is read without a press only where a program of the device shares it', async () => {
  const { open } = await begun()
  const path = '/desk/share?url=https%3A%2F%2Fun.example'
  expect((await open(path, { 'sec-fetch-site': 'none' })).html).toContain('data-pasting="at-once"')
  for (const place of ['cross-site', 'same-site', ''])
    expect((await open(path, place ? { 'sec-fetch-site': place } : {})).html).not.toContain('at-once')
})

test('whoever is not signed in comes back to what was shared', async () => {
  const { open } = await begun()
  const { status, location } = await open('/desk/share?url=https%3A%2F%2Fun.example', { cookie: '' })
  expect([status, location]).toEqual([
    303,
    '/sign-in?back=%2Fdesk%2Fshare%3Furl%3Dhttps%253A%252F%252Fun.example',
  ])
})

test('the bookmarklet opens the desk with the address of the page it is pressed on', async () => {
  const { open } = await begun()
  const code = /href="(javascript:[^"]+)"/.exec((await open('/desk/bookmarklet')).html)![1]!
  const opened: string[] = []
  const press = new Function(
    'location',
    'document',
    'open',
    decodeURIComponent(code.slice('javascript:'.length).replaceAll('&#39;', "'")),
  )
  press({ href: 'https://un.example/?a=1&b="2"' }, { title: 'A “day”' }, (url: URL) => opened.push(url.href))
  const { searchParams, pathname } = new URL(opened[0]!)
  expect([pathname, searchParams.get('url'), searchParams.get('title')]).toEqual([
    '/desk/share',
    'https://un.example/?a=1&b="2"',
    'A “day”',
  ])
})

test('of a shared text the address counts, wherever a program puts it', () => {
  expect(sharedText({ text: 'https://un.example/day' })).toBe('https://un.example/day')
  expect(sharedText({ title: 'Day', text: 'Look at this: https://un.example/day' })).toBe(
    'https://un.example/day',
  )
  expect(sharedText({ title: 'Day', text: 'Webinar on Friday at 3 pm' })).toBe(
    'Day\n\nWebinar on Friday at 3 pm',
  )
  expect(sharedText({})).toBe('')
})
