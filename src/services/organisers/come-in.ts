import { randomUUIDv7 } from 'node:crypto'
import { registrableDomain } from '../../domain/mail-in/proof.ts'
import type { Organiser } from '../../domain/organiser.ts'
import { queueMail } from '../../storage/mails.ts'
import {
  endOrganiser,
  findOrganiserAt,
  findOrganiserLink,
  insertOrganiser,
  openOrganiser,
  readProving,
  speaksFor,
} from '../../storage/organisers.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { plainAddress } from '../notices/plain-address.ts'
import { hashOf, newToken } from '../sign-in/one-time.ts'
import { mailboxOf, takeAsk } from '../take-ask.ts'

const linkLasts = 24 * 3_600_000
/** For how long one works at a device, in hours. */
export const organiserHours = 8

/** In a day one mailbox is sent no more links than this, and all of an organisation together no more than that. */
const most = { mailbox: 5, organisation: 60 }

/**
 * Sends a link to somebody who says they are of one of these organisations, where their mailbox is at a domain that a
 * curator has confirmed to be its own. Whoever asks learns nothing of whether it is.
 *
 * @param write what the mail says, given the token and the name of the organisation
 * @throws Refusal when it is no mail address
 */
export async function sendOrganiserLink(
  store: Store,
  { mail, organisations, at }: { mail: string; organisations: { id: string; name: string }[]; at: number },
  write: (token: string, organisation: string) => { subject: string; text: string; html?: string },
): Promise<void> {
  const address = plainAddress(mail)
  const host = address.slice(address.lastIndexOf('@') + 1)
  const domain = registrableDomain(host)
  await store.db.transaction().execute(async db => {
    const proving = await readProving(
      db,
      organisations.map(({ id }) => id),
    )
    const own = organisations.find(({ id }) =>
      proving.some(each => each.organisationId === id && each.domain === domain),
    )
    if (!own || !(await mayBeAsked(db, address, own.id, at))) return
    const token = newToken()
    await insertOrganiser(db, {
      ...{ id: randomUUIDv7(), organisationId: own.id, mail: address, token: hashOf(token) },
      ...{ at, expiresAt: at + linkLasts },
    })
    await queueMail(db, { to: address, ...write(token, own.name), purpose: 'sign-in', at })
  })
}

async function mayBeAsked(db: Db, address: string, organisationId: string, at: number): Promise<boolean> {
  return (
    (await takeAsk(db, `organiser ${mailboxOf(address)}`, { most: most.mailbox, at })) &&
    (await takeAsk(db, `organiser ${organisationId}`, { most: most.organisation, at }))
  )
}

/** Whom a link lets in, without using it: programs that look into mails open all that is in them. */
export async function seeOrganiserLink({ db }: Store, token: string, at: number): Promise<Organiser | null> {
  return speaking(db, await findOrganiserLink(db, hashOf(token), at))
}

/** Uses a link up. @returns what the device keeps, which is made here and never taken from it; null: it opens nothing */
export async function enterOrganiser(store: Store, token: string, at: number): Promise<string | null> {
  return store.db.transaction().execute(async db => {
    const found = await speaking(db, await findOrganiserLink(db, hashOf(token), at))
    const device = newToken()
    const opened = { device: hashOf(device), at, expiresAt: at + organiserHours * 3_600_000 }
    return found && (await openOrganiser(db, found.id, opened)) ? device : null
  })
}

/** Who is at a device. Where a curator has taken away the domain, or the time is up, nobody is. */
export async function organiserAt(db: Db, device: string, at: number): Promise<Organiser | null> {
  return speaking(db, await findOrganiserAt(db, hashOf(device), at))
}

export async function leaveDevice({ db }: Store, device: string): Promise<void> {
  await endOrganiser(db, hashOf(device))
}

async function speaking(db: Db, found: Organiser | null): Promise<Organiser | null> {
  return found && (await speaksFor(db, found.mail, found.organisation.id)) ? found : null
}
