import { statusInWords } from '../title-status.ts'

/** Whether a "state" is where a proposal stands, and not a part of a country. */
export function isState(words: string): boolean {
  return (
    isTurnedDown(words) ||
    statusInWords(words) !== undefined ||
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
