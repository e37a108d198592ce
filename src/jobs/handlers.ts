import { cleanUp } from '../services/clean-up.ts'
import { deliverMail } from '../services/deliver-mail.ts'
import { publishDue } from '../services/publish-due.ts'
import { readReading } from '../services/read-reading.ts'
import { readSource } from '../services/read-source.ts'
import type { Handlers } from './handler.ts'

/**
 * Who does the work of each kind. What a kind is told, and how patient one is with it, stands in `domain/job.ts`. What
 * needs the readers of files is brought in when there is something to do.
 */
export const handlers: Handlers = {
  'send-mail': (store, { mail }, given) => deliverMail(store, mail, given),
  'clean-up': (store, _, { now }) => cleanUp(store, now()),
  publish: async (store, what, { now, dueAt }) => {
    await publishDue(store, what, Math.max(now(), dueAt))
  },
  read: (store, { reading }, { fetch, now, signal }) => readReading(store, reading, { fetch, now, signal }),
  'read-source': (store, { source }, { fetch, now, signal, baseUrl }) =>
    readSource(store, source, { fetch, now, signal, baseUrl, chance: Math.random }),
  import: async (store, { import: id }, { now, signal }) =>
    (await import('../services/run-import.ts')).runImport(store, id, { now, signal }),
  'read-archive': async (store, { archive }, { now, signal }) =>
    (await import('../services/archive/go-on.ts')).readArchiveAtDesk(store, archive, { now, signal }),
  'bring-in-archive': async (store, { archive }, { now, signal }) =>
    (await import('../services/archive/go-on.ts')).bringInAtDesk(store, archive, { now, signal }),
  'fetch-attachments': async (store, { archive }, { fetch, now, signal }) =>
    (await import('../services/archive/fetch-attachments.ts')).fetchAttachments(store, archive, {
      fetch,
      now,
      signal,
    }),
}
