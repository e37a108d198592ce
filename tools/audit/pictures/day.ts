import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { freePort, storeFile } from '../../../bench/site.ts'
import { readConfig } from '../../../src/config.ts'
import { openDemo } from '../../../src/services/open-demo.ts'
import { openRawSite, send } from '../../../test/raw-site.ts'
import { claim } from '../browse.ts'
import { type Mail, openPost } from './post.ts'

const built = pathToFileURL(join(import.meta.dirname, '../../../dist/server/main.js')).href

/** A page of the world: its bytes, or that its server has no time. */
type WorldPage = { body: string | Uint8Array; type?: string; status?: number }

/** A site on a day that is over elsewhere, who keeps it, and what stands on the web around it. */
export type Day = {
  url: string
  now: () => number
  /** The hands of its clock, which goes on from there. */
  turn: (to: string) => void
  /** Somebody with a browser, who is there at this moment. */
  visit: (options?: BrowserContextOptions) => Promise<BrowserContext>
  /** The owner's. */
  desk: BrowserContext
  world: { url: string; pages: Record<string, WorldPage> }
  /** The last mail to an address, when it has come. @param about words of its subject */
  mailTo: (to: string, about?: RegExp) => Promise<Mail>
  /** Where it keeps all it has. */
  folder: string
  close: () => Promise<void>
}

/** The built site with the programmes of the demo, as it was at a moment, and claimed by its owner. */
export async function openDay(browser: Browser, at: string): Promise<Day> {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-day-'))
  await (await openDemo(folder, Date.parse(at))).close()
  const demo = (await readdir(folder)).find(name => /^demo-.*\.sqlite$/.test(name))
  renameSync(join(folder, demo!), join(folder, storeFile))
  let ahead = 0
  const turn = (to: string) => {
    ahead = Date.parse(to) - Date.now()
  }
  turn(at)
  const now = () => Date.now() + ahead
  const pages: Record<string, WorldPage> = {}
  const raw = await openRawSite((socket, path) => {
    const { body, type = 'text/html; charset=utf-8', status = 200 } = pages[path] ?? { body: '', status: 404 }
    send(socket, body, { 'content-type': type }, status)
  })
  const post = await openPost()
  const port = await freePort()
  const config = readConfig({
    PORT: String(port),
    HOST: '127.0.0.1',
    BASE_URL: `http://127.0.0.1:${port}`,
    DAYLONG_DATA: folder,
    DAYLONG_FETCH_PRIVATE: 'allow',
    DAYLONG_LINKS: 'leave',
    MAIL_FROM: 'Daylong <daylong@day.example>',
    SMTP_URL: `smtp://127.0.0.1:${post.port}`,
  })
  const { serve } = (await import(built)) as typeof import('../../../src/main.ts')
  const site = await serve(config, { clock: { now, rehearsal: null } })
  const url = site.address
  const visit = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      timezoneId: 'Europe/Berlin',
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
    })
    await context.clock.setFixedTime(now())
    return context
  }
  const desk = await visit()
  const link = await site.offerClaim()
  await claim(desk, { url, said: () => link ?? '' })
  const close = async () => {
    await desk.close()
    await site.close()
    await raw.close()
    post.close()
    rmSync(folder, { recursive: true })
  }
  const world = { url: `http://127.0.0.1:${raw.port}`, pages }
  return { url, now, turn, visit, desk, world, mailTo: post.mailTo, folder, close }
}
