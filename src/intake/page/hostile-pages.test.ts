import { describe, expect, test } from 'vitest'
import type { InspectLine } from '../../domain/finding.ts'
import { readPage } from './read-page.ts'

function read(content: string | Uint8Array): InspectLine[] {
  return [
    ...readPage(typeof content === 'string' ? Buffer.from(content) : content, {
      url: 'https://example.org/',
    }),
  ]
}

/** Of this process alone: the machine may be busy with others. */
const secondsSince = (began: NodeJS.CpuUsage) => process.cpuUsage(began).user / 1e6

const problem = (lines: InspectLine[]) =>
  lines.flatMap(line => ('problem' in line ? [line.problem.code] : []))
const script = (text: string) => `<script type="application/ld+json">${text}</script>`

describe('what lets nobody in, and what is no page, says so', () => {
  test.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['%PDF-1.7', 'not-text'],
    ['<title>Log in | Example</title><h1>Log in</h1>', 'no-access'],
    ['<title>Before you continue to Example</title><p>We use cookies.</p>', 'no-access'],
    ['<title>App</title><div id="root"></div>', 'nothing-found'],
  ])('%j', (content, code) => {
    expect(problem(read(content))).toEqual([code])
  })

  test('a document without a body', () => {
    expect(problem(read('<frameset class="h-event"></frameset>'))).toEqual(['nothing-found'])
  })

  test('binary data', () => {
    expect(problem(read(new Uint8Array(4000).map((_, at) => (at * 7919) % 256)))).toEqual(['not-text'])
  })
})

describe('hostile pages end soon', { timeout: 60_000 }, () => {
  const event = script('{"@type":"Event","name":"x","startDate":"2024-01-01"}')
  test.each([
    ['100,000 nested elements', '<div>'.repeat(100_000), 'too-deep'],
    ['20 MB', `<h1>Big</h1>${'<p>Words at 12:30 on 3 May 2024</p>'.repeat(600_000)}`, 'too-large'],
    ['10,000 blocks of data', event.repeat(10_000), 'broken-data'],
    ['a bomb of depth', script('{"@type":"Event","subEvent":'.repeat(50_000)), 'broken-data'],
    ['a bomb of lists', script('['.repeat(200_000)), 'broken-data'],
    [
      'a deep answer',
      `{"version":"1.0","type":"rich","title":"x","html":"${'<div>'.repeat(50_000)}"}`,
      'too-deep',
    ],
  ])('%s', (_, content, code) => {
    const began = process.cpuUsage()
    expect(problem(read(content))).toContain(code)
    expect(secondsSince(began)).toBeLessThan(6)
  })

  test.each([
    ['entities in entities', `<title>${'&amp;amp;amp;'.repeat(100_000)}</title>`],
    [
      '100,000 links in a line',
      `<h1>Webinar</h1>${'<a href="https://zoom.us/j/123">join</a> '.repeat(100_000)}`,
    ],
    ['unclosed scripts', '<script>'.repeat(100_000)],
    [
      '5,000 references',
      '<div itemscope itemtype="https://schema.org/Event" itemref="a b c"></div>'.repeat(5000),
    ],
    ['a class of a million words', `<div class="${'a '.repeat(1_000_000)}"><h1>T</h1></div>`],
  ])('%s', (_, content) => {
    const began = process.cpuUsage()
    expect(read(content).length).toBeGreaterThan(0)
    expect(secondsSince(began)).toBeLessThan(6)
  })
})

test('letters are right in whichever charset, told wrongly too', () => {
  const text =
    '<meta charset="iso-8859-1"><script type="application/ld+json">{"@type":"Event","name":"Café","startDate":"2024-05-03"}</script>'
  for (const bytes of [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'latin1'),
    Buffer.from(`\uFEFF${text}`, 'utf16le'),
  ]) {
    expect(read(bytes)).toMatchObject([{ finding: { title: 'Café' } }])
  }
})

test.each(['constructor', 'valueof'])('<%s> is an element as any other', tag => {
  const lines = read(
    `<div itemscope itemtype="https://schema.org/Event"><${tag} itemprop="name">Walk</${tag}><meta itemprop="startDate" content="2026-12-18T14:00:00+01:00"></div>`,
  )
  expect(lines).toMatchObject([{ finding: { title: 'Walk' } }])
})
