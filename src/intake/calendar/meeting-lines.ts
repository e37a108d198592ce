import type { FoundLink } from '../../domain/finding.ts'
import { linkRole } from '../link-role.ts'

/**
 * Takes out of a description what meeting programs print below it: the door, its numbers and passcodes. They belong
 * to the join link, which is shown only near the start and never in feeds; the passcode becomes its title.
 */
export function partMeetingLines(
  description: string,
  links: FoundLink[],
): { summary: string | undefined; passcode: string | undefined } {
  const doors = links.filter(link => link.role === 'join').map(link => link.url)
  if (doors.length === 0) return { summary: description, passcode: undefined }
  const told: string[] = []
  const isTold = (line: string) => {
    const credential = credentials.exec(line.trim())
    if (credential) told.push(credential[0].replace(/\s+/g, ' '))
    return credential !== null
  }
  const lines = description.split('\n')
  const kept = (rules.test(description) ? withoutBlock(lines, doors, isTold) : lines).filter(
    (line, at) =>
      !isTold(line) &&
      !doors.some(door => line.includes(door)) &&
      !printed.test(line.trim()) &&
      !(at === 0 && greeting.test(line.trim())) &&
      !isOfNoUse(line),
  )
  const summary = kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return { summary: summary || undefined, passcode: told.slice(0, 3).join(', ').slice(0, 200) || undefined }
}

/** What Outlook and Google put between two rules, in whichever language: as soon as the door is in it. */
function withoutBlock(lines: string[], doors: string[], onDropped: (line: string) => void): string[] {
  const ruled = lines.flatMap((line, at) => (rule.test(line) ? at : []))
  const first = ruled.findIndex((from, number) => {
    const part = lines.slice(from, ruled[number + 1]).join('\n')
    return part.length <= 4000 && doors.some(door => part.includes(door))
  })
  const [from, to] = [ruled[first], ruled.at(-1)]
  if (from === undefined || to === undefined || to === from) return lines
  for (const line of lines.slice(from, to)) onDropped(line)
  return [...lines.slice(0, from), ...lines.slice(to + 1)]
}

const rule = /^\s*(?:_{20,}|~{20,}|-{30,}|─{10,}|-::~\S*)\s*$/
const rules = /_{20}|~{20}|-{30}|─{10}|-::~/

/** Nothing but links to dial-in lists, help and settings. */
function isOfNoUse(line: string): boolean {
  const addresses = line.match(/https?:\/\/[^\s<>"]+/g)
  return addresses?.every(address => linkRole(address) === null) ?? false
}

/** The copy that one person got begins with their name. */
export const greeting =
  /^(?:hi|hello|dear|hallo|liebe[rs]?|guten tag|sehr geehrte[rs]?|bonjour|ch[èe]re?s?|hola|estimad[oa]s?|ol[áa]|ciao|gentile)\b[^\n.!?:;]{0,50},$/i

const credential = String.raw`(?:(?:meeting|webinar|event|access|session|besprechungs|reunião|reuni[óo]n)?[- ]?(?:id|code|number(?: \(access code\))?|kennung|password|passcode)|pass ?code|password|pin|kenncode|passwort|code secret|mot de passe|c[óo]digo(?: de acceso)?|senha(?: de acesso)?|contraseña)\s*[:：]\s*\S`
const credentials = new RegExp(`^${credential}[^\\n]{0,60}$`, 'i')
const withinLine = new RegExp(`\\(? ?\\b${credential}[^\\s(),;]*\\)?`, 'gi')

/** Passcodes and numbers of a meeting that stand within another text, and the text without them. */
export function passcodesIn(text: string): { without: string; passcode?: string } {
  if (!/[:：]/.test(text)) return { without: text }
  const told = text.match(withinLine)?.map(one => one.replace(/^\(? ?|\)$/g, '')) ?? []
  if (told.length === 0) return { without: text }
  return { without: text.replace(withinLine, ''), passcode: told.slice(0, 3).join(', ').slice(0, 200) }
}

const printed =
  /^(?:join (?:the )?(?:zoom|teams|webex|microsoft teams|google meet)\b.{0,40}|join (?:with|by) .{0,40}|(?:or )?one tap mobile.{0,20}|dial by your location|find your local number.*|find a local number.*|or (?:iphone|dial|by phone|call in).{0,60}|\+?[\d\s().,#*-]{10,}(?:#.*|\s*(?:US|UK|Germany).*)?|_{10,}|-::~.*|~+|need help\?.*|meeting options.*|reset pin.*|learn more about meet.*|please do not edit this section.*|download teams.*|note: this link should not be shared.*|(?:please )?(?:click|use|follow) (?:this|the) (?:url|link)(?: below)? to join\b.{0,60}|you are invited to a (?:zoom|teams|webex) (?:webinar|meeting)\.?|.{2,80} is inviting you to a scheduled zoom meeting\.?|topic: .{1,200}|time: .{5,80}|-{3,}|[•·*] ?\+\d[\d ]{6,20}.{0,60}|[•·*] ?\+?[\d ]{3,20} us toll.free.{0,30}|microsoft teams(?:[- ][\p{L} -]{2,30})?)$/iu
