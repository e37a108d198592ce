import type { RawComponent } from './content-lines.ts'
import { type Properties, readProperties } from './property.ts'
import { datesOf } from './recurrence-dates.ts'
import { readRule } from './recurrence-rule.ts'
import { wallMsOf } from './written-time.ts'

/** The changes of a VTIMEZONE's clocks in order: from wall time `at` (old clocks, as in UTC) on, `to` is ahead of UTC. */
export type ZoneRules = { at: number; from: number; to: number }[]

/** A VTIMEZONE's own rules from 1970 to 2050, at most some hundred changes; null where it has none that can be read. */
export function readZoneRules(component: RawComponent): ZoneRules | null {
  const rules: ZoneRules = []
  const budget = { left: 20_000 }
  const kinds = component.parts
    .filter(part => part.name === 'STANDARD' || part.name === 'DAYLIGHT')
    .flatMap(kindOf)
  for (const { told, to, from, start } of kinds) {
    // Programs that write several eras one after another forget to end the earlier ones.
    const next = Math.min(
      ...kinds.flatMap(kind =>
        kind.start > start && kind.to === to && kind.told.has('RRULE') ? kind.start - 1 : [],
      ),
    )
    rules.push({ at: start, from, to })
    for (const property of told.get('RDATE') ?? []) {
      for (const date of property.value.split(',')) {
        const at = wallMsOf(date.split('/')[0]!)
        if (at !== null) rules.push({ at, from, to })
      }
    }
    for (const property of told.get('RRULE') ?? []) {
      const rule = readRule(property.value)
      if (typeof rule === 'string' || !['YEARLY', 'MONTHLY'].includes(rule.freq)) continue
      const until = Math.min(next, rule.until ? (wallMsOf(rule.until) ?? Infinity) + from : Infinity)
      const window = { until, from: Math.max(start, Date.UTC(1970, 0, 1)), to: Date.UTC(2050, 0, 1), budget }
      for (const at of datesOf(rule, start, window)) if (at > start) rules.push({ at, from, to })
    }
  }
  return rules.length ? rules.sort((a, b) => a.at - b.at) : null
}

/** Milliseconds that these rules are ahead of UTC at a wall time. */
export function offsetByRules(rules: ZoneRules, wallMs: number): number {
  let low = 0
  let high = rules.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rules[middle]!.at <= wallMs) low = middle + 1
    else high = middle
  }
  return low === 0 ? rules[0]!.from : rules[low - 1]!.to
}

type Kind = { told: Properties; to: number; from: number; start: number }

function kindOf(part: RawComponent): Kind[] {
  const told = readProperties(part, wanted, () => {})
  const to = offsetOf(told.get('TZOFFSETTO')?.[0]?.value)
  const from = offsetOf(told.get('TZOFFSETFROM')?.[0]?.value) ?? to
  const start = wallMsOf(told.get('DTSTART')?.[0]?.value ?? '') ?? Date.UTC(1970, 0, 1)
  return to === null || from === null ? [] : [{ told, to, from, start }]
}

const wanted = new Set(['DTSTART', 'RRULE', 'RDATE', 'TZOFFSETFROM', 'TZOFFSETTO'])

/** `-0330`, `+05:45`, `+053028`; null for what no clock on Earth has shown. */
function offsetOf(value: string | undefined): number | null {
  const told = /^\s*([+-]?)(\d\d):?(\d\d):?(\d\d)?\s*$/.exec(value ?? '')
  if (!told) return null
  const size = (Number(told[2]) * 60 + Number(told[3])) * 60_000 + Number(told[4] ?? 0) * 1000
  if (size > 16 * 3_600_000) return null
  return told[1] === '-' ? -size : size
}
