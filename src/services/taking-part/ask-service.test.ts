import { randomUUIDv7 } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aComment } from '../../../test/comments.ts'
import { anEdition } from '../../../test/entries.ts'
import { openRawSite, send } from '../../../test/raw-site.ts'
import { stores } from '../../../test/stores.ts'
import type { Setback } from '../../domain/setback.ts'
import { noProof } from '../../domain/taking-part/verdict.ts'
import { createFetch } from '../../outside/fetch.ts'
import type { Store } from '../../storage/store.ts'
import { writeComment } from '../comments/write-comment.ts'
import { openSuggestion } from '../suggestions/open-suggestion.ts'
import { askService, tellService } from './ask-service.ts'
import { decide, undoMs } from './decide.ts'
import { networkOf } from './keys.ts'

const at = Date.parse('2021-12-18T12:00:00Z')
const everywhere = { seriesIds: null }

type Answer = { body?: string; status?: number; headers?: Record<string, string> } | 'silence'

/** A service of this machine that speaks as Akismet does, with what it was told. */
async function aService(answers: { next: Answer }) {
  const told: Record<string, string>[] = []
  const site = await openRawSite((socket, path, request) => {
    const form = new URLSearchParams(request.slice(request.indexOf('\r\n\r\n') + 4))
    told.push({ method: path.split('/').at(-1)!, ...Object.fromEntries(form) })
    if (answers.next === 'silence') return
    const { body = 'false', status = 200, headers = {} } = answers.next
    send(socket, body, { 'content-type': 'text/plain; charset=utf-8', ...headers }, status)
  })
  onTestFinished(() => site.close())
  const fetch = createFetch({
    baseUrl: 'http://localhost:1812',
    exempt: (ip, port) => ip === '127.0.0.1' && port === site.port,
    now: () => at,
    gapMs: 0,
  })
  const service = { address: `http://127.0.0.1:${site.port}/1.1`, key: 'k3y' }
  return { told, means: { service, fetch, baseUrl: 'https://example.org', now: () => at } }
}

async function said(
  store: Store,
  editionId: string,
  text = 'I shall listen from Nairobi.',
  form = randomUUIDv7(),
) {
  const written = await writeComment(store, {
    ...{ form, on: { editionId }, parentId: null, participant: { kind: 'guest' }, name: 'Amina' },
    ...{ url: 'https://amina.example', mail: 'amina@example.org', text, language: 'en', editKey: 'amina' },
    ...{ fromKey: null, serviceFrom: networkOf('198.51.100.77'), proof: noProof, asks: null, at },
  })
  return { what: 'comment' as const, id: written!.id }
}

const rowOf = async (store: Store, id: string) => {
  const columns = ['state', 'evidence', 'service_said', 'service_told', 'decided_by'] as const
  const row = await store.db
    .selectFrom('comments')
    .where('id', '=', id)
    .select(columns)
    .executeTakeFirstOrThrow()
  const codes = (JSON.parse(JSON.stringify(row.evidence) || 'null') as unknown) ?? []
  const evidence: { code: string }[] = typeof codes === 'string' ? JSON.parse(codes) : (codes as [])
  return { ...row, evidence: evidence.map(({ code }) => code).filter(code => code.startsWith('service-')) }
}

describe.each(stores)('a service that judges texts, in $name', ({ empty }) => {
  test('is told the documented fields, no mailbox and no whole address, by a job', async () => {
    const store = await empty()
    const { id } = await anEdition(store)
    const { told, means } = await aService({ next: {} })
    const of = await said(store, id)
    const jobs = await store.db
      .selectFrom('jobs')
      .where('kind', '=', 'ask-spam-service')
      .select('key')
      .execute()
    expect(jobs).toEqual([{ key: of.id }])
    expect(told).toEqual([])
    await askService(store, of, means)
    expect(told).toEqual([
      {
        method: 'comment-check',
        api_key: 'k3y',
        blog: 'https://example.org',
        user_ip: '198.51.100.0',
        permalink: `https://example.org/comments/${of.id}`,
        comment_type: 'comment',
        comment_author: 'Amina',
        comment_author_url: 'https://amina.example',
        comment_content: 'I shall listen from Nairobi.',
        comment_date_gmt: '2021-12-18T12:00:00.000Z',
        blog_lang: 'en',
        blog_charset: 'UTF-8',
      },
    ])
    // What it holds for genuine is let in by nobody but a curator.
    expect(await rowOf(store, of.id)).toMatchObject({
      state: 'pending',
      evidence: ['service-real'],
      service_said: 'real',
    })
    await askService(store, of, means)
    expect(told).toHaveLength(1)
  })

  test('puts what waits with the spam, holds what was let in of somebody new, and nothing else', async () => {
    const store = await empty()
    const { id } = await anEdition(store)
    const next: Answer = { body: 'true', headers: { 'x-akismet-pro-tip': 'discard' } }
    const { means } = await aService({ next })
    const waiting = await said(store, id)
    await askService(store, waiting, means)
    expect(await rowOf(store, waiting.id)).toMatchObject({ state: 'spam', evidence: ['service-spam'] })

    const approved = async (mailKey: string, count: number) => {
      const on = { editionId: id }
      const ids = []
      for (let each = 0; each < count; each++)
        ids.push(
          await aComment(store.db, {
            on,
            state: 'approved',
            mailKey,
            editKey: mailKey,
            text: `Hello ${each}`,
          }),
        )
      return { what: 'comment' as const, id: ids.at(-1)! }
    }
    const newcomer = await approved('bo', 2)
    const known = await approved('cy', 4)
    await askService(store, newcomer, means)
    await askService(store, known, means)
    expect([await rowOf(store, newcomer.id), await rowOf(store, known.id)]).toMatchObject([
      { state: 'pending', evidence: ['service-spam'] },
      { state: 'approved', evidence: ['service-spam'] },
    ])

    const decided = await said(store, id, 'Somebody has read this.')
    await decide(
      store,
      { id: 'ada', name: 'Ada' },
      { ids: [decided.id], decision: 'approve', scope: everywhere, at },
    )
    await askService(store, decided, means)
    expect(await rowOf(store, decided.id)).toMatchObject({ state: 'approved', service_said: null })
  })

  test('changes nothing where it gives no answer, and the host reads why', async () => {
    const store = await empty()
    const { id } = await anEdition(store)
    const answers: { next: Answer } = { next: {} }
    const { means } = await aService(answers)
    const of = await said(store, id)
    const before = await rowOf(store, of.id)
    const why: unknown[] = []
    const strange: Answer[] = [
      { body: 'invalid', headers: { 'x-akismet-debug-help': 'Empty "blog" value' } },
      { body: '<html>Log in to the network' },
      { body: '' },
      { body: 'true', status: 500 },
      { status: 503, headers: { 'retry-after': '120' } },
      { body: 'x'.repeat(100_000) },
    ]
    for (const next of strange) {
      answers.next = next
      why.push(
        await askService(store, of, means).then(
          () => 'nothing',
          ({ told, again, notBefore }: Setback) => `${told.code} ${told.values.why} ${again} ${notBefore}`,
        ),
      )
    }
    answers.next = 'silence'
    const signal = AbortSignal.timeout(300)
    await expect(askService(store, of, { ...means, signal })).rejects.toMatchObject({
      told: { code: 'spam-service' },
    })
    expect(why).toEqual([
      'spam-service It does not know the key, or does not take it for this site. true null',
      'spam-service It gave an answer that cannot be understood. true null',
      'spam-service It gave an answer that cannot be understood. true null',
      expect.stringMatching(/^spam-service .*500.* true null$/),
      expect.stringMatching(new RegExp(`^spam-service .* true ${at + 120_000}$`)),
      expect.stringMatching(/^spam-service .* true null$/),
    ])
    expect(await rowOf(store, of.id)).toEqual(before)
    // Where the host took it away again, what was queued comes to nothing.
    await askService(store, of, { ...means, service: null })
    expect(await rowOf(store, of.id)).toEqual(before)
  })

  test('is told when a curator decides otherwise, once it is not taken back any more', async () => {
    const store = await empty()
    const { id } = await anEdition(store)
    const answers: { next: Answer } = { next: { body: 'true' } }
    const { told, means } = await aService(answers)
    const of = await said(store, id)
    await askService(store, of, means)
    const who = { id: 'ada', name: 'Ada' }
    await decide(store, who, { ids: [of.id], decision: 'approve', scope: everywhere, at })
    const job = { kind: 'tell-spam-service' as const }
    const due = await store.db
      .selectFrom('jobs')
      .where('kind', '=', job.kind)
      .select(['key', 'due_at'])
      .execute()
    expect(due.map(({ key, due_at }) => [key, Number(due_at)])).toEqual([[of.id, at + undoMs]])
    answers.next = { body: 'Thanks for making the web a better place.' }
    await tellService(store, of, means)
    await tellService(store, of, means)
    expect(told.map(({ method, user_ip }) => `${method} ${user_ip}`)).toEqual([
      'comment-check 198.51.100.0',
      'submit-ham 198.51.100.0',
    ])
    await decide(store, who, { ids: [of.id], decision: 'spam', scope: everywhere, at: at + 1 })
    await tellService(store, of, means)
    expect(told.at(-1)).toMatchObject({
      method: 'submit-spam',
      comment_content: 'I shall listen from Nairobi.',
    })
    expect(await rowOf(store, of.id)).toMatchObject({ state: 'spam', service_told: 'spam' })
  })

  test('puts a suggestion with the spam that nobody has looked at', async () => {
    const store = await empty()
    const { id } = await anEdition(store, {
      takesSuggestions: true,
      startsOn: '2021-12-18',
      endsOn: '2021-12-18',
    })
    const { told, means } = await aService({ next: { body: 'true' } })
    const sender = { name: 'Bo', mail: null, url: null, organisation: null, visitorId: null, accountId: null }
    const weigh = async () => ({ state: 'pending' as const, evidence: [] })
    const given = { text: '', files: [] }
    const opened = await openSuggestion(
      store,
      id,
      {
        ...{ door: 'form', sender, language: 'en', words: 'Buy pills', given, mailKey: null, fromKey: null },
        ...{ serviceFrom: null, formKey: null },
      },
      { weigh, at },
    )
    await askService(store, { what: 'suggestion', id: opened.id }, means)
    const state = await store.db.selectFrom('suggestions').select(['state', 'service_said']).execute()
    expect(state).toEqual([{ state: 'spam', service_said: 'spam' }])
    expect(told).toMatchObject([{ comment_type: 'contact-form', comment_content: 'Buy pills' }])
    expect(told[0]).not.toHaveProperty('user_ip')
  })
})

test('a network is no machine', () => {
  expect([
    networkOf('192.0.2.77'),
    networkOf('2001:db8:1:2:3::9'),
    networkOf('::ffff:192.0.2.7'),
    networkOf(null),
  ]).toEqual(['192.0.2.0', '2001:db8:1::', '192.0.2.0', null])
})
