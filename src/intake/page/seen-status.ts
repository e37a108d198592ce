import type { EventStatus } from '../../domain/finding.ts'
import { fateIn } from '../post/drafts/fate.ts'
import { namesEvent } from '../post/words/kind-words.ts'
import { partStatus } from '../title-status.ts'
import type { Line } from './visible-text.ts'

/** How far down a page a change of plans is announced. */
const mostText = 700

/**
 * What the first lines say of the event's fate: a line that says nothing else, or a sentence that says it of an event.
 * "Your flight was cancelled" and "Free cancellation" speak of something else.
 */
export function seenStatus(lines: Line[]): EventStatus | undefined {
  let left = mostText
  for (const { text, level } of lines) {
    if (left <= 0) return undefined
    left -= text.length
    if (level === 1) continue
    for (const sentence of text.slice(0, mostText).split(/(?<=[.!?;。！？])\s*/)) {
      const status = statusIn(sentence)
      if (status) return status
    }
  }
  return undefined
}

function statusIn(sentence: string): EventStatus | undefined {
  if (sentence.length > 250 || policy.test(sentence)) return undefined
  const alone = sentence.length < 60 ? partStatus(sentence).status : undefined
  if (alone) return alone
  const isOfEvent = sentence.length < 30 || namesEvent(sentence) || pointsAt.test(sentence)
  return isOfEvent ? fateIn(sentence) : undefined
}

/** What holds if somebody withdraws, or in case of rain. */
const policy =
  /\b(?:policy|refund\w*|free cancell?ation|cancell?ation (?:fee|policy|terms)|(?:may|can|could|might) be (?:cancell?ed|postponed)|if (?:\w+ ){0,6}(?:cancell?ed|postponed)|right to cancel|stornierung\w*|kann (?:\w+ ){0,4}(?:abgesagt|verschoben)|falls|annulation gratuite|en cas d|peut être (?:annulé|reporté)\w*|en caso de|cancelación gratuita|puede (?:ser )?(?:cancelad|aplazad)\w*|em caso de|in caso di)(?!\p{L})/iu

/** The event without its noun: "We have decided to postpone", "It will now be held online". */
const pointsAt =
  /(?<!\p{L})(?:(?:has|have) been|will now be|is now|now (?:takes?|taking) place|had to|decided to|wurde|wird nun|findet (?:nun|nicht)|est désormais|a été|se ha|ha sido|foi|è stat[oa])(?!\p{L})/iu
