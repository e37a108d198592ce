import { readTime, type TimeAnswer } from '../../src/time/read-time.ts'
import { comparable, percent, readKey, table } from './key.ts'

type Span = { start: string; end: string | null }
type Expected = {
  id: string
  phrase: string
  published: string | null
  zone: string | null
  /** None: the phrase tells no time, and none must be read. */
  ok: Span[]
  doubt: string | null
  doubtOr?: string[]
  alsoDoubts?: string[]
  sessions?: Span[]
}
type Marks = {
  right: boolean
  silent: boolean
  missed: boolean
  needless: string[]
  sessions: boolean
  wrong: string
}

/** Right first readings, silently wrong ones, doubts missed and needless, each failing phrase with what was read. */
export function reportTimes(file: string, what: string): void {
  const marked = markTimes(file)
  if (!marked) return
  const count = (test: (marks: Marks) => boolean) => marked.filter(({ marks }) => test(marks)).length
  const all = marked.length
  const rows = [
    ['first reading right', count(marks => marks.right)],
    ['silently wrong', count(marks => marks.silent)],
    ['doubt missed', count(marks => marks.missed)],
    ['needless doubt', count(marks => marks.needless.length > 0)],
    ['sessions not all read', count(marks => !marks.sessions)],
  ] as [string, number][]
  console.log(`\n${what}: ${all} phrases`)
  console.log(table(rows.map(([what, found]) => [what, found, percent(found, all)])))
  const kinds = Map.groupBy(
    marked.filter(({ marks }) => !marks.right),
    ({ marks }) => marks.wrong,
  )
  for (const [kind, failing] of kinds) console.log(`wrong by ${kind}: ${failing.length}`)
  for (const one of marked) if (isFailing(one)) console.log(`\n${failureOf(one)}`)
}

type Marked = { expected: Expected; answer: TimeAnswer; marks: Marks }

/** Each phrase of a key with what was read and how it compares; null where the key is not there. */
export function markTimes(file: string): Marked[] | null {
  const key = readKey<Expected>(file)
  if (!key) return null
  return key.map(expected => {
    const answer = readTime(expected.phrase, {
      ...(expected.published ? { published: expected.published } : {}),
      ...(expected.zone ? { zone: expected.zone } : {}),
    })
    return { expected, answer, marks: mark(expected, answer) }
  })
}

/** Not read, not doubted or not left undoubted as the key says. */
export function isFailing({ marks }: Marked): boolean {
  return !marks.right || marks.missed || marks.needless.length > 0 || !marks.sessions
}

/** What was read of a phrase and what should have been, in lines. */
export function failureOf({ expected, answer, marks }: Marked): string {
  const ok = expected.ok.map(span => `${span.start}/${span.end ?? ''}`).join(' or ') || 'nothing'
  return [
    `${expected.id} ${expected.phrase}  (published ${expected.published}, zone ${expected.zone})`,
    `  ${faults(marks)}`,
    `  read      ${said(answer)}`,
    `  expected  ${ok} doubt ${expected.doubt}`,
  ].join('\n')
}

function mark(expected: Expected, answer: TimeAnswer): Marks {
  const first = answer.readings[0]
  const right = expected.ok.length
    ? expected.ok.some(
        span =>
          first !== undefined &&
          comparable(span.start) === comparable(first.start) &&
          comparable(span.end) === comparable(first.end),
      )
    : first === undefined && answer.time === undefined
  const codes: string[] = answer.doubts.map(doubt => doubt.code)
  const wanted = [expected.doubt ?? '', ...(expected.doubtOr ?? [])].filter(code => code)
  const allowed = [...wanted, ...(expected.alsoDoubts ?? [])]
  const read = new Set((answer.sessions ?? answer.readings).map(session => comparable(session.start)))
  return {
    right,
    silent: !right && codes.length === 0,
    missed: expected.doubt !== null && !wanted.some(code => codes.includes(code)),
    needless: codes.filter(code => !allowed.includes(code)),
    sessions: (expected.sessions ?? []).every(session => read.has(comparable(session.start))),
    wrong: right ? '' : kindOfError(expected, answer),
  }
}

function kindOfError(expected: Expected, answer: TimeAnswer): string {
  const first = answer.readings[0]
  const wanted = expected.ok[0]
  if (!wanted) return 'a time where none is told'
  if (!first) return 'nothing read'
  if (expected.ok.some(span => comparable(span.start) === comparable(first.start))) return 'end'
  const [read, right] = [comparable(first.start) ?? '', comparable(wanted.start) ?? '']
  if (read.startsWith('local') !== right.startsWith('local')) return 'zone'
  if (read.length !== right.length) return 'precision'
  return read.slice(0, 10) === right.slice(0, 10) ? 'hour or zone' : 'day'
}

function faults(marks: Marks): string {
  const faults = [
    marks.right ? '' : `WRONG (${marks.wrong}${marks.silent ? ', silently' : ''})`,
    marks.missed ? 'doubt missed' : '',
    marks.needless.length ? `needless ${marks.needless.join(', ')}` : '',
    marks.sessions ? '' : 'sessions missing',
  ]
  return faults.filter(fault => fault).join('; ')
}

function said(answer: TimeAnswer): string {
  const readings = answer.readings.map(
    reading => `${reading.start}/${reading.end ?? ''}${reading.allDay ? ' all day' : ''}`,
  )
  const sessions = answer.sessions?.map(session => session.start).join(', ')
  return `${readings.join(' or ') || (answer.time ?? 'nothing')} doubts ${answer.doubts.map(doubt => doubt.code).join(', ') || 'none'}${sessions ? ` sessions ${sessions}` : ''}`
}
