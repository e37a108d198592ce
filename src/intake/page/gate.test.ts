import { describe, expect, test } from 'vitest'
import type { InspectLine } from '../../domain/finding.ts'
import { readPage } from './read-page.ts'

const read = (html: string): InspectLine[] => [
  ...readPage(new TextEncoder().encode(html), { url: 'https://example.org/events/tides' }),
]
const page = (title: string, body: string, head = '') =>
  `<html><head><title>${title}</title>${head}</head><body>${body}</body></html>`
const event = '<h1>NAME</h1><p>Tuesday 15 September 2026, 18:00–19:00 BST, online. Join us.</p>'

describe('what stands where a page should is no entry', () => {
  test.each([
    ['Sign in to your account', 'sign in'],
    ['Example Hall – Zaloguj się', 'sign in', '<input type="password">'],
    ['ログイン', 'sign in'],
    ['تسجيل الدخول', 'sign in'],
    ['404 | Example', 'not found'],
    ['Oops! Page not found – Example', 'not found'],
    ['Example Hall | Página no encontrada', 'not found'],
    ['הדף לא נמצא', 'not found'],
    ['Cookie-Einstellungen', 'agree'],
    ['Just a moment...', 'not the page itself'],
    ['503 Service Unavailable', 'not the page itself'],
  ])('“%s”: says what to do', (title, says, form = '') => {
    const body = `<p>Next: 15 September 2026, 18:00–19:00</p><p>20 September 2026, 18:00–19:00</p>${form}`
    expect(read(page(title, body))).toEqual([
      { problem: { code: 'no-access', says: expect.stringContaining(says) } },
    ])
  })

  test.each([
    'Error culture in hospitals: a webinar',
    'Login to power: women in politics',
    'Access denied: a debate on borders',
    'Privacy after the census',
    'Not found: a reading about lost letters',
  ])('“%s” is the name of an event', title => {
    expect(read(page(title, event.replace('NAME', title)))).toMatchObject([
      { finding: { kind: 'event', title, start: '2026-09-15T18:00:00+01:00[Europe/London]' } },
    ])
  })

  test('a page that only leads on says where to', () => {
    const refresh = '<meta http-equiv="refresh" content="0; url=/new/tides">'
    const script = '<script>window.location.replace("https://example.org/new/tides")</script>'
    for (const head of [refresh, script]) {
      expect(read(page('Redirecting…', '<a href="/new/tides">Go on</a>', head))).toEqual([
        {
          problem: {
            code: 'no-access',
            says: expect.stringContaining('https://example.org/new/tides'),
            values: { address: 'https://example.org/new/tides' },
          },
        },
      ])
    }
  })

  test('a page that loads itself anew now and then is read', () => {
    const head = '<meta http-equiv="refresh" content="5; url=/events/tides">'
    expect(read(page('Tides: a talk', event.replace('NAME', 'Tides: a talk'), head))).toMatchObject([
      { finding: { title: 'Tides: a talk' } },
    ])
  })
})
