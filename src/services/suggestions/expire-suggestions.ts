import { senderMailDays, suggestionDays } from '../../domain/suggestion.ts'
import { forgetMailSenders } from '../../storage/incoming-mails.ts'
import { forgetNetworks, forgetSenders, forgetSpam } from '../../storage/suggestion-retention.ts'
import { keepStep, listLateSuggestions } from '../../storage/suggestions.ts'
import type { Db } from '../../storage/tables.ts'
import { addDays, dayOf } from '../../time/days.ts'
import { dropRest } from './with-suggestion.ts'

const day = 86_400_000

/** How long, in days, is kept what is told of senders: the page on privacy tells from here. */
export const suggestionRetention = { senderMail: senderMailDays, network: 7, spam: 30 }

/** Ends suggestions that nobody decided until long after their day, and forgets of senders what is not needed any more. */
export async function expireSuggestions(db: Db, now: number): Promise<void> {
  const lastDay = addDays(dayOf(now, 'UTC'), -suggestionDays - 1)
  for (const suggestion of await listLateSuggestions(db, lastDay)) {
    await dropRest(db, suggestion.id, now)
    await keepStep(db, suggestion, { at: now, who: 'site', by: null, act: 'expire', after: 'expired' })
  }
  await forgetSenders(db, now - suggestionRetention.senderMail * day)
  await forgetMailSenders(db, now - suggestionRetention.senderMail * day)
  await forgetNetworks(db, now - suggestionRetention.network * day)
  await forgetSpam(db, now - suggestionRetention.spam * day)
}
