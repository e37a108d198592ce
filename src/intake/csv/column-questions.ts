import type { Field } from './column-names.ts'

/**
 * What a question of a form asks for, as forms put it at the head of a column: "In which time zone are these times?"
 *
 * @param name folded
 */
export function fieldOfQuestion(name: string): Field | null {
  if (name.length > 250 || name.split(' ').length < 4 || other.test(name)) return null
  return questions.find(([, words]) => words.test(name))?.[0] ?? null
}

/** About whoever fills it in, or about what becomes of it. */
const other =
  /\b(?:e ?mail|phone|telephone|whatsapp|contact|consent|agree|permission|publish|privacy|how many|number of|capacity|expected|your name|your position|timestamp|correo|telefono|contacto|autoriza|acuerdo|telefon|kontakt|einverstanden|datenschutz|courriel|accord|autorise|photo|budget|cost|fee|hear about)\b/

/** Longer and narrower words before wider ones. */
const questions: [Field, RegExp][] = [
  ['timezone', /time ?zone|zona horaria|huso horario|fuseau horaire|zeitzone|fuso horario|fuso orario/],
  ['registrationUntil', /deadline|register by|fecha limite|date limite|anmeldeschluss/],
  ['recording', /recording|grabacion|enregistrement|aufzeichnung/],
  [
    'registration',
    /(?:regist|sign ?up|rsvp|inscri|anmeld).*(?:link|url|form|enlace|lien)|(?:link|url|enlace|lien).*(?:regist|sign ?up|rsvp|inscri|anmeld)/,
  ],
  [
    'join',
    /(?:zoom|meeting|webinar|teams|join|connect).*(?:link|url)|(?:link|url|enlace|lien).*(?:zoom|meeting|webinar|join|conect|connexion)/,
  ],
  [
    'endTime',
    /end(?:ing)? time|time.* end|(?:time|hora|heure|uhr|uhrzeit)\b.*\b(?:ends?|finish|termina|finaliza|acaba|finit|se termine|endet|ende)\b|finish(?:ing)? time|hora de (?:fin|termino|cierre|finaliza)|heure de fin|uhrzeit.* ende/,
  ],
  [
    'time',
    /start(?:ing)? time|time.* (?:start|begin)|(?:what|which) time|hora de (?:inicio|comienzo)|a que hora|heure de debut|a quelle heure|welche[rn]? uhrzeit|um wie viel uhr/,
  ],
  ['endDate', /end date|last day|fecha de (?:fin|termino)|date de fin/],
  [
    'date',
    /(?:what|which) (?:date|day)|date of|start date|fecha (?:de|del)|que fecha|que dia|date de|quelle date|datum (?:der|des)|an welchem tag/,
  ],
  [
    'start',
    /when (?:will|is|does|are)|date and time|cuando (?:se|es|sera)|quand (?:aura|a lieu)|wann (?:findet|ist)/,
  ],
  ['country', /(?:which|what|en que|dans quel) (?:country|pais|pays)/],
  ['place', /where (?:will|is|does)|venue|donde (?:se|es|sera)|lugar d|lieu d|wo findet/],
  ['language', /languages?\b|idiomas?\b|\blangues?\b|sprachen?\b/],
  [
    'attendance',
    /online.* in person|in person.* online|virtual.* presencial|presencial.* virtual|en ligne.* presentiel/,
  ],
  ['speakers', /speakers?\b|panell?ists?|ponentes|intervenants/],
  ['summary', /descri(?:be|ption)|summary|abstract|resumen|descripcion|resume\b|beschreib/],
  [
    'title',
    /(?:title|name) of .*(?:event|activity|webinar|session|initiative)|event (?:title|name)|titulo d|nombre d(?:el|e la) (?:evento|actividad)|titre d|titel d/,
  ],
  [
    'organisations',
    /(?:name of|which|what|who) .*(?:organi[sz]ation|organi[sz]er|institution|entity|group)|nombre de .*(?:organizacion|institucion|entidad)|nom de .*organisation|name (?:der|ihrer) organisation/,
  ],
]
