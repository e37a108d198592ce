import type { EventStatus } from '../../domain/finding.ts'
import { partStatus } from '../title-status.ts'

/** What became of an event that is announced; null for other words ("confirmed", "not cancelled", "reported"). */
export function statusOf(words: string): EventStatus | null {
  const told = words
    .slice(0, longest)
    .split(/[\s,;.!()[\]–—/]+/)
    .filter(Boolean)
  for (const at of told.keys())
    for (let count = mostWords; count > 0; count--) {
      const status = fateOf(told.slice(at, at + count).join(' '))
      const others = [...told.slice(0, at), ...told.slice(at + count)]
      if (status) return others.some(word => negations.test(word)) ? null : status
    }
  return null
}

/** A state is told in a few words, the longest of those for a fate in three. */
const longest = 120
const mostWords = 3

function fateOf(words: string): EventStatus | null {
  const { title, status } = partStatus(words)
  if (status && title === words) return status
  return ofStates.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** What stands in a column of states, and not before a title. */
const ofStates: [EventStatus, RegExp][] = [
  ['cancelled', /^(?:cancel|cancelling|cancellation|annul|cancelación|annulation|absage|отмена|取消)$/i],
  ['postponed', /^(?:postpone|postponing|postponement|aplazamiento|verschiebung|推迟)$/i],
  ['rescheduled', /^(?:reschedule|rescheduling|reprogramación|verlegt|verlegte[rs]?|перенос)$/i],
  ['movedOnline', /^(?:moved?[- ]online|now online|online verlegt|ins netz verlegt)$/i],
]

const negations = /^(?:not|nicht|kein|keine|no|pas|non|não|nao|nie|не|niet|ikke|inte|never|un)$/i

/** Whether a "state" is where a proposal stands, and not a part of a country. */
export function isState(words: string): boolean {
  return (
    isTurnedDown(words) ||
    fateOf(words.trim()) !== null ||
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
