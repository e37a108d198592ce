import { mailKey } from '../../storage/accounts.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { findWay, takeWay, tryCode, type Way } from '../../storage/visitor-ways.ts'
import { unseal } from '../seal.ts'
import { hashOf } from '../sign-in/one-time.ts'
import { enterVisitor } from './enter-visitor.ts'
import { wayLasts } from './site.ts'

/** Of the identity of whoever is known by a mailbox: the site itself vouches for it. */
const issuer = 'mail:'

/** A code has a hundred million values; who guesses has five tries at each that is sent. */
const mostTries = 5

export type Entered = { token: string; back: string; draftId: string | null }

/** Where a link leads, without using it; null where it opens nothing. `isSame`: whether it was asked for in this browser. */
export async function seeVisitorLink(
  { db }: Store,
  token: string,
  { browser, at }: { browser: string | null; at: number },
): Promise<{ mail: string; isSame: boolean } | null> {
  const way = await findWay(db, hashOf(token))
  if (!way || !isOpen(way, at)) return null
  return { mail: way.server!, isSame: browser !== null && way.browser === hashOf(browser) }
}

/**
 * Lets in who opened a link: it was sent to their mailbox alone, so it counts on any device. What was typed stays with
 * the browser it was typed in.
 */
export async function enterByLink(
  store: Store,
  token: string,
  by: { browser: string | null; former: string | null; device?: string | null; usual: string; at: number },
): Promise<Entered | null> {
  return store.db.transaction().execute(async db => {
    const way = await takeWay(db, hashOf(token))
    if (!way || !isOpen(way, by.at)) return null
    const isSame = by.browser !== null && way.browser === hashOf(by.browser)
    const entered = await enter(db, way, by)
    return isSame ? entered : { ...entered, draftId: null }
  })
}

/** Lets in who typed the code of the mail in the browser it was asked for. A wrong one counts as a try. */
export async function enterByCode(
  store: Store,
  code: string,
  by: { browser: string; former: string | null; device?: string | null; usual: string; at: number },
): Promise<Entered | null> {
  const browser = hashOf(by.browser)
  return store.db.transaction().execute(async db => {
    const way = await tryCode(db, { browser, since: by.at - wayLasts, most: mostTries })
    if (!way || way.code !== hashOf(`${browser} ${code.replace(/\D/g, '')}`)) return null
    await takeWay(db, way.token)
    return enter(db, way, by)
  })
}

function isOpen(way: Way, at: number): boolean {
  return way.provider === 'mail' && way.madeAt > at - wayLasts
}

async function enter(
  db: Db,
  way: Way,
  { former, device, usual, at }: { former: string | null; device?: string | null; usual: string; at: number },
): Promise<Entered> {
  const mail = way.server!
  const name = await unseal(db, way.secrets ?? '', `way ${way.token}`)
  const identity = { provider: 'mail', issuer, subject: mailKey(mail) }
  // The name they gave counts for who is new: nobody is renamed by coming in.
  const told = { name: null, url: null, mail }
  const token = await enterVisitor(db, identity, told, {
    ...{ usual: name || usual, former, device: device ?? null, at },
  })
  return { token, back: way.back, draftId: way.draftId }
}
