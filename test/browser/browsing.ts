import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished } from 'vitest'
import { listenWith, type TestSite } from '../site.ts'
import { openBrowser } from './browser.ts'

/** What the tests of a file share, from before the first of them: until then nothing of it is there. */
export type Browsing = { browser: Browser; site: TestSite; address: string }

/** A browser for the tests of a file, closed after the last of them. @param our where it is put */
export function inBrowser<Our extends Pick<Browsing, 'browser'>>(our = {} as Our): Our {
  beforeAll(async () => {
    our.browser = await openBrowser()
  })
  afterAll(() => our.browser?.close())
  return our
}

/**
 * A browser, and a site with the address at which it listens; all of it is closed after the last test.
 * @param open opens the site and fills it: once, or with `anew` before each test
 */
export function browsing(open: () => Promise<TestSite>, { anew = false } = {}): Browsing {
  let server: Awaited<ReturnType<typeof listenWith>> | undefined
  const our = {} as Browsing
  const before = anew ? beforeEach : beforeAll
  const after = anew ? afterEach : afterAll
  before(async () => {
    our.site = await open()
    server = await listenWith(our.site)
    our.address = server.address
  })
  after(async () => {
    await server?.close()
    await our.site?.close()
  })
  // It comes last and goes first: a page that listens to its site would hold that open.
  return inBrowser(our)
}

/** Lets a site listen until the test is over, and closes it then with all that is open in the browser. @returns its address */
export async function listenInTest(site: TestSite, port?: number): Promise<string> {
  const server = await listenWith(site, port)
  onTestFinished(async () => {
    await (await openBrowser()).close()
    await server.close()
    await site.close()
  })
  return server.address
}

/** What of that which a browser complains of is let pass. */
type Forgiving = {
  /** Which messages of the console count: unless told, its errors and warnings. */
  levels?: string[]
  /** What may be said there all the same. */
  but?: RegExp
}

/** What is said in the console of all pages of a context from now on, and which of their scripts fail. */
export function complaintsOf(
  context: BrowserContext,
  { levels = ['error', 'warning'], but }: Forgiving = {},
): string[] {
  const complaints: string[] = []
  context.on('console', message => {
    if (levels.includes(message.type()) && !but?.test(message.text()))
      complaints.push(`${message.text()} (${message.location().url})`)
  })
  context.on('weberror', error => complaints.push(error.error().message))
  return complaints
}

/** Acts on a page in a context of its own, which is closed then; what the browser complains of is a failure. */
export async function onPage<T>(
  browser: Browser,
  options: BrowserContextOptions,
  act: (page: Page, context: BrowserContext) => Promise<T>,
  forgiving?: Forgiving,
): Promise<T> {
  const context = await browser.newContext({ locale: 'en-GB', ...options })
  const complaints = complaintsOf(context, forgiving)
  try {
    const found = await act(await context.newPage(), context)
    expect(complaints, 'complaints of the browser').toEqual([])
    return found
  } finally {
    await context.close()
  }
}
