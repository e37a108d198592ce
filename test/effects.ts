import { sql } from 'kysely'
import type { Handlers, Parts } from '../src/jobs/handler.ts'
import { queueJob } from '../src/storage/jobs.ts'
import type { Store } from '../src/storage/store.ts'

/** Nothing is sent, told or asked for. */
export const quiet: Omit<Parts, 'now'> = {
  baseUrl: 'http://localhost:1812',
  send: null,
  means: {
    baseUrl: 'http://localhost:1812',
    openMailRun: null,
    push: async () => ({ state: 'away', says: 'Nobody is told anything in this test.' }),
    words: () => Promise.reject(new Error('Nothing is said in this test.')),
  },
  readReturns: null,
  mailIn: null,
  readMailbox: null,
  tell: () => {},
  fetch: async () => ({ ok: false, code: 'stopped', says: 'Nothing is read in this test.' }),
}

/** What work has left behind. */
export async function readEffects({ db }: Store): Promise<{ what: string; who: string }[]> {
  const { rows } = await sql<{
    what: string
    who: string
  }>`select what, who from effects order by what`.execute(db)
  return rows
}

export async function leaveEffect({ db }: Store, what: string, who: string): Promise<void> {
  await sql`insert into effects values (${what}, ${who})`.execute(db)
}

/** Jobs for a kind whose handler the test brings: `what` is what each is to leave behind. */
export async function queueEffects(store: Store, whats: string[], dueAt: number): Promise<void> {
  await store.db.transaction().execute(async db => {
    for (const mail of whats) await queueJob(db, { kind: 'send-mail', data: { mail }, dueAt })
  })
}

/** Leaves the effect after a moment, so that others have their turn. */
export function effectsOf(who: string, pauseMs = 2): Pick<Handlers, 'send-mail'> {
  return {
    'send-mail': async (store, { mail }) => {
      await new Promise(resolve => setTimeout(resolve, pauseMs))
      await leaveEffect(store, mail, who)
    },
  }
}
