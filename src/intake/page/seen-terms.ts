import type { Finding } from '../../domain/finding.ts'
import { registrationEnd } from '../post/times/times-of.ts'
import { labelOf } from '../post/words/label-words.ts'
import { recordingSaid } from '../post/words/recording-words.ts'
import { zonedInstant } from '../zoned-time.ts'
import type { Line, VisibleText } from './visible-text.ts'
import type { TimeClues } from './zone-of-moment.ts'

/** Until when one may register for an event, whether it is recorded, and how long it lasts, as its page's text says. */
export function seenTerms(
  finding: Finding,
  { lines }: VisibleText,
  { published, language, zone }: TimeClues,
): Pick<Finding, 'registrationUntil' | 'recording' | 'end'> {
  const day = finding.start?.slice(0, 10)
  const near = day ?? published
  const context = { ...(near && { published: near }), ...(language && { language }), ...(zone && { zone }) }
  const early = lines.slice(0, 120)
  const until = early
    .map((line, at) => registrationEnd(underHeading(line, early[at - 1]), context))
    .find(Boolean)
  const isBefore = until && (!day || until.slice(0, 10) <= day)
  const said = early
    .flatMap(line => line.text.slice(0, 2000).split(/(?<=[.!?;。！？])\s*/))
    .map(sentence => (speaksOfRecording.test(sentence) ? recordingSaid(sentence) : undefined))
    .find(Boolean)
  const recording = finding.links?.some(link => link.role === 'recording') ? 'available' : said
  const end = finding.end
    ? undefined
    : endBy(finding.start, early.map(line => lengthIn(line.text)).find(Boolean))
  return {
    ...(isBefore && { registrationUntil: until }),
    ...(recording && { recording }),
    ...(end && { end }),
  }
}

/** Much else "will be available". */
const speaksOfRecording =
  /record|video|replay|aufzeich|aufgezeich|mitschnitt|grab[ao]|enregistr|rediffus|grava|registra|opname|opgenomen|inspel|spelas in|optage|tatt opp|tallen|nagr[ay]|nahr[áa]|záznam|kayd|βιντεο|μαγνητο|καταγρα|запис|ghi (?:hình|lại|âm)|rekam|rekod|felvé|felvesz|rögzít|înregistr|录|錄|録画|アーカイブ|回放|녹화|הקלט|קלט|ضبط|تسجيل|रिकॉर्ड/iu

/** "Open until 10 September" below "Registration". */
function underHeading(line: Line, before: Line | undefined): Line {
  const isBelow = before && before.level > 0 && labelOf(`${before.text}:`)?.key === 'register'
  return isBelow ? { ...line, text: `${before.text}: ${line.text}` } : line
}

/** "Duration: 1 hour 30 minutes", in minutes. */
function lengthIn(line: string): number | undefined {
  const told = length.exec(line)?.[1]
  if (!told || told.length > 40) return undefined
  const clock = /^(\d{1,2}):(\d{2})(?::00)?(?:\s*h\w*)?$/.exec(told.trim())
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const hours = Number(
    /(\d+(?:[.,]\d+)?)\s*(?:h|std|stund|ore?\b|uur|tim|godz|hod|ч|год|ώρ|saat|jam|giờ|小时|小時|時間|시간)/iu
      .exec(told)?.[1]
      ?.replace(',', '.') ?? 0,
  )
  const minutes = Number(/(\d+)\s*(?:m(?!o)|мин|хв|λεπ|dak|phút|分|분)/iu.exec(told)?.[1] ?? 0)
  const all = hours * 60 + minutes
  return all > 0 && all <= 24 * 60 ? Math.round(all) : undefined
}

const length =
  /^(?:duration|length|dauer|durée|duración|duração|durata|duur|varaktighed|varaktighet|längd|kesto|czas trwania|délka|időtartam|durată|продолжительность|тривалість|διάρκεια|süre|المدة|مدت|משך|अवधि|时长|時長|所要時間|소요 ?시간|thời lượng|durasi|muda)\s*(?:[:：|]|\s[–—-]\s)\s*(?:\|\s*)?(.+)$/iu

function endBy(start: string | undefined, minutes: number | undefined): string | undefined {
  const told = start && /^(.{19})(.*?)(?:\[(.+)\])?$/.exec(start)
  if (!told || !minutes || !start.includes('T')) return undefined
  const [, wall, offset, zone] = told
  const epoch = Date.parse(`${wall}${offset || 'Z'}`) + minutes * 60_000
  return zone && !/^[+-]/.test(zone)
    ? zonedInstant(epoch, zone)
    : `${new Date(offset ? epoch + offsetMs(offset) : epoch).toISOString().slice(0, 19)}${offset}${zone ? `[${zone}]` : ''}`
}

function offsetMs(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? []
  return hours ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0
}
