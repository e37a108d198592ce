import { findAccountByMail } from '../../storage/accounts.ts'
import { recordAudit } from '../../storage/audit.ts'
import { queueMail } from '../../storage/mails.ts'
import { makeLink } from './links.ts'
import { type AuthSite, withAuth } from './with-auth.ts'

/** What a mail says, in the language of whoever asked for it. */
export type Words = { subject: string; text: string }

/**
 * Sends the account of this address a link, if there is one. The caller tells nobody whether there was.
 *
 * @param write what the mail says, given the token
 */
export async function sendLink(
  site: AuthSite,
  { email, purpose, at }: { email: string; purpose: 'sign-in' | 'password'; at: number },
  write: (token: string) => Words,
): Promise<void> {
  await withAuth(site, async (db, auth) => {
    const account = await findAccountByMail(db, email)
    if (!account) return
    const token = await makeLink(auth, purpose, { accountId: account.id, at })
    await queueMail(db, { to: account.email, ...write(token), purpose, at })
    await recordAudit(db, {
      at,
      who: account,
      act: 'link-sent',
      subject: account.email,
      details: { purpose },
    })
  })
}
