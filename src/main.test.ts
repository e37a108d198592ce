import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { serve } from './main.ts'
import { addPerson } from './services/people/add-person.ts'
import { openStore } from './storage/store.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daylong-'))
})
afterEach(() => rm(folder, { recursive: true }))

const configured = (port: string) => readConfig({ PORT: port, HOST: '127.0.0.1', DAYLONG_DATA: folder })

test('a site opens, answers, and stops', async () => {
  const site = await serve(configured('0'))
  expect(await (await fetch(`${site.address}/healthz`)).text()).toBe('fine\n')
  expect(await (await fetch(site.address)).text()).toContain('A day on Earth lasts fifty hours.')
  await site.close()
  await expect(fetch(site.address)).rejects.toThrow()
})

test('a port that is taken is said in words, with what to do', async () => {
  const site = await serve(configured('0'))
  const { port } = new URL(site.address)
  await expect(serve(configured(port))).rejects.toThrow(
    `Port ${port} is taken by another program. Stop it, or choose another one: PORT=${Number(port) + 1}`,
  )
  await site.close()
})

test('the demo is shown until a site is claimed beside it, and never again after', async () => {
  const site = await serve(configured('0'), { demo: true })
  const link = (await site.offerClaim())!
  const front = async ({ address }: { address: string }) =>
    (await (await fetch(address)).text()).includes('Open Data Day')
  expect([await front(site), site.isDemo()]).toEqual([true, true])
  expect(await (await fetch(link)).text()).toContain('Make this site yours')
  const claimed = await fetch(link, {
    method: 'POST',
    body: new URLSearchParams({ name: 'Ada', email: 'ada@example.org', password: 'the fifty hours' }),
    headers: { origin: site.address },
    redirect: 'manual',
  })
  expect([claimed.status, claimed.headers.get('location')]).toEqual([303, '/desk'])
  expect([await front(site), site.isDemo()]).toEqual([false, false])
  expect(await site.offerClaim()).toBeNull()
  await site.close()

  const again = await serve(configured('0'), { demo: true })
  expect([await front(again), again.isDemo()]).toEqual([false, false])
  await again.close()
})

test('a demo that nobody claimed is shown again, with a new link', async () => {
  const links = []
  for (let start = 0; start < 2; start++) {
    const site = await serve(configured('0'), { demo: true })
    const link = (await site.offerClaim())!
    links.push(new URL(link).pathname)
    expect((await fetch(link)).status).toBe(200)
    await site.close()
  }
  expect(new Set(links).size).toBe(2)
})

test('a site that the host begins from the command line is found beside the demo, at its doors', async () => {
  const site = await serve(configured('0'), { demo: true })
  const ask = async (path: string) => {
    const answer = await fetch(site.address + path, { redirect: 'manual' })
    return [answer.status, (await answer.text()).includes('This is the demo')]
  }
  expect([await ask('/sign-in'), site.isDemo()]).toEqual([[200, true], true])
  const store = await openStore({ sqlite: join(folder, 'daylong.sqlite') })
  const person = { email: 'ada@example.org', name: 'Ada', role: 'owner', series: null } as const
  const { token } = await addPerson({ store, baseUrl: site.address }, { ...person, at: Date.now() })
  await store.close()
  expect([await ask(`/sign-in/host/${token}`), site.isDemo()]).toEqual([[200, false], false])
  await site.close()
})
