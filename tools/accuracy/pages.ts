import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding, InspectLine } from '../../src/domain/finding.ts'
import { readPage } from '../../src/intake/page/read-page.ts'
import { fold } from '../../src/time/fold.ts'
import { comparable, percent, readKey, table } from './key.ts'
import { isMore, type MoreField, moreFields, sayMore } from './page-fields.ts'

type Link = { role: string; url: string }
type Expected = {
  kind: string
  title: string | null
  start?: string
  end?: string
  published?: string
  organisations?: string[]
  links?: Link[]
  attendance?: string
  status?: string
  incidental?: boolean
  optional?: boolean
  alsoOk?: Record<string, unknown>[]
  /** What may stand nowhere in the finding: other events, places that are none. */
  without?: string[]
  /** The field that the page leaves in doubt, whatever was taken. */
  doubted?: string
} & Partial<Record<MoreField, unknown>>
/** `problem`: what has to be said where the page holds no entry. `readOn`: the day on which it was read. */
type PageKey = { file: string; url: string | null; findings: Expected[]; problem?: string; readOn?: string }
type Field = (typeof fields)[number]
type Mark = 'right' | 'wrong' | 'missing' | 'untold'

const fields = [
  'kind',
  'title',
  'start',
  'end',
  'zone',
  'join',
  'links',
  'organisations',
  'published',
  'attendance',
  'status',
  ...moreFields,
] as const

export type PagesScore = {
  pages: number
  count: Map<Field, Record<Mark, number>>
  sums: { expected: number; found: number; extra: number; silent: number; first: number; slow: number }
  failures: string[]
}

export function reportPages(folder: string, name: string): void {
  const score = scorePages(folder)
  if (!score) return
  const { pages, count, sums, failures } = score
  console.log(`\n${name}: ${pages}, slowest ${Math.round(sums.slow)} ms`)
  console.log(
    `found ${sums.found} of ${sums.expected}, extra ${sums.extra}, incidental as main ${sums.first}, times silently wrong ${sums.silent}`,
  )
  const rows = [...count].map(([field, marks]) => {
    const told = marks.right + marks.wrong + marks.missing
    return [field, marks.right, marks.wrong, marks.missing, percent(marks.right, told)]
  })
  console.log(table([['field', 'right', 'wrong', 'missing', 'right of told'], ...rows]))
  for (const failure of failures) console.log(`  ${failure}`)
}

/** Pages and oEmbed answers held against their key, field by field: right, wrong or missing where the page tells it. */
export function scorePages(folder: string): PagesScore | null {
  const key = readKey<PageKey>(join(folder, 'expected.jsonl'))
  if (!key) return null
  const count = new Map<Field, Record<Mark, number>>(
    fields.map(field => [field, { right: 0, wrong: 0, missing: 0, untold: 0 }]),
  )
  const sums = { expected: 0, found: 0, extra: 0, silent: 0, first: 0, slow: 0 }
  const failures: string[] = []
  for (const page of key) {
    const file = join(folder, page.file)
    if (!existsSync(file)) continue
    const began = performance.now()
    const lines: InspectLine[] = [
      ...readPage(readFileSync(file), {
        ...(page.url && { url: page.url }),
        ...(page.readOn && { readOn: page.readOn }),
      }),
    ]
    sums.slow = Math.max(sums.slow, performance.now() - began)
    scoreOne(page, findingsIn(lines), { count, sums, failures })
    scoreProblem(page, lines, failures)
  }
  return { pages: key.length, count, sums, failures }
}

function scoreProblem(page: PageKey, lines: InspectLine[], failures: string[]): void {
  if (page.problem === undefined) return
  const said = lines.flatMap(line => ('problem' in line ? [line.problem.says] : [])).join(' ')
  if (!said.toLowerCase().includes(page.problem.toLowerCase()))
    failures.push(`${page.file}: says “${said}”, not “${page.problem}”`)
}

function findingsIn(lines: InspectLine[]): Finding[] {
  return lines.flatMap(line => ('finding' in line ? [line.finding] : []))
}

function scoreOne(
  page: PageKey,
  findings: Finding[],
  { count, sums, failures }: Omit<PagesScore, 'pages'>,
): void {
  const matched = match(page.findings, findings)
  const fail = (words: string) => failures.push(`${page.file}: ${words}`)
  const first = findings[0] && [...matched].find(([, finding]) => finding === findings[0])?.[0]
  if (first?.incidental) {
    sums.first++
    fail(`the main finding is incidental: “${findings[0]!.title}”`)
  }
  for (const expected of page.findings) {
    const finding = matched.get(expected)
    if (!expected.optional) sums.expected++
    if (!finding) {
      if (!expected.optional) fail(`missed ${expected.kind} “${expected.title}” ${expected.start ?? ''}`)
      continue
    }
    if (!expected.optional) sums.found++
    for (const fault of besides(expected, finding)) fail(fault)
    for (const field of fields) {
      const { mark, wanted, read } = markOf(field, expected, finding)
      count.get(field)![mark]++
      if (mark === 'right' || mark === 'untold') continue
      const isDoubted = finding.doubts?.some(doubt => /^(?:start|end|time)$/.test(doubt.field))
      const isSilent = mark === 'wrong' && !isDoubted && /^(?:start|end|zone)$/.test(field)
      if (isSilent) sums.silent++
      fail(
        `${isSilent ? 'SILENTLY ' : ''}${mark} ${field} of “${expected.title}”: ${read ?? '–'}, not ${wanted ?? '–'}`,
      )
    }
  }
  const used = new Set(matched.values())
  for (const finding of findings) {
    if (used.has(finding)) continue
    sums.extra++
    fail(`extra ${finding.kind} “${finding.title}” ${finding.start ?? ''}`)
  }
}

function besides(expected: Expected, finding: Finding): string[] {
  const whole = JSON.stringify(finding)
  const foreign = (expected.without ?? []).filter(words => whole.includes(words))
  const isDoubted =
    !expected.doubted || finding.doubts?.some(doubt => doubt.field.startsWith(expected.doubted!))
  return [
    ...foreign.map(words => `“${words}” in “${expected.title}”`),
    ...(isDoubted ? [] : [`no doubt of ${expected.doubted} of “${expected.title}”`]),
  ]
}

/** Pairs by title, start and kind, the likest first; each finding once. */
function match(expected: Expected[], findings: Finding[]): Map<Expected, Finding> {
  const likeness = expected.flatMap((wanted, row) =>
    findings.map((finding, at) => ({
      wanted,
      finding,
      like: like(wanted, finding) - Math.abs(row - at) / 1000,
    })),
  )
  const matched = new Map<Expected, Finding>()
  const used = new Set<Finding>()
  for (const { wanted, finding, like } of likeness.toSorted((a, b) => b.like - a.like)) {
    if (like < 1.9 || matched.has(wanted) || used.has(finding)) continue
    matched.set(wanted, finding)
    used.add(finding)
  }
  return matched
}

function like(expected: Expected, finding: Finding): number {
  const titles = values(expected, 'title') as (string | null)[]
  const isTitle = titles.some(title => title !== null && isSameTitle(title, finding.title))
  const isStart = values(expected, 'start').some(start => start && isSameTime(start as string, finding.start))
  const isKind = values(expected, 'kind').includes(finding.kind)
  const urls = new Set([
    ...(finding.links ?? []).map(link => bare(link.url)),
    ...(finding.url ? [bare(finding.url)] : []),
  ])
  const wanted = values(expected, 'links').flatMap(links => (links as Link[] | null) ?? [])
  const isLink = wanted.some(link => urls.has(bare(link.url)))
  const isNameless = expected.title === null && isKind
  return (isTitle ? 2 : isNameless ? 1 : 0) + (isStart ? 1 : 0) + (isKind ? 0.5 : 0) + (isLink ? 1 : 0)
}

function markOf(
  field: Field,
  expected: Expected,
  finding: Finding,
): { mark: Mark; wanted?: string; read?: string } {
  const read = readOf(field, finding)
  const wanted = values(expected, field === 'zone' ? 'start' : field === 'join' ? 'links' : field)
  const first = sayValue(field, wanted[0])
  const result = (mark: Mark) => ({
    mark,
    ...(first !== undefined && { wanted: first }),
    ...(read !== undefined && { read }),
  })
  if (field === 'join' || field === 'links') return result(markLinks(wanted, finding, field === 'join'))
  if (field === 'zone') return result(markZone(wanted as string[], finding))
  const told = wanted.filter(value => value !== undefined && value !== null)
  if (!told.length)
    return result(
      field === 'title' || read === undefined || !/^(?:kind|start|end)$/.test(field) ? 'untold' : 'wrong',
    )
  if (read === undefined && (wanted[0] === undefined || wanted[0] === null)) return result('untold')
  if (read === undefined)
    return result(wanted.some(value => value === null) || field === 'kind' ? 'untold' : 'missing')
  return result(told.some(value => isRight(field, value, finding, read)) ? 'right' : 'wrong')
}

function isRight(field: Field, value: unknown, finding: Finding, read: string): boolean {
  if (field === 'organisations') {
    const names = (finding.organisations ?? []).map(one => one.name)
    return (value as string[]).every(name => names.some(other => isSameTitle(name, other)))
  }
  if (field === 'title') return isSameTitle(value as string, read)
  if (field === 'start' || field === 'end') return isSameTime(value as string, read)
  if (field === 'published') return (value as string).slice(0, 10) === read.slice(0, 10)
  if (isMoreField(field)) return isMore(field, value, finding)
  return value === read
}

function isMoreField(field: Field): field is MoreField {
  return (moreFields as readonly string[]).includes(field)
}

/** An hour with a zone where one is told; without one where none is, or where the place tells it. */
function markZone(starts: (string | null | undefined)[], finding: Finding): Mark {
  const told = starts.filter(start => start?.includes('T')) as string[]
  if (!told.length || !finding.start?.includes('T')) return 'untold'
  const offset = (text: string) =>
    /(?:Z|[+-]\d\d:\d\d)(?=\[|$)/.exec(text.slice(11))?.[0].replace('Z', '+00:00')
  const read = offset(finding.start)
  const offsets = told.map(offset)
  if (offsets.includes(read)) return 'right'
  return read ? 'wrong' : 'missing'
}

function markLinks(options: unknown[], finding: Finding, joinOnly: boolean): Mark {
  const isWanted = (link: Link) => !joinOnly || link.role === 'join' || link.role === 'livestream'
  const lists = options.map(links => ((links as Link[] | null) ?? []).filter(isWanted))
  if (!lists[0]?.length) return 'untold'
  const own = [...(finding.links ?? []), ...(finding.url ? [{ role: 'source', url: finding.url }] : [])]
  const has = (link: Link) =>
    own.some(
      other => bare(other.url) === bare(link.url) && (other.role === link.role || other.role === 'source'),
    )
  if (lists.some(list => list.length && list.every(has))) return 'right'
  if (lists.some(list => !list.length)) return 'untold'
  return own.some(link => isWanted(link) && link.role !== 'source') ? 'wrong' : 'missing'
}

function readOf(field: Field, finding: Finding): string | undefined {
  if (field === 'zone') return finding.start
  if (field === 'join' || field === 'links')
    return finding.links?.map(link => `${link.role} ${link.url}`).join(', ')
  if (field === 'organisations') return finding.organisations?.map(one => one.name).join(', ')
  if (isMoreField(field)) return sayMore(field, finding)
  return finding[field]
}

function sayValue(field: Field, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (field === 'join' || field === 'links')
    return (value as Link[]).map(link => `${link.role} ${link.url}`).join(', ')
  return String(value)
}

/** The field's own value and those that do as well. */
function values(expected: Expected, field: string): unknown[] {
  const own = (expected as Record<string, unknown>)[field]
  return [own, ...(expected.alsoOk ?? []).filter(one => field in one).map(one => one[field])]
}

function isSameTime(one: string, other: string | undefined): boolean {
  return other !== undefined && comparable(one) === comparable(other)
}

function isSameTitle(one: string, other: string): boolean {
  return fold(one) === fold(other)
}

function bare(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/?]$/, '')
    .toLowerCase()
}
