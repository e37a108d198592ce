import type { Intake } from '../intake.ts'
import { whatItIs } from '../other-format.ts'
import { charsetOf, readText } from '../read-text.ts'
import { readJson } from './read-json.ts'
import { readXml } from './read-xml.ts'

/**
 * Conference schedules: frab and pentabarf XML and their JSON siblings. First a `programme` line, then a finding an
 * event, in the order of the file; XML is read piece by piece.
 */
export const readSchedule: Intake = function* (bytes, options) {
  const other = whatItIs(bytes)
  if (other) {
    const says = `${other} A schedule in XML or JSON was expected.`
    yield { problem: { code: 'not-a-schedule', says } }
    return
  }
  const { charset } = charsetOf(bytes.subarray(0, 1 << 16))
  const head = readText(bytes.subarray(0, 4096), { declared: charset }).text.trimStart()
  if (head.startsWith('<')) yield* readXml(bytes, options)
  else if (/^[[{]/.test(head)) yield* readJson(readText(bytes).text, options)
  else yield { problem: { code: 'not-a-schedule', says: 'This begins neither like XML nor like JSON.' } }
}
