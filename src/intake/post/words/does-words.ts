import { anyOf } from './word-pattern.ts'

/** What bodies do in sentences about their events, besides bringing something out: their names end before it. */
export const doesWords = anyOf({
  en: 'opens?|closes|talks? (?:with|to|about)|looks? at|tells?|gives?|reads?|plays?|discuss(?:es)?|explains?|welcomes?|gathers?|brings?|marks?|celebrates?|teaches|streams?|shows?|asks?|will (?:be )?\\p{L}+|meets?|leads?|takes? (?:us|you|visitors)',
  de: 'lädt|laden|zeigt|zeigen|eröffnet|feiert|feiern|diskutier(?:t|en)|bietet|bieten|liest|spricht',
  fr: 'ouvre(?:nt)?|donne(?:nt)?|projette(?:nt)?|raconte(?:nt)?|anime(?:nt)?|célèbre(?:nt)?|reçoi(?:t|vent)|lit|lisent|fête(?:nt)?',
  es: 'abren?|ofrecen?|celebran?|reúnen?|proyectan?|imparten?|conversan?|dedican?|lee|leen|estrenan?',
  pt: 'abre|oferece|celebra|reúne|exibe|recebe|conversa|transmite',
  it: 'apre|offre|celebra|riunisce|proietta|propone|racconta',
})
