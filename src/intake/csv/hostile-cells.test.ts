import { expect, test } from 'vitest'
import { inspect } from '../inspect.ts'

/** Each of these took seconds, or no end, where a pattern tried every place in it anew. */
const long = 50_000
test.each([
  ['an hour in a column of a place', `title,date,London\nTalk,2026-12-18,"9 +1${' '.repeat(long)}x"\n`],
  ['the name of a column', `title,date,"a${' '.repeat(long)}time x"\nTalk,2026-12-18,b\n`],
  ['a question', `title,date,"${'zoom time '.repeat(long / 10)}"\nTalk,2026-12-18,b\n`],
  ['a time', `title,date,time\nTalk,2026-12-18,"9${' '.repeat(long)}x"\n`],
  [
    'names',
    `title,date,speakers,organiser\nTalk,2026-12-18,"A${' '.repeat(long)}x","A${' '.repeat(long)}x"\n`,
  ],
  ['coordinates', `title,date,coordinates\nTalk,2026-12-18,"1${' '.repeat(long)}x"\n`],
  ['an address', `title,date,url\nTalk,2026-12-18,"https://a.org/${','.repeat(long)}x"\n`],
  ['no names at all', `title,date,time\nTalk,2026-12-18,"${';'.repeat(long * 10)}"\n`],
  [
    'an item of a grid',
    `Time,Room A,Room B\n9:00,"A${' '.repeat(long)}x","-${'-'.repeat(long)}x"\n10:00,a talk,b talk\n`,
  ],
])('a cell made to hold up the reader is read soon: %s', async (_, table) => {
  const began = process.cpuUsage()
  for (const _line of await inspect(Buffer.from(table), { name: 'table.csv' }));
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(1500)
})

test('what spreadsheets take for formulas comes in as the text that it is', async () => {
  const table =
    'title,date,place\n"=HYPERLINK(""https://evil.example"",""Talk"")",2026-12-18,+cmd|\' /C calc\'!A0\n@SUM(A1),2026-12-18,-2+3\n'
  const found = [...(await inspect(Buffer.from(table), { name: 'table.csv' }))]
  expect(found).toMatchObject([
    {
      finding: {
        title: '=HYPERLINK("https://evil.example","Talk")',
        place: { name: "+cmd|' /C calc'!A0" },
      },
    },
    { finding: { title: '@SUM(A1)', place: { name: '-2+3' } } },
  ])
  expect(JSON.stringify(found)).not.toContain('"url"')
})
