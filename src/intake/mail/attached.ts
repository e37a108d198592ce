import type { InspectLine } from '../../domain/finding.ts'
import type { IntakeOptions } from '../intake.ts'
import { adviceOn } from '../signature.ts'
import type { Message } from './message.ts'

/** Reads what is attached, by whichever intake knows it. */
export type ReadPart = (
  bytes: Uint8Array,
  options: IntakeOptions & { charset?: string },
) => Promise<Iterable<InspectLine>>

const mostAttachments = 20

/** What was read out of an attachment: of a calendar, of another mail, or of a file. */
export type PartLine = { line: InspectLine; calendar: boolean; mail: boolean }

/** All that is attached and can be read, line by line. */
export async function readAttached(
  message: Message,
  options: IntakeOptions,
  readPart: ReadPart,
): Promise<PartLine[]> {
  const parts = await Promise.all(partsOf(message).map(part => readOne(part, options, readPart)))
  return parts.flat()
}

async function readOne(
  part: Message['attachments'][number],
  options: IntakeOptions,
  readPart: ReadPart,
): Promise<PartLine[]> {
  const lines = [...(await readPart(part.bytes, { ...options, ...(part.name && { name: part.name }) }))]
  const kind = { calendar: isCalendar(part), mail: part.type === 'message/rfc822' }
  return lines.flatMap((line): PartLine[] => {
    if ('programme' in line) return kind.mail ? [{ line, ...kind }] : []
    if ('finding' in line) return [{ line, ...kind }]
    const where = [part.name, line.problem.where].filter(Boolean).join(', ')
    return [{ line: { problem: { ...line.problem, ...(where && { where }) } }, ...kind }]
  })
}

/** Calendars first; the same invitation is often there twice, as a part and as a file. Pictures in the text tell nothing. */
function partsOf({ attachments }: Message): Message['attachments'] {
  const calendars = attachments.filter(isCalendar)
  const once = calendars.filter(
    (part, index) => calendars.findIndex(other => Buffer.compare(other.bytes, part.bytes) === 0) === index,
  )
  const others = attachments.filter(
    part => !isCalendar(part) && !part.isInline && readable.test(`${part.type} ${part.name}`),
  )
  return [...once, ...others].slice(0, mostAttachments)
}

function isCalendar({ type, name }: Message['attachments'][number]): boolean {
  return /^text\/calendar|^application\/ics/.test(type) || /\.(?:ics|ical|vcs)$/i.test(name)
}

const readable = /^message\/rfc822|pdf|\b(?:csv|html?|json|xml|eml|tsv)\b/i

/** Outlook packs what is attached, and formatted text, into a file that no other program opens. */
export function unreadIn({ attachments }: Message): InspectLine[] {
  return attachments.flatMap(({ type, name }): InspectLine[] =>
    /^application\/(?:vnd\.)?ms-tnef$/.test(type) || /^winmail\.dat$/i.test(name)
      ? [{ problem: { code: 'not-text', says: adviceOn.outlook, ...(name && { where: name }) } }]
      : [],
  )
}
