import type { BrowserContext } from 'playwright-core'
import { follow } from '../../../test/browser/browser.ts'
import type { Day } from './day.ts'
import { edition } from './of-desk.ts'

/** What is commented on. */
export const entry = `${edition}/abuja-open-data-day`

/** What runs by itself stops for a while where a clock jumps by more. */
const aWhile = 8000

type Said = { name: string; text: string; url?: string /** Whom it answers, by their name. */; to?: string }

/** Writes a comment, not as fast as a machine would. */
export async function say(day: Day, context: BrowserContext, said: Said & { tell?: boolean }): Promise<void> {
  day.turn(new Date(day.now() + aWhile).toISOString())
  const page = await context.newPage()
  await page.goto(day.url + entry)
  const answered = said.to && page.locator('li', { has: page.getByText(said.to, { exact: true }) }).last()
  const way = answered
    ? answered.locator('a[href$="/answer"]').first()
    : page.locator('a[href*="/comments/new"]').first()
  await page.goto(new URL((await way.getAttribute('href'))!, day.url).href)
  day.turn(new Date(day.now() + aWhile).toISOString())
  await page.fill('main [name=text]', said.text)
  const own = page.locator('.comment-form [name=name]')
  if (await own.count()) {
    await own.fill(said.name)
    await page.fill('.comment-form [name=mail]', `${mailName(said.name)}@example.org`)
    if (said.url) await page.fill('.comment-form [name=url]', said.url)
  }
  if (said.tell) await page.check('.comment-form [name=answers]')
  await follow(page.locator('.comment-form .act.strong'))
  await page.close()
}

function mailName(name: string): string {
  return /^[\w ]+$/.test(name) ? name.split(' ')[0]!.toLowerCase() : `guest-${name.length}`
}

export async function approveAll(day: Day): Promise<void> {
  const page = await day.desk.newPage()
  await page.goto(`${day.url}/desk/comments`)
  while ((await page.locator('.queue > li').count()) > 0) {
    await page.locator('.queue > li').first().getByRole('button', { name: 'Approve', exact: true }).click()
    await page.waitForLoadState('networkidle')
    await page.goto(`${day.url}/desk/comments`)
  }
  await page.close()
}
