import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '../src/domain/curator.ts'
import { mostAsks, mostSubscriptions } from '../src/domain/notice/subscription.ts'
import { mostStars } from '../src/domain/plan/kept-plan.ts'
import { suggestionLimits } from '../src/domain/suggestion.ts'
import { signInLastsDays } from '../src/domain/visitor.ts'
import { mostBytes } from '../src/intake/inspect.ts'
import { mostAvifPixels, mostPictureBytes, mostPixels } from '../src/intake/picture/read-picture.ts'
import { defaultLimits } from '../src/outside/limits.ts'
import { mostArchiveFiles } from '../src/services/archive/open-archive.ts'
import { mostImportBytes } from '../src/services/open-import.ts'
import { mostFileBytes } from '../src/services/open-readings.ts'
import { longestSignIn, staysFresh } from '../src/services/sign-in/means.ts'
import { longestSignInDays } from '../src/services/visitors/know-visitor.ts'
import { mostStartBytes } from '../src/web/edition-desk/new-page.tsx'
import { anEdition } from './entries.ts'
import { signedIn } from './signed-in.ts'
import { openSite, type TestSite } from './site.ts'

const told = readFileSync('docs/security.md', 'utf8')

/** ASVS 5.0.0, levels 1 and 2, of the chapters that are gone through. */
const numbers = [
  ...['7.1.1', '7.1.2', '7.1.3', '7.2.1', '7.2.2', '7.2.3', '7.2.4', '7.3.1', '7.3.2', '7.4.1', '7.4.2'],
  ...['7.4.3', '7.4.4', '7.4.5', '7.5.1', '7.5.2', '7.6.1', '7.6.2'],
  ...['8.1.1', '8.1.2', '8.2.1', '8.2.2', '8.2.3', '8.3.1', '8.4.1'],
  ...['1.1.1', '1.1.2', '1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.2.6', '1.2.7', '1.2.8', '1.2.9'],
  ...['1.3.1', '1.3.2', '1.3.3', '1.3.4', '1.3.5', '1.3.6', '1.3.7', '1.3.8', '1.3.9', '1.3.10', '1.3.11'],
  ...['1.4.1', '1.4.2', '1.4.3', '1.5.1', '1.5.2'],
  ...['2.1.1', '2.1.2', '2.1.3', '2.2.1', '2.2.2', '2.2.3', '2.3.1', '2.3.2', '2.3.3', '2.3.4', '2.4.1'],
  ...['5.1.1', '5.2.1', '5.2.2', '5.2.3', '5.3.1', '5.3.2', '5.4.1', '5.4.2', '5.4.3'],
  ...['13.1.1', '13.2.1', '13.2.2', '13.2.3', '13.2.4', '13.2.5'],
  ...['3.3.1', '3.3.2', '3.3.3', '3.3.4'],
  ...['10.1.1', '10.1.2', '10.2.1', '10.2.2', '10.5.1', '10.5.2', '10.5.3', '10.5.4', '10.5.5'],
]

const lines = told
  .slice(told.indexOf('# The lines'))
  .split('\n')
  .filter(line => line.startsWith('- '))
const line = /^- \*\*(\d+\.\d+\.\d+)\*\* \S.* – \*\*(met|does not apply|not met)\*\*: \S/
const named = [...told.matchAll(/`([\w./-]+\.test\.tsx?)` › “([^”]+)”/g)].map(
  ([, file = '', title = '']) => [file, title] as const,
)

/** The parts of the house, without their tests. */
const parts = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(path => path.split(sep).join('/'))
  .filter(path => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map(path => ({ path, text: readFileSync(join('src', path), 'utf8') }))

let site: TestSite
beforeAll(async () => {
  site = await openSite('2020-12-10T12:00:00Z')
  await anEdition(site.store)
})
afterAll(() => site.close())

test('each line of the standard stands in the document once, as one of three', () => {
  expect(lines.filter(each => !line.test(each))).toEqual([])
  expect(lines.map(each => line.exec(each)![1]).toSorted()).toEqual(numbers.toSorted())
})

test('what is met is shown by a test, and what is not says what would have to be done', () => {
  for (const each of lines) {
    const [, number, how] = line.exec(each)!
    const isBacked = how === 'met' ? each.includes('.test.ts` › “') : true
    const isSaid = how === 'not met' ? /What has to be done|firewall|could do/.test(each) : true
    expect([number, isBacked, isSaid]).toEqual([number, true, true])
  }
})

test('every test that the document names is there', () => {
  expect(named.length).toBeGreaterThan(numbers.length)
  const files = new Map<string, string>()
  const missing = named.filter(([file, title]) => {
    const text = files.get(file) ?? readFileSync(file, 'utf8')
    files.set(file, text)
    return !["'", '"', '`'].some(mark => text.includes(mark + title + mark))
  })
  expect(missing).toEqual([])
})

test('every file that the document names is there', () => {
  const paths = [...told.matchAll(/`((?:src|test|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path)
  expect(paths.length).toBeGreaterThan(50)
  for (const path of paths)
    expect(() => readdirSync(path.endsWith('/') ? path : join(path, '..'))).not.toThrow()
  const files = new Set(parts.map(({ path }) => path.split('/').at(-1)))
  const names = [...told.matchAll(/`(?:[\w./-]*\/)?([\w-]+\.tsx?)`/g)].map(([, name = '']) => name)
  expect(names.filter(name => !files.has(name) && !/\.test\.ts$/.test(name)).filter(isNoTest)).toEqual([])
})

function isNoTest(name: string): boolean {
  return !readdirSync('test').includes(name)
}

test('what the document says of times and sizes is what the code does', () => {
  const [hour, day, megabyte] = [3_600_000, 86_400_000, 1024 * 1024]
  for (const said of [
    `| 30 days | ${longestSignIn / day} days |`,
    `only within ${staysFresh / hour} hour of`,
    `| ${signInLastsDays} days | ${longestSignInDays} days |`,
    `${mostAsks} a day a mailbox; ${mostSubscriptions} a subscriber`,
    `30 an hour, ${mostStars}`,
    `| ${mostPictureBytes / 1e6} MB | ${mostPixels / 1e6} million pixels, AVIF ${mostAvifPixels / 1e6} million |`,
    `| ${mostFileBytes / megabyte} MB | ${mostBytes / megabyte} MB, spreadsheets`,
    `| ${mostImportBytes / megabyte} MB |`,
    `| ${mostStartBytes / 1e6} MB |`,
    `${suggestionLimits.fileBytes / megabyte} MB each, ${suggestionLimits.files} at once, ${(2 * suggestionLimits.fileBytes) / megabyte + 1} MB together`,
    `2 GB each, ${mostArchiveFiles} files`,
    `${defaultLimits.totalMs / 1000} s, ${defaultLimits.wireBytes / megabyte} MB, ${defaultLimits.unpackedBytes / megabyte} MB unpacked, ${defaultLimits.redirects} redirects`,
  ])
    expect([said, told.includes(said)]).toEqual([said, true])
})

test('the table of who may do what has every role', () => {
  const [head = ''] = /^\|.*reader, guest.*$/m.exec(told) ?? []
  for (const role of roles) expect(head).toContain(` ${role} `)
})

test('signing out is on every page of the desk', async () => {
  const { headers } = await signedIn(site, 'owner')
  for (const path of [
    '/desk',
    '/account',
    '/desk/people',
    '/desk/migrants-day/2020',
    '/desk/audit',
    '/desk/jobs',
  ]) {
    const answer = await site.app.request(`http://localhost:1812${path}`, { headers })
    expect([path, answer.status]).toEqual([path, 200])
    expect([path, (await answer.text()).includes('action="/sign-out"')]).toEqual([path, true])
  }
})

test('no code is made of words, and no program is started but our own', () => {
  const runs = /\beval\(|\bnew Function\(|['"]node:vm['"]|\bset(?:Timeout|Interval)\(\s*['"`]/
  expect(parts.filter(({ text }) => runs.test(text)).map(({ path }) => path)).toEqual([])
  const starting = parts.filter(({ text }) => /['"](?:node:)?child_process['"]/.test(text))
  expect(starting.map(({ path }) => path)).toEqual(['outlet/page-picture/draw-apart.ts'])
  expect(starting[0]!.text).toMatch(/import \{ type ChildProcess, fork \} from 'node:child_process'/)
})

test('whatever speaks with the world is named', () => {
  const speaks =
    /(?:from |import\()['"](?:(?:node:)?(?:net|https?|http2|tls|dgram|dns(?:\/promises)?)|undici|nodemailer|imapflow|web-push|smtp-server|mailauth)['"/]/
  const speaking = parts.filter(({ path, text }) => path.startsWith('outside/') && speaks.test(text))
  const names = speaking.map(({ path }) => path.split('/').at(-1)!)
  expect(
    names.filter(name => !told.includes(name) && !['mail-server.ts', 'vet-ip.ts'].includes(name)),
  ).toEqual([])
})
