import { expect, test } from 'vitest'
import { addressesIn } from './addresses-in.ts'
import { archivedCopyOf, originalOf } from './archived-copy.ts'
import { mayLook } from './may-look.ts'

test('doors of meetings, and what carries a secret or acts, are never asked for', () => {
  for (const url of [
    'https://us02web.zoom.us/j/81234567890',
    'https://zoom.us/j/81234567890?pwd=abcdef',
    'https://zoom.us/my/forum.room',
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x/0?context=x',
    'https://teams.live.com/meet/9312345678901',
    'https://meet.google.com/abc-defg-hij',
    'https://forum.webex.com/meet/anna',
    'https://meet.jit.si/Forum2020',
    'https://whereby.com/forum',
    'https://bbb.example.org/b/ann-abc-def-ghi',
    'https://discord.gg/AbCdEf',
    'https://example.org/event?token=1234567',
    'https://example.org/unsubscribe/abc',
    'https://anna:secret@example.org/',
    'zoommtg://zoom.us/join?confno=1',
    'mailto:anna@example.org',
  ])
    expect([url, mayLook({ url })]).toEqual([url, false])
  expect(mayLook({ url: 'https://example.org/door', role: 'join', visibility: 'near-start' })).toBe(false)
  expect(mayLook({ url: 'https://example.org/door', role: 'join', title: 'Passcode: 1234' })).toBe(false)
})

test('pages around them are', () => {
  for (const url of [
    'https://zoom.us/webinar/register/WN_abcdefghijk',
    'https://zoom.us/meeting/register/tJabcdefghijk',
    'https://us02web.zoom.us/rec/share/abcdef',
    'https://www.youtube.com/watch?v=abcdefghijk',
    'https://example.org/b/',
    'https://www.example.org/2020/voices?lang=en',
  ])
    expect([url, mayLook({ url })]).toEqual([url, true])
})

test('addresses are found in plain text, Markdown and HTML, without what belongs to the sentence', () => {
  const text = `See https://example.org/a. Or [this](https://example.org/b_(c)) and (https://example.org/d),
    <a href="https://example.org/e?x=1&amp;y=2">e</a>, “https://example.org/f” and https://example.org/a again: https://.`
  expect(addressesIn(text)).toEqual([
    'https://example.org/a',
    'https://example.org/b_(c)',
    'https://example.org/d',
    'https://example.org/e?x=1&y=2',
    'https://example.org/f',
  ])
})

test('a copy is known by what it is a copy of', () => {
  const copy = 'https://web.archive.org/web/20201218120000/http://www.example.org/voices/'
  expect(originalOf(copy)).toBe('http://www.example.org/voices/')
  const links = [
    { role: 'source' as const, url: 'https://example.org/voices' },
    { role: 'archive' as const, url: copy },
  ]
  expect(archivedCopyOf(links, 'https://example.org/voices')).toBe(links[1])
  expect(archivedCopyOf(links, 'https://example.org/other')).toBe(null)
})
