import { programmeIn } from '../../domain/in-language.ts'
import type { Programme } from '../../domain/programme.ts'
import { type Key, languageOf } from '../words.ts'
import { languageNames } from './entry-words.ts'
import { isOf } from './lang-of.ts'
import type { Showing } from './showing.ts'

/** A programme as a reader reads it: each text in the language of the page where somebody said it so. */
export function readTo(programme: Programme, showing: Showing): { programme: Programme; showing: Showing } {
  const said = programmeIn(programme, showing.language)
  const { language } = programme.edition
  const headIn = said.edition.saidIn?.title ?? language
  return { programme: said, showing: { ...showing, textLanguage: language, headIn } }
}

type Worded<Field extends string = 'title'> = {
  language: string | null
  saidIn?: { [F in Field]?: string | null }
}

/** In which language a field is told, where anybody told that of it. */
export function languageSaid<Field extends string>(
  { language, saidIn }: Worded<Field>,
  field: Field,
): string | null {
  return (saidIn ? saidIn[field] : language) ?? null
}

/** The language that something is told in, where the reader has not been told of it: “in English”. */
export function otherLanguage({ language, saidIn }: Worded, showing: Showing): string | null {
  const told = (saidIn ? saidIn.title : language) ?? showing.textLanguage
  if (!told || isOf(told, showing.language) || told === showing.headIn) return null
  return inWords(told, showing)
}

/** The same for what everything else on the page is measured by. */
export function headLanguage({ headIn }: Pick<Showing, 'headIn'>, showing: Showing): string | null {
  return headIn && !isOf(headIn, showing.language) ? inWords(headIn, showing) : null
}

function inWords(tag: string, { say, locale }: Showing): string {
  // The names of our own languages stand in a sentence otherwise than in a list.
  const own = languageOf(tag)
  return own ? say(`in.${own}` as Key) : languageNames([tag], locale)
}
