import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aDay } from '../a-day.ts'
import { client } from '../coming-in.ts'
import { doorTo, openOpenId } from '../providing.ts'
import { addProgramme, listenWith, openSite } from '../site.ts'
import { openBrowser } from './browser.ts'

vi.setConfig({ testTimeout: 120_000 })

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test('somebody signs in at a provider from a form, keeps what they typed, is called otherwise, goes', async () => {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const redirectUri = `${address}/you/back/orcid`
  const server = await openOpenId({ ...client, redirectUri }, () => ({
    given_name: 'Josiah',
    family_name: 'Carberry',
  }))
  const environment = {
    PORT: String(port),
    BASE_URL: address,
    SIGN_IN_ORCID: `${client.id}:${client.secret} at ${server.at}`,
    SIGN_IN_MASTODON: 'allow',
    SMTP_URL: 'smtp://localhost',
    MAIL_FROM: 'Daylong <us@example.org>',
  }
  const site = await openSite('2021-03-06T09:20:00Z', undefined, undefined, environment, doorTo([server]))
  const at = { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/London' }
  await addProgramme(site, at, aDay, { title: 'Data Day 2021', text: 'What was on.' })
  const listening = await listenWith(site, port)
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const policy: string[] = []
  page.on(
    'console',
    message => message.text().includes('Content Security Policy') && policy.push(message.text()),
  )
  try {
    await page.goto(`${address}/privacy`)
    await findsNothing(page)
    await page.goto(`${address}/you`)
    await findsNothing(page)
    expect(await context.cookies()).toEqual([])

    await page.getByRole('button', { name: 'Mastodon' }).click()
    await page.getByLabel('Your server').fill('no server')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText('No server is named there.').waitFor()
    await findsNothing(page)
    await page.goto(`${address}/you`)
    await page.getByRole('button', { name: 'Mail' }).click()
    await findsNothing(page)

    await page.goto(`${address}/you`)
    await page.getByRole('button', { name: 'ORCID' }).click()
    // The pages of the provider, which the page of ours leads on to by itself.
    await page.locator('input[name=login]').fill('0000-0002-1825-0097')
    await page.locator('input[name=password]').fill('anything')
    await page.getByRole('button', { name: 'Sign-in' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(`${address}/you`)
    await page.getByText('Josiah Carberry').first().waitFor()
    await findsNothing(page)

    await page.getByLabel('Name that is shown').fill('J. Carberry')
    await page.getByRole('button', { name: 'Keep' }).click()
    await page.getByText('J. Carberry').first().waitFor()
    await page.getByRole('button', { name: 'Log out', exact: true }).click()
    await page.getByText('You are not signed in').waitFor()

    // Known at the provider still, they are led there and back without a page of it.
    await page.getByRole('button', { name: 'ORCID' }).click()
    await page.getByText('J. Carberry').first().waitFor()
    await page.getByRole('link', { name: 'Remove me from here' }).click()
    await findsNothing(page)
    await page.getByRole('button', { name: 'Remove me' }).click()
    await page.getByText('Nothing is known of you here any more.').waitFor()
    expect(await site.store.db.selectFrom('visitors').selectAll().execute()).toEqual([])
    expect(policy).toEqual([])
  } finally {
    await context.close()
    await listening.close()
    await site.close()
  }
})

async function findsNothing(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
