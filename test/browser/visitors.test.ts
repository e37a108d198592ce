import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aDay, dataDay } from '../a-day.ts'
import { client } from '../coming-in.ts'
import { doorTo, openOpenId } from '../providing.ts'
import { addProgramme, openSite } from '../site.ts'
import { inBrowser, listenInTest } from './browsing.ts'
import { faultsOf } from './openness.ts'

const our = inBrowser()

const words = 'Zeile eins,\n\nשורה שתיים – and *three*. <b>& "4"</b>'

test('a draft goes along to a provider and back: into a comment, by script and without, and into a suggestion', async () => {
  const { site, address } = await openVisited()
  const entry = `${address}/data-day/2021/${(await site.store.db.selectFrom('entries').select('slug').executeTakeFirstOrThrow()).slug}`
  for (const javaScriptEnabled of [true, false]) {
    const context = await our.browser.newContext({
      javaScriptEnabled,
      locale: 'en-GB',
      viewport: { width: 390, height: 844 },
    })
    const page = await context.newPage()
    const policy = listenFor(page)
    await page.goto(entry)
    expect(await context.cookies()).toEqual([])
    await page.getByRole('link', { name: 'Say something' }).click()
    const text = page.getByLabel('What you want to say')
    await text.fill(words)
    await page.getByLabel('Name', { exact: true }).fill('Josie')
    await page.getByLabel('Tell me by mail when somebody answers me').check()
    // Who thinks better of it has it all back.
    await page.getByRole('button', { name: 'Mastodon' }).click()
    await page.getByLabel('Your server').fill('no server')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText('No server is named there.').waitFor()
    await page.getByRole('link', { name: 'Back to where you were' }).click()
    expect([await text.inputValue(), await page.getByLabel('Name', { exact: true }).inputValue()]).toEqual([
      words,
      'Josie',
    ])
    await page.getByRole('button', { name: 'ORCID' }).click()
    await atProvider(page)
    await page.getByText(/You take part as J.* Carberry/).waitFor()
    expect(await text.inputValue()).toBe(words)
    // ORCID tells no mail address to be told at.
    expect(await page.getByLabel('Tell me by mail when somebody answers me').count()).toBe(0)
    await page.getByRole('button', { name: 'change' }).click()
    await page.getByLabel('Name that is shown').fill(`J. Carberry ${javaScriptEnabled}`)
    await page.getByRole('button', { name: 'Keep' }).click()
    await page.getByText(`You take part as J. Carberry ${javaScriptEnabled}`).waitFor()
    expect(await text.inputValue()).toBe(words)
    await page.getByRole('button', { name: 'Log out' }).click()
    await page.getByRole('button', { name: 'ORCID' }).click()
    await page.getByText(`You take part as J. Carberry ${javaScriptEnabled}`).waitFor()
    expect(await text.inputValue()).toBe(words)
    if (javaScriptEnabled) await findsNothing(page)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('Your comment waits for approval').first().waitFor()

    await page.goto(`${address}/data-day/2021/suggest`)
    await page.getByText('You take part as').waitFor()
    await page.getByRole('button', { name: 'Log out' }).click()
    const missing = page.getByLabel('Its address, or a few words')
    await missing.fill(words)
    await page.locator('textarea[name=words]').fill('It is in the park.')
    await page.getByLabel('Your name').fill('Josie')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('A plan') })
    await page.getByRole('button', { name: 'ORCID' }).click()
    await page.getByText(`You take part as J. Carberry ${javaScriptEnabled}`).waitFor()
    expect([
      await missing.inputValue(),
      await page.locator('textarea[name=words]').inputValue(),
      await page.getByText('plan.txt').count(),
    ]).toEqual([words, 'It is in the park.', 1])
    if (javaScriptEnabled) await findsNothing(page)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.waitForURL(/\/suggestions\//)
    expect(policy).toEqual([])
    await context.close()
  }
  const { id } = await site.store.db.selectFrom('visitors').select('id').executeTakeFirstOrThrow()
  const said = await site.store.db.selectFrom('comments').select(['text', 'visitor_id', 'mail']).execute()
  expect(said).toEqual([1, 2].map(() => ({ text: words, visitor_id: id, mail: null })))
  const suggested = await site.store.db.selectFrom('suggestions').select(['name', 'visitor_id']).execute()
  expect(suggested).toEqual([true, false].map(is => ({ name: `J. Carberry ${is}`, visitor_id: id })))
})

test('somebody comes in at their own page, is called otherwise, and goes', async () => {
  const { site, address } = await openVisited()
  const context = await our.browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const policy = listenFor(page)
  await page.goto(`${address}/privacy`)
  await findsNothing(page)
  await page.goto(`${address}/you`)
  await findsNothing(page)
  expect(await context.cookies()).toEqual([])
  await page.getByRole('button', { name: 'Mail' }).click()
  await findsNothing(page)
  await page.goto(`${address}/you`)
  await page.getByRole('button', { name: 'ORCID' }).click()
  await atProvider(page)
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
})

async function openVisited() {
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
  await addProgramme(site, dataDay, aDay, { title: 'Data Day 2021', text: 'What was on.' })
  await site.store.db.updateTable('editions').set({ takes_suggestions: 1 }).execute()
  await listenInTest(site, port)
  return { site, address }
}

/** The pages of the provider, which the page of ours leads on to by itself. */
async function atProvider(page: Page): Promise<void> {
  await page.locator('input[name=login]').fill('0000-0002-1825-0097')
  await page.locator('input[name=password]').fill('anything')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** What the page was not allowed. */
function listenFor(page: Page): string[] {
  const policy: string[] = []
  page.on(
    'console',
    message => message.text().includes('Content Security Policy') && policy.push(message.text()),
  )
  return policy
}

async function findsNothing(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
