import { fold } from '../../time/fold.ts'
import type { Columns } from './columns.ts'

/**
 * Whether a table lists people – speakers, guests – and no events: it has names, what only people have, and no time.
 * "Arrival" and "Registered at" are times of people.
 */
export function isOfPeople({ of, names, again }: Columns): boolean {
  if (again.length > 0 || (['date', 'time', 'start'] as const).some(field => of.has(field))) return false
  const own = names.map(fold)
  return own.some(name => personNames.test(name)) && own.some(name => ofPersons.test(name))
}

/** Where somebody belongs, by their name as it is written, where each name stands there once. */
export type Affiliations = ReadonlyMap<string, string>

export function affiliationsIn(
  { names }: Columns,
  rows: Iterable<{ cells: readonly string[] } | { says: string }>,
): Affiliations {
  const own = names.map(fold)
  const [name, affiliation] = [
    own.findIndex(each => personNames.test(each)),
    own.findIndex(each => ofWhere.test(each)),
  ]
  const found = new Map<string, string>()
  if (name === -1 || affiliation === -1) return found
  const seen = new Set<string>()
  for (const row of rows) {
    if ('says' in row) continue
    const [who = '', where = ''] = [row.cells[name]?.trim(), row.cells[affiliation]?.trim()]
    if (where && where.length <= 200) found.set(who, where)
    if (seen.has(who)) found.delete(who)
    seen.add(who)
  }
  return found
}

const personNames =
  /^(?:(?:full|first|last|family|given|speaker|presenter|panell?ist|guest|participant|attendee)?s? ?names?|speakers?|presenters?|panell?ists?|surname|nombres?(?: completo| y apellidos?)?|apellidos?|ponentes?|noms?(?: et prenoms?| complet)?|prenoms?|intervenants?|vorname|nachname|referent(?:in|innen|en)?|nome(?: completo| e cognome)?|cognome|palestrantes?|nama(?: lengkap)?|pembicara|имя|фио|спикер|الاسم|المتحدث|姓名|氏名|이름)$/
const ofPersons =
  /^(?:bio|biograph(?:y|ie)|short bio|biography short|speaker bio|affiliations?|position|job title|role|headshot|pronouns|linkedin|twitter|first name|surname|last name|institution|organi[sz]ation|email|e mail|email address|biografia|afiliacion|cargo|apellidos?|affiliation|fonction|prenom|biografie|vorname|nachname|funktion|biodata|jabatan|биография|должность|السيرة الذاتية|简介|职务)$/
const ofWhere =
  /^(?:affiliations?|institution|organi[sz]ation|afiliacion|institucion|zugehorigkeit|afiliasi|afiliacao)$/
