import { namesEvent } from '../post/words/kind-words.ts'
import { anyOf } from '../post/words/word-pattern.ts'
import { isPeople } from './people-row.ts'

/**
 * Whether items of a grid tell who is on duty, and not what there is to go to: most look like names of people, and the
 * same come again or none has a word in it that no name has. "Opening Ceremony" is written like a name.
 */
export function isRoster(items: readonly (readonly string[])[]): boolean {
  const names = items.filter(lines => lines.every(isPeople)).map(lines => lines.join(' '))
  if (names.length * 2 <= items.length) return false
  if (names.some(name => namesEvent(name) || goesOn.test(name))) return false
  return names.length === items.length || new Set(names).size * 4 <= names.length * 3
}

/** What one goes to, in words of titles, besides the kinds of events. */
const goesOn = anyOf({
  en: 'opening|closing|ceremony|welcome|keynote|session|talks?|slam|night|evening|morning|films?|movie|screening|show|concert|music|dance|dancing|panel|debate|discussion|lecture|reading|readings|workshops?|training|class|meeting|assembly|market|fair|walk|tour|march|parade|prayers?|vigil|exhibition|performance|stage|mic|games?|quiz|yoga|story|stories|storytelling|launch|awards?|party|reception|lunch|dinner|breakfast|break|coffee|tea|introduction|conclusions?|registration|networking|remarks|speech|address|presentations?|poetry|theatre|play|art|arts|crafts?|kitchen|cooking|questions|answers|summary|farewell|lessons?|lab|clinic|courts?|maps?|data|law|justice|health|labour|labor|migration|migrants?|refugees?|children|youth|women|climate|peace|future|history|change',
  de: 'eröffnung|begrüßung|abschluss|abend|nacht|vortrag|film|lesung|konzert|musik|tanz|gespräch|runde|diskussion|führung|rundgang|feier|fest|markt|werkstatt|bühne|spiele?|essen|andacht',
  fr: 'ouverture|clôture|cérémonie|soirée|atelier|débat|projection|concert|musique|danse|lecture|spectacle|table ronde|visite|marche|fête|scène',
  es: 'apertura|clausura|ceremonia|noche|tarde|taller|charla|debate|proyección|cine|concierto|música|baile|lectura|mesa redonda|marcha|fiesta|feria|visita|escenario',
  pt: 'abertura|encerramento|cerimônia|cerimónia|noite|oficina|roda|debate|sessão|cinema|concerto|dança|leitura|marcha|festa|feira|palco',
  it: 'apertura|chiusura|cerimonia|serata|notte|laboratorio|dibattito|proiezione|concerto|musica|danza|lettura|tavola rotonda|marcia|festa|palco',
})
