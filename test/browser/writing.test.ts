import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asTakenByPhone } from '../pictures.ts'
import { type SignedIn, signedIn } from '../signed-in.ts'
import { openSite, type TestSite } from '../site.ts'
import { listenWithForm } from '../writing-site.tsx'
import { inBrowser, onPage } from './browsing.ts'
import { faultsOf, isTooWide } from './openness.ts'

let site: TestSite
let form: Awaited<ReturnType<typeof listenWithForm>>
let ada: SignedIn
const our = inBrowser()

beforeAll(async () => {
  site = await openSite('2026-11-20T08:00Z')
  ada = await signedIn(site, 'editor', { name: 'Ada' })
  form = await listenWithForm(site, ada)
})
afterAll(async () => {
  form?.close()
  await site?.close()
})

/** Signed in, at the form; what the browser complains of is a failure. */
const atForm = <T>(
  options: BrowserContextOptions,
  act: (page: Page, context: BrowserContext) => Promise<T>,
) =>
  onPage(
    our.browser,
    { timezoneId: 'Europe/London', ...options },
    async (page, context) => {
      Object.assign(form.saved, { title: 'A title', note: 'What **was** here.', revision: '12' })
      await context.addCookies(ada.cookiesAt(form.address))
      await page.goto(`${form.address}/try`)
      return act(page, context)
    },
    { levels: ['error'], but: /status of 422/ },
  )

const kept = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(Object.entries({ ...localStorage }).filter(([key]) => key.startsWith('typed '))),
  )

describe('what is typed and not saved', () => {
  test('is offered when the form is opened again, and comes back with the revision it began at', () =>
    atForm({}, async page => {
      expect(await page.locator('keep-typing').isVisible()).toBe(false)
      await page.fill('#title', 'Another title')
      await page.fill('#note', 'More words')
      await page.fill('#word', 'a secret')
      Object.assign(form.saved, { revision: '15' })
      await page.goto(`${form.address}/try`)
      expect(await page.inputValue('#title')).toBe('A title')
      expect(await page.locator('keep-typing').innerText()).toMatch(
        /^You typed something here on \d+ \w+ \d{4} at \d\d:\d\d that was not saved. What is shown below has been changed since.\n\nBring it back\nThrow it away$/,
      )
      expect(JSON.stringify(await kept(page))).not.toContain('secret')
      await page.click('text=Bring it back')
      expect(await page.inputValue('#title')).toBe('Another title')
      expect(await page.inputValue('#note')).toBe('More words')
      expect(await page.inputValue('[name=revision]')).toBe('12')
      expect(await page.locator('keep-typing').isVisible()).toBe(false)
      // Not saved even now: it is still there.
      await page.reload()
      expect(await page.locator('keep-typing').isVisible()).toBe(true)
    }))

  test('is forgotten once it is saved', () =>
    atForm({}, async (page, context) => {
      await page.fill('#title', 'A better title')
      await page.click('text=Save')
      await page.waitForURL('**/try')
      expect(form.saved.title).toBe('A better title')
      expect(await page.locator('keep-typing').isVisible()).toBe(false)
      expect(await kept(page)).toEqual({})
      expect((await context.cookies()).map(({ name }) => name)).not.toContain('saved')
    }))

  test('stays when the form is refused', () =>
    atForm({}, async page => {
      await page.fill('#note', 'A long text')
      await page.fill('#title', '')
      await page.click('text=Save')
      await page.waitForLoadState()
      expect(await page.inputValue('#note')).toBe('A long text')
      await page.goto(`${form.address}/try`)
      await page.click('text=Bring it back')
      expect(await page.inputValue('#note')).toBe('A long text')
    }))

  test('is thrown away when somebody says so, and what was typed over comes next', () =>
    atForm({}, async page => {
      await page.fill('#title', 'First')
      await page.goto(`${form.address}/try`)
      await page.fill('#title', 'Second')
      await page.click('text=Bring it back')
      expect(await page.inputValue('#title')).toBe('First')
      await page.click('text=Bring it back')
      expect(await page.inputValue('#title')).toBe('Second')
      await page.click('text=Throw it away')
      expect(await page.locator('keep-typing').isVisible()).toBe(false)
      await page.fill('#title', 'A title')
      await page.locator('#title').dispatchEvent('change')
      expect(await kept(page)).toEqual({})
    }))

  test('is offered to nobody else, and not after a month', () =>
    atForm({}, async page => {
      await page.fill('#title', 'Mine')
      await page.locator('#title').dispatchEvent('change')
      const [[name, typed]] = Object.entries(await kept(page)) as [[string, string]]
      expect(name).toBe(`typed ${ada.curator.id} entry 1`)
      await page.evaluate(
        ([name, typed]) => {
          localStorage.setItem('typed somebody-else entry 1', typed)
          const old = JSON.parse(typed)
          old[0].at -= 31 * 86_400_000
          localStorage.setItem(name, JSON.stringify(old))
        },
        [name, typed] as const,
      )
      // The page that is left keeps what stands in it.
      await page.evaluate(() => document.querySelector<HTMLFormElement>('form:has(#title)')!.reset())
      await page.evaluate(
        ([name, typed]) => {
          const old = JSON.parse(typed)
          old[0].at -= 31 * 86_400_000
          localStorage.setItem(name, JSON.stringify(old))
        },
        [name, typed] as const,
      )
      await page.goto('about:blank')
      await page.goto(`${form.address}/try`)
      expect(await page.locator('keep-typing').isVisible()).toBe(false)
    }))

  test('is warned of where the browser keeps nothing', () =>
    atForm({}, async page => {
      await page.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('', 'QuotaExceededError')
        }
      })
      await page.fill('#title', 'Typed for nothing')
      const asked = page.waitForEvent('dialog')
      const leaving = page.close({ runBeforeUnload: true })
      const dialog = await asked
      expect(dialog.type()).toBe('beforeunload')
      await dialog.accept()
      await leaving
    }))
})

describe('a text in Markdown', () => {
  test('is marked by buttons and keys, and shown as readers will see it', () =>
    atForm({}, async page => {
      await page.fill('#note', 'a word and more')
      await page.locator('#note').evaluate((text: HTMLTextAreaElement) => text.setSelectionRange(2, 6))
      await page.keyboard.press('Control+b')
      expect(await page.inputValue('#note')).toBe('a **word** and more')
      await page.keyboard.press('Control+b')
      expect(await page.inputValue('#note')).toBe('a word and more')
      await page.click('[data-mark=italic]')
      await page.click('[data-mark=list]')
      expect(await page.inputValue('#note')).toBe('- a *word* and more')
      await page.keyboard.press('Control+z')
      expect(await page.inputValue('#note')).toBe('a *word* and more')
      await page.click('[data-act=preview]')
      const preview = page.locator('section.preview')
      await preview.locator('em').waitFor()
      expect(await preview.innerHTML()).toBe('<p>a <em>word</em> and more</p>\n')
      await page.fill('#note', 'it **follows** <script>alert(1)</script>')
      await preview.locator('strong').waitFor()
      expect(await preview.innerHTML()).toBe('<p>it <strong>follows</strong> </p>\n')
    }))

  test('takes a picture from a phone, asks what it shows, and leaves the place behind', () =>
    atForm({}, async page => {
      const chosen = page.waitForEvent('filechooser')
      await page.fill('#note', 'Before')
      await page.click('[data-act=picture]')
      const file = { name: 'IMG 1.jpg', mimeType: 'image/jpeg', buffer: await asTakenByPhone(1200, 900) }
      await (await chosen).setFiles(file)
      await page.getByLabel('What does the picture show?').fill('A march [in Berlin]')
      await page.click('text=Put it in')
      await page.waitForFunction(() => document.querySelector('textarea')!.value.includes('webp'))
      const text = await page.inputValue('#note')
      expect(text).toMatch(
        /^Before\n\n!\[A march \\\[in Berlin\\\]\]\(\/pictures\/[0-9a-f-]{36}\.webp#900x1200\)\n\n$/,
      )
      await page.click('[data-act=preview]')
      const shown = page.locator('section.preview img')
      await shown.waitFor()
      expect(await shown.getAttribute('alt')).toBe('A march [in Berlin]')
      await page.waitForFunction(
        () => document.querySelector<HTMLImageElement>('section.preview img')!.naturalWidth > 0,
      )
    }))

  test('says in words why a picture was refused, and loses nothing', () =>
    atForm({}, async page => {
      const chosen = page.waitForEvent('filechooser')
      await page.fill('#note', 'Before')
      await page.click('[data-act=picture]')
      await (await chosen).setFiles({
        name: 'a.png',
        mimeType: 'image/png',
        buffer: Buffer.from('<svg></svg>'),
      })
      const failure = page.locator('[data-part=failure]')
      await failure.waitFor()
      expect(await failure.innerText()).toContain('This is no picture that can be read here.')
      expect(await page.inputValue('#note')).toBe('Before')
    }))

  test('is previewed and given pictures without script, beside the form', () =>
    atForm({ javaScriptEnabled: false }, async (page, context) => {
      await page.fill('#note', 'Some **bold** words')
      const opened = context.waitForEvent('page')
      await page.click('text=Preview (in a new tab)')
      const preview = await opened
      await preview.waitForLoadState()
      expect(await preview.locator('.told').innerHTML()).toContain('<p>Some <strong>bold</strong> words</p>')
      expect(await page.inputValue('#note')).toBe('Some **bold** words')

      const other = context.waitForEvent('page')
      await page.click('text=Add a picture (in a new tab)')
      const adding = await other
      await adding.setInputFiles('#picture', {
        name: 'x.jpg',
        mimeType: 'image/jpeg',
        buffer: await asTakenByPhone(400, 300),
      })
      await adding.fill('#alt', 'A tree')
      await adding.click('button.act.strong')
      expect(await adding.inputValue('#markdown')).toMatch(
        /^!\[A tree\]\(\/pictures\/[0-9a-f-]{36}\.webp#300x400\)$/,
      )
    }))

  test.each([
    ['a phone', { viewport: { width: 390, height: 844 } }],
    ['a desk in the dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }],
  ])('is open to all on %s', (_, options) =>
    atForm(options, async page => {
      await page.fill('#title', 'Typed')
      await page.goto(`${form.address}/try`)
      await page.click('[data-act=preview]')
      await page.locator('section.preview strong').waitFor()
      expect(await faultsOf(page)).toEqual([])
      expect(await isTooWide(page)).toBe(false)
    }),
  )
})
