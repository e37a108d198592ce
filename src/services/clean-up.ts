import { unconfirmedDays } from '../domain/notice/subscription.ts'
import { signInLastsDays } from '../domain/visitor.ts'
import { forgetArchives } from '../storage/archives.ts'
import { removeAudit, removeAuditOf } from '../storage/audit.ts'
import { forgetBlocks } from '../storage/blocks.ts'
import { forgetFaces } from '../storage/faces.ts'
import { listForgottenFigures } from '../storage/figure-watches.ts'
import { forgetVisitors } from '../storage/forget-visitors.ts'
import { forgetImports } from '../storage/imports.ts'
import { forgetIncomingMails } from '../storage/incoming-mails.ts'
import { queueJob, removeEndedJobs } from '../storage/jobs.ts'
import { forgetLinks } from '../storage/link-looks.ts'
import { removeMailsBefore } from '../storage/mails.ts'
import { forgetMastodonServers } from '../storage/mastodon-servers.ts'
import { forgetMentions } from '../storage/mentions.ts'
import { forgetActs } from '../storage/moderation.ts'
import { removeNoticesBefore } from '../storage/notices.ts'
import { forgetOrganiserChanges } from '../storage/organiser-changes.ts'
import { forgetOrganisers } from '../storage/organisers.ts'
import { forgetPaces } from '../storage/paces.ts'
import { forgetPlans } from '../storage/plans.ts'
import { forgetReadings } from '../storage/readings.ts'
import { forgetReports } from '../storage/reports.ts'
import { forgetFromKeys, forgetGuestMails } from '../storage/said-by.ts'
import { forgetTexts } from '../storage/seen-texts.ts'
import { forgetSent } from '../storage/sent-mentions.ts'
import { removeExpired } from '../storage/sign-ins.ts'
import { listForgotten } from '../storage/sources.ts'
import { forgetWords } from '../storage/spam-tokens.ts'
import type { Store } from '../storage/store.ts'
import { forgetAsks, forgetSubscribers } from '../storage/subscribers.ts'
import { forgetUnconfirmed } from '../storage/subscriptions.ts'
import { forgetProofs } from '../storage/used-proofs.ts'
import { forgetWays } from '../storage/visitor-ways.ts'
import { expireSuggestions } from './suggestions/expire-suggestions.ts'
import { closeComments } from './taking-part/close-comments.ts'
import { draftLasts, wayLasts } from './visitors/site.ts'

const day = 86_400_000

/** How long, in days, is kept what nobody needs any more but may want to look at. The page on privacy tells from here. */
export const keptDays = {
  doneJobs: 7,
  failedJobs: 90,
  mails: 60,
  readings: 90,
  exports: 90,
  failedSignIns: 90,
  heldImports: 7,
  imports: 400,
  /** By them it is known what came from a domain before, and what came already. */
  incomingMails: 800,
  /** A reader comes back for next year's day. */
  plans: 500,
  /** An address that was taken out may come back. */
  links: 30,
  /** Longer than anything is told again: by them it is known what was. */
  notices: 40,
  /** Said in the mail that asks. */
  unconfirmed: unconfirmedDays,
  bounced: 90,
  /** Of which network somebody wrote, as a keyed hash: long enough against floods. */
  fromKeys: 30,
  /** Of guests, unless they are told of something at that address. */
  guestMails: 400,
  /** What organisers changed: by the last of it, it is known whether the next shows at once. */
  organiserChanges: 800,
  visitorSignIns: signInLastsDays,
  /** Of whom nothing is left. */
  visitors: 365,
  /** Of who repeats themselves. */
  seenTexts: 30,
  /** Pages that do not link here. */
  mentions: 30,
  /** After that a decision is taken back without unlearning it. */
  lessons: 400,
  /** What curators decided of comments, with their first words. */
  commentAudit: 400,
}

/**
 * Removes jobs that ended, old mails, readings of which nothing was left long ago, files that were uploaded and never
 * imported, plans that nobody used for long, addresses of which nobody said that they are to be told, what is known of those who took part, and what let somebody in and has expired. Sources whose work is lost are read again.
 *
 * @param now epoch milliseconds
 */
export async function cleanUp(store: Store, now: number): Promise<void> {
  await store.db.transaction().execute(async db => {
    await removeEndedJobs(db, {
      done: now - keptDays.doneJobs * day,
      failed: now - keptDays.failedJobs * day,
    })
    await removeMailsBefore(db, now - keptDays.mails * day)
    await removeExpired(db, now)
    await forgetArchives(db, now - keptDays.exports * day)
    await forgetReadings(db, now - keptDays.readings * day)
    await forgetImports(db, { held: now - keptDays.heldImports * day, ended: now - keptDays.imports * day })
    await expireSuggestions(db, now)
    await forgetIncomingMails(db, now - keptDays.incomingMails * day)
    await forgetPlans(db, now - keptDays.plans * day)
    await forgetLinks(db, now - keptDays.links * day)
    await removeNoticesBefore(db, now - keptDays.notices * day)
    await forgetUnconfirmed(db, now - keptDays.unconfirmed * day)
    await forgetSubscribers(db, now - keptDays.bounced * day)
    await forgetProofs(db, now)
    await forgetPaces(db, now)
    await forgetTexts(db, now - keptDays.seenTexts * day)
    await forgetActs(db, now - day)
    await forgetBlocks(db, now)
    await forgetReports(db, now - keptDays.fromKeys * day)
    await forgetWords(db, { before: now - keptDays.lessons * day, most: 200_000 })
    await forgetAsks(db, Math.floor(now / day) - 1)
    await forgetFromKeys(db, now - keptDays.fromKeys * day)
    await forgetGuestMails(db, now - keptDays.guestMails * day)
    await forgetMentions(db, now - keptDays.mentions * day)
    await forgetSent(db, now - keptDays.mentions * day)
    await forgetWays(db, { ways: now - wayLasts, drafts: now - draftLasts })
    await forgetMastodonServers(db, now - day)
    await forgetOrganisers(db, now)
    await forgetOrganiserChanges(db, now - keptDays.organiserChanges * day)
    await forgetVisitors(db, {
      devices: now - keptDays.visitorSignIns * day,
      visitors: now - keptDays.visitors * day,
    })
    await forgetFaces(db)
    await removeAuditOf(db, 'comment-', now - keptDays.commentAudit * day)
    await removeAudit(db, 'sign-in-failed', now - keptDays.failedSignIns * day)
    for (const source of await listForgotten(db, now - day / 8))
      await queueJob(db, { kind: 'read-source', key: source, data: { source }, dueAt: now })
    for (const watch of await listForgottenFigures(db, now - day / 8))
      await queueJob(db, { kind: 'read-figure', key: watch, data: { watch }, dueAt: now })
  })
  await closeComments(store, now)
}
