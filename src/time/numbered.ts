import { fold } from './fold.ts'
import type { Token } from './tokens.ts'

/** "version 2.10", "Rozdział 2.10", "Room 4.12": behind these words figures are a number, neither a day nor an hour. */
export function isNumbered(before: Token | undefined): boolean {
  return before?.kind === 'word' && countedWords.has(before.text)
}

const countedWords = new Set(
  [
    'version versions ver release chapter section room figure table article paragraph clause exercise level number no nr magnitude',
    'fassung kapitel abschnitt ziffer raum absatz artikel punkt nummer zimmer tabelle abbildung',
    'chapitre salle numero paragraphe capitulo seccion sala articulo versao versione capitolo sezione paragrafo aula',
    'versie hoofdstuk zaal rozdzial rozdzialu wersja wersji sala pokoj punkt verze verzi kapitola kapitole mistnost',
    'versio luku huone sal rum avsnitt afsnit verzio fejezet terem bolum surum salon oda',
    'версия глава раздел пункт версія розділ зала έκδοση κεφάλαιο αίθουσα versi bab ruang',
  ]
    .join(' ')
    .split(' ')
    .map(word => fold(word).normalize('NFC')),
)
