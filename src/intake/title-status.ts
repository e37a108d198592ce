import type { EventStatus } from '../domain/finding.ts'

/** What organisers write before a title when plans change: "CANCELLED: …", "[Verschoben] …", "[talk] CANCELLED …". */
export function statusInTitle(title: string | undefined): EventStatus | undefined {
  const told = prefix.exec(title ?? '')?.[1]
  if (!told) return undefined
  if (/^rescheduled/i.test(told)) return 'rescheduled'
  if (/^moved/i.test(told)) return 'movedOnline'
  return /^(?:postponed|verschoben|report|aplazad|adiad)/i.test(told) ? 'postponed' : 'cancelled'
}

const prefix =
  /^(?:\[[^[\]]{1,30}\] ?)?[\s[(*]*(cancell?ed|abgesagt|entf[äa]llt|annul[ée]e?|cancelad[oa]|annullat[oa]|отменено|postponed|verschoben|report[ée]e?|aplazad[oa]|adiad[oa]|rescheduled|moved online)(?:\s*[\])*:–—-]|\s+(?=\p{Lu}))/iu
