import { expect, test } from 'vitest'
import { inspect } from '../inspect.ts'

async function read(table: string) {
  const lines = [...(await inspect(Buffer.from(table), { name: 'table.csv' }))]
  return {
    findings: lines.flatMap(line => ('finding' in line ? [line.finding] : [])),
    codes: lines.flatMap(line => ('problem' in line ? [line.problem.code] : [])),
  }
}

test('a list of people is no programme', async () => {
  const { findings, codes } = await read(
    'Name,Affiliation,Bio\nAmina Yusuf,University of Nairobi,Professor of law since 2011\nLi Wei,Institute of Data,\n',
  )
  expect({ findings, codes }).toEqual({ findings: [], codes: ['people-left-out'] })
})

test('proposals that were turned down are left out, and that is said', async () => {
  const { findings, codes } = await read(
    'Title,State,Start\nMaps,confirmed,2025-12-18T10:00:00+01:00\nPassports,rejected,\n',
  )
  expect(findings.map(({ title }) => title)).toEqual(['Maps'])
  expect(findings[0]?.place).toBeUndefined()
  expect(codes).toEqual(['rows-left-out'])
})

test('an hour told place by place is in doubt where it is not one moment', async () => {
  const { findings } = await read(
    'Title,Date,London,Tokyo\nOne,2025-12-18,9:00,18:00\nTwo,2025-12-18,9:00,19:00\nThree,2025-12-18,20:00,5:00 (+1)\nFour,2025-12-18,20:00,5:00\n',
  )
  expect(findings.map(({ start, doubts }) => [start, doubts?.map(({ code }) => code)])).toEqual([
    ['2025-12-18T09:00:00+00:00[Europe/London]', undefined],
    ['2025-12-18T09:00:00+00:00[Europe/London]', ['zones-disagree']],
    ['2025-12-18T20:00:00+00:00[Europe/London]', undefined],
    ['2025-12-18T20:00:00+00:00[Europe/London]', ['zones-disagree']],
  ])
})

test('the zone of the hour is that of its own column', async () => {
  const { findings } = await read('Title,Date,Start time (UTC),Time (CET)\nOne,2025-12-18,09:00,10:00\n')
  expect(findings[0]?.start).toBe('2025-12-18T10:00:00+01:00[Europe/Berlin]')
  expect(findings[0]?.doubts).toBeUndefined()
})

test('the day of an update above a table is not that of its rows', async () => {
  const { findings } = await read(
    'Forum on work,,\nLast updated 3 November 2025,,\n,,\nTime,Hall A,Hall B\n10:00,Opening,\n11:00,Panel,\n',
  )
  expect(findings.map(({ start, time }) => [start, time])).toEqual([
    [undefined, '10:00'],
    [undefined, '11:00'],
  ])
})

test('what nobody can tell from a list in odd words is no grid', async () => {
  const { findings, codes } = await read(
    '18.12.2025,,\nკელი,სათაური,მომხსენებელი\n10:00,გახსნა,ნინო\n11:00,მოხსენება,გიორგი\n',
  )
  expect({ findings, codes }).toEqual({ findings: [], codes: ['not-a-table'] })
})

test('names that are said again are no event, and other names below begin another table', async () => {
  const { findings } = await read(
    'Event,Date,Time,Host\nConcert,18.12.2025,19:30,Kino Nord\nEvent,Date,Time,Host\nFilm,19.12.2025,20:00,Kino Nord\n,,,\nContacts,,,\nName,Phone,E-mail,\nPetra Sommer,+49 30 1234,petra@example.org,\n',
  )
  expect(findings.map(({ title }) => title)).toEqual(['Concert', 'Film'])
})
