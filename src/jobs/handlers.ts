import type { Handlers } from './handler.ts'

/**
 * Who does the work of each kind. What a kind is told, and how patient one is with it, stands in `domain/job.ts`. Each is
 * brought in when there is something to do: a site that opens has nothing to wait for.
 */
export const handlers: Handlers = {
  'send-mail': async (store, { mail }, given) =>
    (await import('../services/deliver-mail.ts')).deliverMail(store, mail, given),
  'clean-up': async (store, _, { now }) => (await import('../services/clean-up.ts')).cleanUp(store, now()),
  publish: async (store, what, { now, dueAt }) => {
    const { publishDue } = await import('../services/publish-due.ts')
    await publishDue(store, what, Math.max(now(), dueAt))
  },
  read: async (store, { reading }, { fetch, now, signal }) =>
    (await import('../services/read-reading.ts')).readReading(store, reading, { fetch, now, signal }),
  'read-source': async (store, { source }, { fetch, now, signal, baseUrl, means }) =>
    (await import('../services/read-source.ts')).readSource(store, source, {
      fetch,
      now,
      signal,
      baseUrl,
      words: means.words,
      chance: Math.random,
    }),
  'read-figure': async (store, { watch }, { fetch, now, signal, baseUrl, means }) =>
    (await import('../services/read-figure.ts')).readFigure(store, watch, {
      fetch,
      now,
      signal,
      baseUrl,
      words: means.words,
      chance: Math.random,
    }),
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
  'foresee-recordings': async (store, _, { now }) =>
    (await import('../services/recordings/foresee.ts')).foreseeRecordings(store, now(), Math.random),
  'look-at-recording': async (store, { entry }, { fetch, now, signal }) =>
    (await import('../services/recordings/look.ts')).lookAtRecording(store, entry, {
      fetch,
      now,
      signal,
      chance: Math.random,
    }),
  'write-blog-post': async (store, { edition }, { fetch, now, signal, baseUrl }) =>
    (await import('../services/write-blog-post.ts')).writeBlogPost(store, edition, {
      fetch,
      now,
      signal,
      baseUrl,
    }),
  'look-at-links': async (store, _, given) => {
    if (given.links?.looks === false) return
    const { lookAtLinks } = await import('../services/links/look-at-links.ts')
    await lookAtLinks(store, await linkMeans(given))
  },
  'save-pages': async (store, _, given) => {
    const { savePages } = await import('../services/links/save-pages.ts')
    await savePages(store, await linkMeans(given))
  },
  'make-notices': async (store, _, { now, means }) => {
    const { makeNotices } = await import('../services/notices/make-notices.ts')
    await makeNotices(store, now(), { hasMail: means.openMailRun !== null })
  },
  'send-notices': async (store, by, { now, signal, means }) => {
    const { sendNotices } = await import('../services/notices/send-notices.ts')
    await sendNotices(store, by, { means, now, signal, chance: Math.random })
  },
  'read-returns': async (store, _, { now, signal, readReturns }) => {
    const { settleReturn } = await import('../services/notices/settle-return.ts')
    await readReturns?.(mail => settleReturn(store, mail, now()), signal)
  },
  'read-mailbox': async (store, _, { now, signal, readMailbox, mailIn }) => {
    if (!readMailbox || !mailIn) return
    const { takeInMail } = await import('../services/suggestions/take-in-mail.ts')
    const recipient = mailIn.address
    await readMailbox(async ({ bytes, isWhole }) => {
      const handed = { door: 'mailbox', recipient, sender: null, client: null, bytes, isWhole } as const
      await takeInMail(store, handed, now())
    }, signal)
  },
  'settle-mail': async (store, { mail }, { now, mailIn }) => {
    if (!mailIn) return
    const { settleMail } = await import('../services/suggestions/settle-mail.ts')
    await settleMail(store, mail, mailIn, now())
  },
  'send-mentions': async (store, _, { webmention, ...given }) => {
    if (!webmention) return
    const { sendMentions } = await import('../services/mentions/send-mentions.ts')
    await sendMentions(store, mentionMeans(given))
  },
  'read-mentions': async (store, _, { webmention, ...given }) => {
    if (!webmention) return
    const { readMentions } = await import('../services/mentions/read-mentions.ts')
    await readMentions(store, mentionMeans(given))
  },
  'ask-spam-service': async (store, of, given) => {
    const { askService } = await import('../services/taking-part/ask-service.ts')
    await askService(store, of, serviceMeans(given))
  },
  'tell-spam-service': async (store, of, given) => {
    const { tellService } = await import('../services/taking-part/ask-service.ts')
    await tellService(store, of, serviceMeans(given))
  },
  'fetch-faces': async (store, _, { faces, baseUrl, now, signal }) => {
    if (!faces) return
    const { fetchFaces } = await import('../services/faces/fetch-faces.ts')
    const { createProviderDoor } = await import('../outside/providers/door.ts')
    const { read } = createProviderDoor({ baseUrl, now })
    await fetchFaces(store, { faces, read, now, signal })
  },
  'tell-moderators': async (store, _, { now, means, baseUrl }) => {
    const { tellModerators } = await import('../services/taking-part/tell-moderators.ts')
    await tellModerators(store, { words: means.words, baseUrl }, now())
  },
}

function serviceMeans({
  spamService,
  fetch,
  baseUrl,
  now,
  signal,
}: Parameters<Handlers['ask-spam-service']>[2]) {
  return { service: spamService ?? null, fetch, baseUrl, now, signal }
}

function mentionMeans(given: Omit<Parameters<Handlers['send-mentions']>[2], 'webmention'>) {
  const { fetch, baseUrl, now, signal } = given
  return { fetch, baseUrl, now, signal, chance: Math.random }
}

async function linkMeans({ fetch, now, signal, links }: Parameters<Handlers['look-at-links']>[2]) {
  const { internetArchive } = await import('../outside/internet-archive.ts')
  const archive = { address: internetArchive, asks: false, saves: false, keys: null, ...links?.archive }
  return { fetch, now, signal, chance: Math.random, archive }
}
