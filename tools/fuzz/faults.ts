import { contentOfFinding } from '../../src/domain/content.ts'
import type { Finding, InspectLine } from '../../src/domain/finding.ts'
import { instantsOf } from '../../src/domain/instants-of.ts'
import { readToldTime } from '../../src/domain/told-time.ts'
import { type InspectOptions, inspect } from '../../src/intake/inspect.ts'

/** So much of a processor may reading a file take that is no larger than those that are made here. */
const mostCpuMs = 4000

/** Everything that is wrong with how bytes are read, whatever they are; `[]` is how it has to be. */
export async function faultsOf(bytes: Uint8Array, options: InspectOptions): Promise<string[]> {
  const began = process.threadCpuUsage()
  const faults = new Set<string>()
  try {
    let lines = 0
    for (const line of await inspect(bytes, { readOn: '2024-12-01', ...options })) {
      lines++
      for (const fault of faultsOfLine(line)) faults.add(fault)
    }
    if (lines === 0) faults.add('nothing is said at all')
  } catch (error) {
    faults.add(
      `throws ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : error}`,
    )
  }
  const { user, system } = process.threadCpuUsage(began)
  const ms = (user + system) / 1000
  if (ms > mostCpuMs) faults.add(`takes ${Math.round(ms)} ms`)
  return [...faults]
}

export function faultsOfLine(line: InspectLine): string[] {
  const faults = textsOf(line).flatMap(faultsOfText)
  if ('problem' in line) {
    const { code, says } = line.problem
    if (code === 'fault') faults.push(`fails: ${says}`)
    if (!code || !says) faults.push('a problem says nothing')
  }
  return 'finding' in line ? [...faults, ...faultsOfFinding(line.finding, 0)] : faults
}

function faultsOfFinding(finding: Finding, depth: number): string[] {
  const faults: string[] = []
  if (!finding.title?.trim()) faults.push('a finding has no title')
  if (depth > 5) faults.push('sessions in sessions in sessions')
  for (const field of ['start', 'end'] as const)
    if (finding[field] !== undefined && !readToldTime(finding[field]))
      faults.push(`${field} is no time: ${finding[field].slice(0, 60)}`)
  if (finding.end && !finding.start) faults.push('an end without a start')
  try {
    instantsOf(contentOfFinding(finding, 'Europe/Berlin').time)
  } catch (error) {
    faults.push(
      `its time is none: ${finding.start} – ${finding.end} (${(error as Error).message.slice(0, 80)})`,
    )
  }
  for (const { choices } of finding.doubts ?? [])
    for (const choice of choices ?? [])
      if (!readToldTime(choice.start)) faults.push(`a choice is no time: ${choice.start.slice(0, 60)}`)
  return [...faults, ...(finding.sessions ?? []).flatMap(session => faultsOfFinding(session, depth + 1))]
}

function faultsOfText(text: string): string[] {
  const faults: string[] = []
  if (!text.isWellFormed()) faults.push('half of a letter')
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(text)) faults.push('a control character')
  if (text.length > 600_000) faults.push('a text without end')
  return faults
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
