import type { Finding } from '../../src/domain/finding.ts'
import { plainAddress } from '../../src/domain/plain-address.ts'
import { fold } from '../../src/time/fold.ts'
import { comparable } from './key.ts'

type Link = { role: string; url: string }

/** A line of the key; `alsoOk` holds values as good, field by field. */
export type Expected = {
  kind: string
  title: string
  start?: string | null
  /** Held against only where it is told here. */
  end?: string
  /** Scheduled where nothing else is told. */
  status?: string
  organisations?: string[]
  links?: Link[]
  optional?: boolean
  alsoOk?: Record<string, unknown>[]
}
export type Marks = Record<'kind' | 'title' | 'start' | 'end' | 'status' | 'organisation' | 'links', boolean>

/** Which finding stands for which expected one: the likest pairs first, each finding once. */
export function pairs(expected: Expected[], findings: Finding[]): Map<Expected, Finding> {
  const likeness = expected.flatMap((wanted, row) =>
    findings.map((finding, at) => ({
      wanted,
      finding,
      like: likenessOf(wanted, finding) - Math.abs(row - at) / 1000,
    })),
  )
  const matched = new Map<Expected, Finding>()
  const used = new Set<Finding>()
  for (const { wanted, finding, like } of likeness.toSorted((a, b) => b.like - a.like)) {
    if (like < 2 || matched.has(wanted) || used.has(finding)) continue
    matched.set(wanted, finding)
    used.add(finding)
  }
  return matched
}

export function markOf(expected: Expected, finding: Finding): Marks {
  const organisations = (finding.organisations ?? []).map(one => one.name)
  return {
    kind: values(expected, 'kind').includes(finding.kind),
    title: titles(expected).some(title => fold(title) === fold(finding.title)),
    start: values(expected, 'start').some(
      start => comparable(start as string | null) === comparable(finding.start),
    ),
    end:
      !expected.end ||
      values(expected, 'end').some(end => comparable(end as string | null) === comparable(finding.end)),
    status: values(expected, 'status').some(
      status => (status ?? 'scheduled') === (finding.status ?? 'scheduled'),
    ),
    organisation: values(expected, 'organisations').some(names =>
      isSame((names as string[] | null) ?? [], organisations),
    ),
    links: values(expected, 'links').some(links =>
      ((links as Link[] | null) ?? []).every(link => hasLink(finding, link)),
    ),
  }
}

function hasLink(finding: Finding, link: Link): boolean {
  const own = finding.url ? [{ role: 'source', url: finding.url }] : []
  return [...(finding.links ?? []), ...own].some(
    other => other.role === link.role && bare(other.url) === bare(link.url),
  )
}

/** Every organisation the key names is named; a finding may name none only where the key does. */
function isSame(wanted: string[], read: string[]): boolean {
  if (!wanted.length) return true
  return wanted.every(name => read.some(other => alike(name, other) >= 0.5))
}

function likenessOf(expected: Expected, finding: Finding): number {
  const title = Math.max(...titles(expected).map(title => alike(title, finding.title)))
  const start = values(expected, 'start').some(
    one => one && comparable(one as string) === comparable(finding.start),
  )
  const urls = new Set(
    (finding.links ?? []).map(link => bare(link.url)).concat(finding.url ? [bare(finding.url)] : []),
  )
  const link = (expected.links ?? []).some(one => urls.has(bare(one.url)))
  const kind = values(expected, 'kind').includes(finding.kind)
  return title * 4 + (start ? 1 : 0) + (link ? 1.5 : 0) + (kind ? 0.5 : 0)
}

/** The field's own value and those that do as well. */
function values(
  expected: Expected,
  field: Exclude<keyof Marks, 'title' | 'organisation'> | 'organisations',
): unknown[] {
  const others = (expected.alsoOk ?? []).filter(one => field in one).map(one => one[field])
  return [expected[field] ?? null, ...others]
}

function titles(expected: Expected): string[] {
  const others = (expected.alsoOk ?? []).flatMap(one => (typeof one.title === 'string' ? [one.title] : []))
  return [expected.title, ...others]
}

function alike(one: string, other: string): number {
  const [a, b] = [fold(one), fold(other)]
  if (a === b) return 1
  if (a.length > 3 && b.length > 3 && (a.includes(b) || b.includes(a))) return 0.8
  const [first, second] = [new Set(a.split(' ')), new Set(b.split(' '))]
  const common = first.intersection(second).size
  return common / Math.max(1, first.union(second).size)
}

/** An address as it is kept: without what it was wrapped in. */
function bare(url: string): string {
  return plainAddress(url)
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')
    .toLowerCase()
}
