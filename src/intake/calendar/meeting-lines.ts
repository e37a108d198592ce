import type { FoundLink } from '../../domain/finding.ts'

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
  const kept = description.split('\n').filter(line => {
    const credential = credentials.exec(line.trim())
    if (credential) told.push(credential[0].replace(/\s+/g, ' '))
    return !credential && !printed.test(line.trim()) && !doors.some(door => line.includes(door))
  })
  const summary = kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return { summary: summary || undefined, passcode: told.slice(0, 3).join(', ').slice(0, 200) || undefined }
}

const credentials =
  /^(?:(?:meeting|webinar|event|access|session|besprechungs|reunião|reuni[óo]n)?[- ]?(?:id|code|number|kennung)|pass ?code|password|pin|kenncode|passwort|code secret|mot de passe|c[óo]digo(?: de acceso)?|senha(?: de acesso)?|contraseña)\s*[:：]\s*\S[^\n]{0,60}$/i
const printed =
  /^(?:join (?:the )?(?:zoom|teams|webex|microsoft teams|google meet)\b.{0,40}|join (?:with|by) .{0,40}|one tap mobile.{0,20}|dial by your location|find your local number.*|find a local number.*|or (?:iphone|dial|by phone|call in).{0,60}|\+?[\d\s().,#*-]{10,}(?:#.*|\s*(?:US|UK|Germany).*)?|_{10,}|-::~.*|~+|need help\?.*|meeting options.*|reset pin.*|learn more about meet.*|please do not edit this section.*|download teams.*)$/i
