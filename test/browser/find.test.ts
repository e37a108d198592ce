import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/domain/finding.ts'
import { addProgramme, openSite } from '../site.ts'
import { browsing } from './browsing.ts'
import { faultsOf } from './openness.ts'

const path = '/data-day/2021'

const event = (title: string, hour: string, told: Partial<Finding> = {}): Finding => ({
  kind: 'event',
  title,
  start: `2021-03-06T${hour}:00:00+00:00[Europe/London]`,
  end: `2021-03-06T${hour}:50:00+00:00[Europe/London]`,
  ...told,
})

const our = browsing(async () => {
  const site = await openSite('2021-03-06T09:20:00Z')
  const edition = {
    series: 'data-day',
    edition: '2021',
    date: '2021-03-06',
    zone: 'Europe/London',
    publish: true,
  }
  const day = [
    event('Maps for the harbour', '10', { tags: ['Maps'], languages: ['en'], summary: 'Harbours, mapped' }),
    event('ندوة البيانات المفتوحة', '13', { tags: ['Budgets'], languages: ['ar'] }),
    event('开放数据日研讨会', '03', { tags: ['Maps'], languages: ['zh'] }),
    event('Presupuestos abiertos', '23', { tags: ['Budgets'], languages: ['es'] }),
    event('Open budgets', '14', {
      tags: ['Budgets'],
      languages: ['en'],
      organisations: [{ name: 'Fédération' }],
    }),
    event('A quiet hour', '15'),
    event('Another quiet hour', '16'),
  ]
  await addProgramme(site, edition, day, { title: 'Data Day 2021' })
  return site
})

const entries = (page: Page) => page.locator('.entry h3 bdi, .entry h4 bdi').allInnerTexts()

test('one types and sees what is found, goes back, and shares where one is', async () => {
  const context = await our.browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Asia/Manila',
    viewport: { width: 1280, height: 900 },
  })
  await context.clock.setFixedTime(our.site.clock.now)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(String(error)))
  await page.goto(`${our.address}/search`)
  await page.fill('#q', 'open budg')
  await page.waitForSelector('.hit')
  expect(await page.locator('.hit h3').allInnerTexts()).toEqual(['Open budgets'])
  expect(await page.locator('.hit mark').first().innerText()).toBe('Open')
  expect(await page.locator('.hit .day').innerText()).toContain('22:00')
  await page.fill('#q', '数据')
  await page.waitForFunction(() => document.querySelector('.hit mark')?.textContent === '数据')
  expect(decodeURIComponent(page.url())).toBe(`${our.address}/search?q=数据`)
  // What is over is told by its day, and no zone makes an hour of that.
  expect(await page.locator('.hit .day').allInnerTexts()).toEqual(['Sat, 6 Mar 2021'])
  expect(await faultsOf(page)).toEqual([])

  await page.goto(our.address + path)
  await page.fill('#find', 'feder')
  await page.waitForFunction(() => document.querySelectorAll('.entry').length === 1)
  expect(page.url()).toBe(`${our.address}${path}?q=feder`)
  await page.fill('#find', '')
  await page.waitForFunction(() => document.querySelectorAll('.entry').length === 7)
  await page.click('.filters > summary')
  await page.check('input[name=topic][value=budgets]')
  await page.waitForFunction(() => document.querySelectorAll('.entry').length === 3)
  expect(await page.locator('input[name=language][value=en] ~ small').innerText()).toBe('1')
  // In Manila, 13:00 and 14:00 of London are the evening, 23:00 is the morning.
  await page.check('input[name=only][value=awake]')
  await page.waitForFunction(() => document.querySelectorAll('.chosen li:not(.all)').length === 2)
  expect(page.url()).toBe(`${our.address}${path}?only=awake&topic=budgets&zone=Asia%2FManila`)
  expect((await entries(page)).sort()).toEqual(
    ['Open budgets', 'Presupuestos abiertos', 'ندوة البيانات المفتوحة'].sort(),
  )
  expect(await faultsOf(page)).toEqual([])
  await page.goBack()
  await page.waitForFunction(() => document.querySelectorAll('.chosen li:not(.all)').length === 1)
  expect(await page.isChecked('input[name=only][value=awake]')).toBe(false)
  expect(await page.isChecked('input[name=topic][value=budgets]')).toBe(true)
  await page.click('.chosen li:not(.all) a')
  await page.waitForURL(our.address + path)
  expect(errors).toEqual([])
  await context.close()
})

test('without script, on a phone and from right to left it is a form', async () => {
  const context = await our.browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  })
  const page = await context.newPage()
  const width = () =>
    page
      .locator('html')
      .evaluate(html => html.scrollWidth - html.clientWidth)
      .catch(() => 0)
  await page.goto(`${our.address}${path}?lang=ar`)
  await page.click('.filters > summary')
  await page.check('input[name=language][value=en]')
  await page.fill('#find', 'open')
  await page.click('.apply button')
  expect(new URL(page.url()).search).toBe('?lang=ar&q=open&language=en')
  expect(await entries(page)).toEqual(['Open budgets'])
  expect(await width()).toBe(0)
  await page.click('.to-search')
  await page.fill('#q', 'بيانات')
  await page.click('.ask button')
  expect(await page.locator('.hit h3').allInnerTexts()).toEqual(['ندوة البيانات المفتوحة'])
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await context.close()
})
