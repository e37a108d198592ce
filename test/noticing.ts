import { onTestFinished } from 'vitest'
import type { Subscribable, Want } from '../src/domain/notice/subscription.ts'
import { addEntries } from '../src/services/add-entries.ts'
import { changeEntries } from '../src/services/change-entries.ts'
import { confirmSubscriber } from '../src/services/notices/keep-subscriber.ts'
import { makeNotices } from '../src/services/notices/make-notices.ts'
import { sendNotices } from '../src/services/notices/send-notices.ts'
import { subscribeByMail } from '../src/services/notices/subscribe.ts'
import { readToken } from '../src/services/notices/subscriber-token.ts'
import type { Store } from '../src/storage/store.ts'
import { anEdition, content } from './entries.ts'
import { meansTo, openMailServer } from './mail-server.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
/** When what is told of begins. */
export const start = Date.parse('2020-12-18T12:00:00Z')
export const by = 'Anna'
export const all: Want[] = ['starts', 'changes', 'recording']

/** Asks to be told by mail. @returns the subscriber who is asked to confirm it, if anybody is */
export async function asked(
  store: Store,
  address: string,
  wishes: { what: Subscribable; target: string; wants?: Want[] }[],
  { at = start - day, zone = 'Europe/Berlin', language = 'en' } = {},
): Promise<string | null> {
  let token: string | null = null
  const wished = wishes.map(wish => ({ wants: [], ...wish }))
  await subscribeByMail(store, { address, wishes: wished, language, zone, at }, told => {
    token = told
    return { subject: 'Shall we?', text: told }
  })
  return token && readToken(store.db, token)
}

/** Asks, and says yes. */
export async function subscribed(...given: Parameters<typeof asked>): Promise<string> {
  const id = (await asked(...given))!
  await confirmSubscriber(given[0], id, given[3]?.at ?? start - day)
  return id
}

/** An event that is published, in an edition. */
export async function anEntry(store: Store, title = 'Maps of the sea') {
  const edition = await anEdition(store)
  const told = content({ title, start: '2020-12-18T13:00:00+01:00[Europe/Berlin]' })
  const added = await addEntries(store, edition.id, [{ content: told, state: 'published' }], {
    by,
    at: start - 9 * day,
  })
  return { edition, id: added.entries[0]!.id, content: told }
}

/** What minutes that pass do: looks for what is to be told, and tells it. */
export async function tick(store: Store, now: number, port: number): Promise<void> {
  await makeNotices(store, now, { hasMail: true })
  await sendNotices(
    store,
    { channel: 'mail', lane: 1 },
    {
      means: meansTo(port),
      now: () => now,
      signal: new AbortController().signal,
      chance: () => 1,
    },
  )
}

/** A mail server until the test is over. */
export async function server(...given: Parameters<typeof openMailServer>) {
  const opened = await openMailServer(...given)
  onTestFinished(() => opened.close())
  return opened
}

export const subjectsOf = (taken: { source: string }[]) =>
  taken.map(({ source }) => /^Subject: (.*)$/m.exec(source)![1])

export const move = (store: Store, edition: string, id: string, time: string, at: number) =>
  changeEntries(store, edition, [id], was => ({ ...was, time: { ...was.time, start: time, end: null } }), {
    by,
    at,
    name: 'edit',
  })
