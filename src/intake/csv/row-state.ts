import type { EventStatus } from '../../domain/finding.ts'

/** What became of an event that is announced; null for other words ("confirmed"). */
export function statusOf(words: string): EventStatus | null {
  if (!words) return null
  if (/cancel|annul|abgesagt|annullat|dibatalkan|отмен|ملغ|取消/i.test(words)) return 'cancelled'
  if (/resched|reprogram|verlegt|reporté au|перенес/i.test(words)) return 'rescheduled'
  if (/postpon|pospuest|aplazad|report[ée]|verschoben|adiad|rinviat|ditunda|отлож|مؤجل|推迟/i.test(words))
    return 'postponed'
  if (/moved.?online/i.test(words)) return 'movedOnline'
  return null
}

/** Whether a "state" is where a proposal stands, and not a part of a country. */
export function isState(words: string): boolean {
  return (
    isTurnedDown(words) ||
    /^(?:confirmed|accepted|submitted|pending|approved|cancell?ed|draft|published|scheduled|tentative|wait(?:ing)? ?list(?:ed)?|postponed|active|open|closed|done|in progress|not started|confirmad[oa]|aceptad[oa]|pendiente|bestätigt|angenommen|confirmé|accepté)$/i.test(
      words,
    )
  )
}

/** Whether a proposal came to nothing; what is cancelled was announced. */
export function isTurnedDown(words: string): boolean {
  return /^(?:rejected|declined|withdrawn|not accepted|turned down|deleted|spam|rechazad[oa]|retirad[oa]|refusé|retiré|abgelehnt|zurückgezogen|recusad[oa]|rifiutat[oa]|ditolak|отклонено|отклонена?|مرفوض|已拒绝)$/i.test(
    words.trim(),
  )
}
