import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { serve } from './main.ts'

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
