import { randomInt } from 'node:crypto'
import { nameTold } from '../../domain/visitor-name.ts'
import { queueMail } from '../../storage/mails.ts'
import type { Store } from '../../storage/store.ts'
import { forgetWays, insertWay } from '../../storage/visitor-ways.ts'
import { plainAddress } from '../notices/plain-address.ts'
import { seal } from '../seal.ts'
import { hashOf, newToken } from '../sign-in/one-time.ts'
import { mailboxOf, takeAsk } from '../take-ask.ts'
import type { Begun } from './begin-sign-in.ts'
import { keepDraft } from './keep-draft.ts'
import { draftLasts, wayLasts } from './site.ts'

/** In a day one mailbox is sent no more links than this, whoever asks. */
const mostLinks = 8

/**
 * Sends a link by which whoever reads a mailbox comes in, and a code that does the same where it was asked for: mail is
 * often read on another device.
 *
 * @param told `name`: how they want to be called, where the mailbox is not known yet
 * @param write what the mail says, given the token and the code
 * @returns id of what they had typed
 * @throws Refusal when it is no mail address
 */
export async function sendVisitorLink(
  store: Store,
  told: Begun & { mail: string; name: string },
  write: (token: string, code: string) => { subject: string; text: string; html?: string },
): Promise<string | null> {
  const address = plainAddress(told.mail)
  const { at, back, fields } = told
  const token = newToken()
  const code = String(randomInt(1e8)).padStart(8, '0')
  return store.db.transaction().execute(async db => {
    await forgetWays(db, { ways: at - wayLasts, drafts: at - draftLasts })
    const browser = hashOf(told.browser)
    // What was typed is kept whether or not there is a mail.
    const draftId = await keepDraft(db, { browser, back, fields, at })
    if (!(await takeAsk(db, `visitor ${mailboxOf(address)}`, { most: mostLinks, at }))) return draftId
    await insertWay(db, {
      token: hashOf(token),
      browser,
      provider: 'mail',
      server: address,
      secrets: await seal(db, nameTold(told.name) ?? '', `way ${hashOf(token)}`),
      code: hashOf(`${browser} ${code}`),
      back,
      draftId,
      madeAt: at,
    })
    await queueMail(db, { to: address, ...write(token, code), purpose: 'sign-in', at })
    return draftId
  })
}
