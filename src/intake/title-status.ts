import type { EventStatus } from '../domain/finding.ts'

/** What organisers write before a title when plans change: "CANCELLED: …", "[Verschoben] …", "[talk] CANCELLED …". */
export function statusInTitle(title: string | undefined): EventStatus | undefined {
  const told = prefix.exec(title ?? '')?.[1] ?? suffix.exec(title ?? '')?.[1]
  if (!told) return undefined
  if (/^rescheduled/i.test(told)) return 'rescheduled'
  if (/^moved/i.test(told)) return 'movedOnline'
  return /^(?:postponed|verschoben|report|aplazad|adiad)/i.test(told) ? 'postponed' : 'cancelled'
}

/** `Canceled: Hearing` → `Hearing`: what mail programs write before the title of an event whose state tells it anyway. */
export function titleWithoutStatus(title: string): string {
  return title.replace(written, '').trim() || title
}

const words =
  'cancell?ed|abgesagt|entf[äa]llt|annul[ée]e?|cancelad[oa]|annullat[oa]|geannuleerd|avlyst|aflyst|inställt|odwołane|anulowane|peruttu|zrušeno|отменено|已取消|postponed|verschoben|report[ée]e?|aplazad[oa]|adiad[oa]|rescheduled|moved online'
const prefix = new RegExp(
  String.raw`^(?:\[[^[\]]{1,30}\] ?)?[\s[(*]*(${words})(?:\s*[\])*:–—-]|\s+(?=\p{Lu}))`,
  'iu',
)
const written = new RegExp(String.raw`^\s*(?:${words})\s*:\s*(?=\S)`, 'iu')
/** "Vigil (CANCELLED)", "Vigil – abgesagt!" */
const suffix = new RegExp(String.raw`(?:[[(]\s*|\s[–—-]\s*)(${words})\s*[\])!]*\s*$`, 'iu')
