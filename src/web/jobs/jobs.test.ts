import { describe, expect, test } from 'vitest'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { keepRecurring } from '../../services/keep-recurring.ts'
import { listAudit } from '../../storage/audit.ts'
import { listJobs, queueJob } from '../../storage/jobs.ts'
import { queueMail } from '../../storage/mails.ts'

const origin = 'http://localhost:1812'

async function failing(site: TestSite, row: object): Promise<string> {
  const { db } = site.store
  const dueAt = site.clock.now
  const id = await queueJob(db, { kind: 'clean-up', data: null, dueAt })
  await db.updateTable('jobs').set(row).where('id', '=', id).execute()
  return id
}

const words = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

describe.each(stores)('the page of jobs on $name', ({ empty }) => {
  const open = async () => openSite('2026-03-28T12:00:00Z', await empty())
  const ask = (site: TestSite, headers: Record<string, string>, path = '/desk/jobs') =>
    site.app.request(origin + path, { headers })
  const post = (site: TestSite, headers: Record<string, string>, id: string, told: object = {}) =>
    site.app.request(`${origin}/desk/jobs/${id}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ ...told }),
    })

  test('is for owners: others are refused, strangers are sent to sign in', async () => {
    const site = await open()
    const editor = await signedIn(site, 'editor')
    expect((await ask(site, editor.headers)).status).toBe(403)
    const stranger = await ask(site, {})
    expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/sign-in?back=%2Fdesk%2Fjobs'])
    const id = await failing(site, { state: 'failed', ended_at: 1 })
    expect((await post(site, editor.headers, id, { _method: 'delete' })).status).toBe(403)
    expect(await listJobs(site.store.db, 'failed', 9)).toHaveLength(1)
  })

  test('says what failed and why, what is late, what runs, what is due, and what comes back', async () => {
    const site = await open()
    const { now } = site.clock
    const { db } = site.store
    const owner = await signedIn(site, 'owner')
    const error = '{"code":"fault","values":{"said":"no such table: <x>"}}'
    await failing(site, { state: 'failed', attempts: 5, ended_at: now - 3_600_000, error })
    await failing(site, { kind: 'of-tomorrow', due_at: now - 7_200_000 })
    await failing(site, { state: 'running', attempts: 1, started_at: now, leased_until: now + 1 })
    await queueMail(db, {
      to: 'amina@example.org',
      subject: 'Hello',
      text: 'Day.',
      purpose: 'notice',
      at: now + 60_000,
    })
    const rule = { every: 'day', at: '02:30' } as const
    await keepRecurring(
      site.store,
      { name: 'tidy', kind: 'clean-up', data: null, rule, zone: 'Europe/Paris' },
      now,
    )
    const answer = await ask(site, owner.headers)
    const page = words(await answer.text())
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(page).toContain('Times in Paris Central European Time UTC+1')
    expect(page).toMatch(
      /Failed 1 Clean up Given up Sat 28 Mar 12:00 · attempt 5 of 5 Something went wrong in Daylong itself\. no such table: &lt;x&gt; Try again now Drop/,
    )
    expect(page).toMatch(/Late 1 of-tomorrow Due Sat 28 Mar 11:00 · late by 2 hours This version .* Drop/)
    expect(page).toMatch(/Running now 1 Clean up Since Sat 28 Mar 13:00 · attempt 1 of 5/)
    expect(page).toMatch(/Due later 1 Send a mail amina@example\.org Due Sat 28 Mar 13:01/)
    // On the next morning half past two is skipped in Paris.
    expect(page).toMatch(/Comes back 1 Clean up each day at 02:30 in Paris Next Sun 29 Mar 03:30/)
    const inManila = words(await (await ask(site, owner.headers, '/desk/jobs?zone=Asia/Manila')).text())
    expect(inManila).toMatch(/each day at 02:30 in Paris Next Sun 29 Mar 09:30/)
  })

  test('lets a failed job be tried again or dropped, and tells it once', async () => {
    const site = await open()
    const owner = await signedIn(site, 'owner')
    const failed = { state: 'failed', attempts: 5, ended_at: site.clock.now - 1000 }
    const [again, dropped] = [await failing(site, failed), await failing(site, failed)]
    const answer = await post(site, owner.headers, again)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/jobs'])
    expect(answer.headers.get('set-cookie')).toMatch(/^daylong-done=job-again\./)
    await post(site, owner.headers, dropped, { _method: 'delete' })
    expect(await listJobs(site.store.db, 'failed', 9)).toEqual([])
    expect(await listJobs(site.store.db, 'waiting', 9)).toMatchObject([
      { id: again, attempts: 0, dueAt: site.clock.now, endedAt: null },
    ])
    const audit = await listAudit(site.store.db, { limit: 9 })
    expect(
      audit
        .filter(({ act }) => act.startsWith('job'))
        .map(({ who, act, subject }) => [who.name, act, subject])
        .sort(),
    ).toEqual([
      [owner.curator.name, 'job-again', 'clean-up'],
      [owner.curator.name, 'job-dropped', 'clean-up'],
    ])
    const late = await post(site, owner.headers, dropped, { _method: 'delete' })
    expect(late.headers.get('set-cookie')).toMatch(/^daylong-done=job-gone\./)
  })

  test('lets nobody begin or drop what waits for its own time, or what runs', async () => {
    const site = await open()
    const owner = await signedIn(site, 'owner')
    const waiting = await failing(site, { due_at: site.clock.now + 1000 })
    const running = await failing(site, { state: 'running', attempts: 1, started_at: 1, leased_until: 1 })
    const { db } = site.store
    const before = await db.selectFrom('jobs').orderBy('id').selectAll().execute()
    for (const id of [waiting, running]) {
      for (const told of [{}, { _method: 'delete' }]) await post(site, owner.headers, id, told)
    }
    expect(await db.selectFrom('jobs').orderBy('id').selectAll().execute()).toEqual(before)
  })
})
