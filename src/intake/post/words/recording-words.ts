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
  en: 'will be recorded|recordings?[^.\\n]{0,40} (?:will be|to be|later|soon|afterwards|after the)|(?:made )?available (?:online )?(?:later|afterwards|soon)|will be (?:made )?available|is being recorded|(?:is|are) recorded for|recordings? (?:of [^.\\n]{1,60} )?(?:will be|is|are) (?:sent|shared|posted|emailed)',
  de: 'wird aufgezeichnet|aufzeichnung (?:folgt|wird)|im nachhinein|wird (?:später|anschließend) verfügbar',
  fr: 'sera enregistrée?|enregistrement (?:sera|suivra)|disponible (?:plus tard|ensuite)|en différé',
  es: 'será grabad[oa]|se grabará|grabación (?:quedará|estará|será)|en diferido',
  pt: '(?:será|ficará) gravad[oa]|gravação (?:ficará|estará|será)|ficará disponível',
  it: 'sarà registrat[oa]|registrazione sarà|verrà registrat[oa]',
  nl: 'wordt (?:ook )?opgenomen|opname (?:wordt|volgt|komt)',
  sv: 'spelas in|(?:blir|bliver|vil blive|vil bli) (?:inspelad|optaget|tatt opp)',
  fi: 'tallennetaan|tallenne (?:julkaistaan|lähetetään)',
  pl: 'będzie nagrywan[aey]|zostanie nagran[aey]|nagranie (?:będzie|zostanie)',
  cs: 'bude nahráván[oa]?|záznam bude',
  tr: 'kayd(?:a alınacak|edilecek)|kaydı (?:paylaşılacak|yayınlanacak)',
  el: 'θα (?:βιντεοσκοπηθεί|μαγνητοσκοπηθεί|καταγραφεί)',
  uk: 'буде записан\\S*|запис буде',
  vi: 'sẽ được ghi (?:hình|lại|âm)',
  id: 'akan direkam|rekaman akan',
  sw: 'kitarekodiwa|utarekodiwa|itarekodiwa',
  ru: 'будет записан\\S*|запись будет',
  ar: 'سيتم تسجيل|سيكون التسجيل متاح',
  hu: 'felvesszük|rögzítjük|felvétel (?:később |utólag )?(?:elérhető|megtekinthető)',
  ro: '(?:va fi|vor fi) înregistrat[ăe]?|înregistrarea va',
  zh: '全程录[像音]|全程錄影|(?:提供|会后)[^。\\n]{0,6}回放|将录制|录像将|將錄影|會錄影|錄影將',
  ja: '録画(?:を|は)?(?:後日|配信|公開)|アーカイブ配信',
  ko: '녹화(?:될|하여|본은|영상은)',
  he: 'יוקלט|תוקלט|ההקלטה תהיה',
  fa: 'ضبط خواهد شد|ضبط می‌شود',
  hi: 'रिकॉर्ड किया जाएगा|रिकॉर्डिंग बाद में',
})

/** What words say of a recording that is not there yet. */
export function recordingSaid(words: string): RecordingState | undefined {
  if (none.test(words)) return 'none'
  return expected.test(words) ? 'expected' : undefined
}
