import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, type InspectLine, kinds } from '../../src/domain/finding.ts'
import { inspect } from '../../src/intake/inspect.ts'
import { readKey, table } from './key.ts'
import { type Expected, type Marks, markOf, pairs } from './match.ts'

type Post = { file: string; url?: string; published?: string; findings: Expected[]; complete?: string[] }
type Row = Record<(typeof columns)[number], number>

const columns = [
  'expected',
  'found',
  'extra',
  'kind',
  'title',
  'start',
  'end',
  'status',
  'organisation',
  'links',
  'silent',
] as const

/** Posts in full (not the digests of the samples), read and held against their key, the first row above all. */
export async function reportPosts(folder: string, what: string): Promise<void> {
  const score = await scorePosts(folder)
  if (score) print(what, score.rows, score.failures)
}

/** Posts and mails (`.eml`) of a folder held against its `expected.jsonl`; null where that is not there. */
export async function scorePosts(
  folder: string,
): Promise<{ rows: Map<string, Row>; failures: string[] } | null> {
  const key = readKey<Post>(join(folder, 'expected.jsonl'))
  if (!key) return null
  const rows = new Map<string, Row>()
  const failures: string[] = []
  for (const post of key) {
    const file = join(folder, post.file)
    if (!existsSync(file)) {
      console.log(`Skipped: ${file} is not there.`)
      continue
    }
    const bytes = readFileSync(file)
    if (/^FORM:.*digest/m.test(bytes.toString('utf8'))) continue
    const options = {
      as: post.file.endsWith('.eml') ? ('mail' as const) : ('post' as const),
      ...(post.url ? { url: post.url } : {}),
      ...(post.published ? { published: post.published } : {}),
    }
    const lines: InspectLine[] = [...(await inspect(bytes, options))]
    for (const line of lines) if ('problem' in line) failures.push(`${post.file}: ${line.problem.says}`)
    const findings = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
    rows.set(post.file, rowOf(post, findings, failures))
  }
  return { rows, failures }
}

function rowOf(post: Post, findings: Finding[], failures: string[]): Row {
  const row = Object.fromEntries(columns.map(column => [column, 0])) as Row
  const matched = pairs(post.findings, findings)
  for (const expected of post.findings) {
    const finding = matched.get(expected)
    if (!expected.optional) row.expected++
    if (!finding) {
      if (!expected.optional) failures.push(`${post.file}: missed ${expected.kind} “${expected.title}”`)
      continue
    }
    if (!expected.optional) row.found++
    count(row, markOf(expected, finding), expected, finding, post.file, failures)
  }
  const used = new Set(matched.values())
  // Without a list of kinds the key is complete in all of them.
  const complete = new Set<string>(post.complete ?? kinds)
  for (const finding of findings.filter(finding => !used.has(finding) && complete.has(finding.kind))) {
    row.extra++
    failures.push(`${post.file}: extra ${finding.kind} “${finding.title}” ${finding.start ?? ''}`)
  }
  return row
}

function count(
  row: Row,
  marks: Marks,
  expected: Expected,
  finding: Finding,
  file: string,
  failures: string[],
): void {
  const told = {
    kind: finding.kind,
    title: finding.title,
    start: finding.start,
    end: finding.end,
    status: finding.status,
    organisation: finding.organisations?.map(one => one.name).join(', '),
    links: finding.links?.map(link => `${link.role} ${link.url}`).join(', '),
  }
  for (const field of ['kind', 'title', 'start', 'end', 'status', 'organisation', 'links'] as const) {
    if (expected.optional) continue
    if (marks[field]) row[field]++
    else failures.push(`${file}: ${field} of “${expected.title}” read as “${told[field] ?? 'nothing'}”`)
  }
  const isDoubted = (...fields: string[]) => finding.doubts?.some(doubt => fields.includes(doubt.field))
  const isTimeWrong = Boolean(finding.start) && !(marks.start && marks.end)
  if (isTimeWrong && !isDoubted('start', 'end', 'time')) row.silent++
  else if (!marks.status && !isDoubted('status')) row.silent++
}

function print(what: string, rows: Map<string, Row>, failures: string[]): void {
  const total = Object.fromEntries(
    columns.map(column => [column, [...rows.values()].reduce((sum, row) => sum + row[column], 0)]),
  ) as Row
  const line = (name: string, row: Row) => [name, ...columns.map(column => row[column])]
  const [first, ...others] = [...rows]
  const body = [...(first ? [line(...first)] : []), line('ALL', total), ...others.map(row => line(...row))]
  console.log(`\n${what}: ${rows.size} in full (kind to links are right of the found)`)
  console.log(
    table([['file', ...columns.map(column => (column === 'silent' ? 'silently wrong' : column))], ...body]),
  )
  for (const failure of failures) console.log(`  ${failure}`)
}
