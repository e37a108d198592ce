import { expect, test } from 'vitest'
import { readCalendar } from '../../src/intake/calendar/read-calendar.ts'
import { inspect } from '../../src/intake/inspect.ts'
import { plainText } from '../../src/intake/plain-text.ts'
import { readPost } from '../../src/intake/post/read-post.ts'
import { htmlOf } from '../../src/web/ui/markdown.ts'

/** Milliseconds that this thread computes, however busy the machine is. */
function costOf(act: () => unknown): number {
  const before = process.threadCpuUsage().user
  act()
  return (process.threadCpuUsage().user - before) / 1000
}

test.each([
  '<a href="',
  '<a href=',
  '<a href=x href=',
  '<b ',
  '<br ',
  '<br\t',
  ' ',
  '\t',
  ' \n',
  '<p',
  '</',
  '&',
])('a text of nothing but %j is looked through at once', unit => {
  const text = `<p>${unit.repeat(40_000 / unit.length)}`
  expect(costOf(() => plainText(text))).toBeLessThan(1000)
})

test('links and breaks are still told from words in angle brackets', () => {
  expect(plainText('See <a class="x" href="https://a.example/">this</a><br/>or <br>that')).toBe(
    'See this <https://a.example/>\nor\nthat',
  )
  expect(plainText('if a <a b> c & d')).toBe('if a <a b> c & d')
})

test.each(['a\n', 'a=\n'])('half a megabyte of lines that go on with %j is read at once', unit => {
  for (const property of ['DESCRIPTION', 'DESCRIPTION;ENCODING=QUOTED-PRINTABLE']) {
    const head = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20201218T100000Z\nSUMMARY:x\n${property}:`
    const bytes = Buffer.from(head + unit.repeat(500_000 / unit.length))
    expect(costOf(() => [...readCalendar(bytes, {})])).toBeLessThan(3000)
  }
})

test.each(['a\n', '1\n', ' x\n', 'a:\n'])(
  'a post of one paragraph of thousands of lines %j is read at once',
  unit => {
    const bytes = Buffer.from(unit.repeat(150_000 / unit.length))
    expect(costOf(() => [...readPost(bytes, {})])).toBeLessThan(2500)
  },
)

test('a table whose only title nests half a million deep has no row with a title', async () => {
  const bytes = Buffer.from(`[{"title":${'['.repeat(500_000)}${']'.repeat(500_000)}}]`)
  const lines = [...(await inspect(bytes, { name: 'deep.json' }))]
  expect(lines.map(line => 'problem' in line && line.problem.code)).toEqual(['empty'])
})

test.each(['<div><p>x', '<table>', 'http://a ', '[a](b)', '![', '<'])(
  'a megabyte of %j is shown at once, and harms nobody',
  unit => {
    let html = ''
    expect(costOf(() => (html = htmlOf(unit.repeat(1_000_000 / unit.length))))).toBeLessThan(1000)
    expect(html).not.toMatch(/<(?:div|table)/)
  },
)
