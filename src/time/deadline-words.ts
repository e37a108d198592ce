/** Names of a day until which one may come, register or send something in. */
export const closings =
  'rsvp deadline anmeldeschluss anmeldefrist bewerbungsschluss einsendeschluss frist prazo scadenza'.split(
    ' ',
  )

/** Beside a day that has no hour they say that it is none of an event. */
export const asides = [
  ...closings,
  ...'register registration registrations apply applications submissions submit abstracts proposals nominations bookings anmeldung anmelden bewerbung bewerbungen einreichung inscription inscriptions inscrivez candidatures inscripcion inscripciones convocatoria inscricao inscricoes candidaturas iscrizione iscrizioni aanmelden aanmelding inschrijven inschrijving tilmelding pamelding anmalan ilmoittautuminen ilmoittaudu zapisy zgloszenia rejestracja bird earlybird fruhbucher vorverkauf preventa prevente voorverkoop forsalg δηλωσεις εγγραφες posted updated published'.split(
    ' ',
  ),
]

/** Right before a day, or before its hour, they say by themselves that it is the last one to do something. */
export const dueRightBefore =
  'by due before entro antes avant uiterlijk senest senast viimeistaan spatestens'.split(' ')

/** Beside one of the words above they say so too. */
export const untilWords =
  'until till to closes close closing cierre cloture chiusura encerramento fecho sluiting bis jusquau jusqu au hasta ate fino al tot til do mennessa μεχρι εως'.split(
    ' ',
  )

/** Words right before the last day to do something, by language; parts of patterns. */
export const dueWords = {
  en: 'by|until|till|deadline(?: is| for [\\p{L} ]{3,30})?:?|due(?: by| on)?|before|no later than|latest|closes?(?: on)?|closing date:?|apply by|submit by|extended to',
  de: 'bis(?: zum| spätestens)?|spätestens|frist:?|anmeldeschluss:?|vor dem|einsendeschluss:?',
  fr: "avant(?: le)?|jusqu['’]au|date limite ?:?|au plus tard le",
  es: 'hasta(?: el)?|antes del?|fecha límite:?|plazo:?|a más tardar el',
  pt: 'até(?: o| a)?|antes de|prazo:?|data limite:?',
  it: 'entro(?: il)?|scadenza:?|fino al',
  ru: 'до|не позднее|крайний срок:?',
  ar: 'قبل|حتى|الموعد النهائي',
  nl: 'uiterlijk(?: op)?|tot en met|vóór|aanmelden tot',
  sv: 'senast(?: den)?|senest(?: den)?|innen',
  fi: 'viimeistään',
  pl: 'najpóźniej(?: do)?|do dnia',
  cs: 'nejpozději(?: do)?|najneskôr(?: do)?',
  ca: 'fins al?|abans del?',
  uk: 'не пізніше',
  el: 'έως(?: τις)?|μέχρι(?: τις)?',
  vi: 'hạn(?: chót)?:?|trước ngày',
  id: 'paling lambat|sebelum(?: tanggal)?',
  he: 'עד',
  ro: 'până (?:la|pe)(?: data de)?|pana la',
}
