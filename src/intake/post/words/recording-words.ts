import type { RecordingState } from '../../../domain/finding.ts'
import { anyOf } from './word-pattern.ts'

const none = anyOf({
  en: "(?:will|is|are) (?:not|n['’]t) (?:be )?recorded|no recording|won['’]t be recorded",
  de: 'nicht aufgezeichnet|keine aufzeichnung',
  fr: "ne (?:sera|seront) pas enregistré\\S*|pas d[’']enregistrement",
  es: 'no (?:será|se) (?:grabad[oa]|grabará)|sin grabación',
  pt: 'não será gravad[oa]|sem gravação',
})
const expected = anyOf({
  en: 'will be recorded|recordings?[^.\\n]{0,40} (?:will be|to be|later|soon|afterwards|after the)|(?:made )?available (?:online )?(?:later|afterwards|soon)|will be (?:made )?available|is being recorded',
  de: 'wird aufgezeichnet|aufzeichnung (?:folgt|wird)|im nachhinein|wird (?:später|anschließend) verfügbar',
  fr: 'sera enregistrée?|enregistrement (?:sera|suivra)|disponible (?:plus tard|ensuite)|en différé',
  es: 'será grabad[oa]|se grabará|grabación (?:quedará|estará|será)|en diferido',
  pt: 'será gravad[oa]|gravação (?:ficará|estará|será)|ficará disponível',
  it: 'sarà registrat[oa]|registrazione sarà',
  ru: 'будет записан\\S*|запись будет',
  ar: 'سيتم تسجيل|سيكون التسجيل متاح',
  zh: '将录制|录像将',
})

/** What words say of a recording that is not there yet. */
export function recordingSaid(words: string): RecordingState | undefined {
  if (none.test(words)) return 'none'
  return expected.test(words) ? 'expected' : undefined
}
