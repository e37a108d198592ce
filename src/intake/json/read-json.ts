import ICAL from 'ical.js'
import type { InspectLine } from '../../domain/finding.ts'
import type { ProblemCode, ProblemValues } from '../../domain/problem.ts'
import { readCalendar } from '../calendar/read-calendar.ts'
import type { Intake, IntakeOptions } from '../intake.ts'
import { readText } from '../read-text.ts'
import { readApi } from './api/read-api.ts'
import { readJsCalendar } from './js-calendar.ts'
import { isThing } from './json.ts'
import { isOwn } from './own.ts'
import { readOwnLines } from './own-lines.ts'

/**
 * JSON that was made to tell of events: our own export, JSCalendar (RFC 8984), jCal (RFC 7265), and what services answer
 * that keep events.
 */
export const readJson: Intake = function* (bytes, options) {
  const { text, cut } = readText(bytes)
  if (cut)
    yield problem('too-large', 'The file is larger than 64 MB; what comes after was not read.', {
      megabytes: 64,
    })
  if (isOwn(text)) return yield* readOwnLines(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return yield problem(
      'damaged',
      `This JSON is broken or cut off (${(error as Error).message.slice(0, 120)}).`,
    )
  }
  if (Array.isArray(value) && value[0] === 'vcalendar') return yield* readJCal(value, options)
  const answered = readApi(text, value, options)
  if (answered) return yield* answered
  const things = Array.isArray(value) ? value : (answeredIn(value) ?? [value])
  for (const one of things.slice(0, 20_000)) if (isThing(one)) yield* readJsCalendar(one, options)
}

/** What a server of calendars answered (JMAP, RFC 8620): `methodResponses: [["CalendarEvent/get", {list: […]}, "0"]]`. */
function answeredIn(value: unknown): unknown[] | null {
  if (!isThing(value) || !Array.isArray(value.methodResponses)) return null
  return value.methodResponses.flatMap((answer: unknown) => {
    const told: unknown = Array.isArray(answer) ? answer[1] : undefined
    return isThing(told) && Array.isArray(told.list) ? told.list : []
  })
}

/** The same calendar in lines. */
function* readJCal(value: unknown[], options: IntakeOptions): Generator<InspectLine> {
  let lines: string
  try {
    lines = new ICAL.Component(value as ConstructorParameters<typeof ICAL.Component>[0]).toString()
  } catch (error) {
    return yield problem(
      'damaged',
      `This calendar in JSON is not sound (${(error as Error).message.slice(0, 120)}).`,
    )
  }
  yield* readCalendar(Buffer.from(lines), options)
}

function problem(code: ProblemCode, says: string, values?: ProblemValues): InspectLine {
  return { problem: { code, says, ...(values && { values }) } }
}
