import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** axe-core, read once: `@axe-core/playwright` opens a page of its own for each look, and takes five times as long. */
const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds in a page, or in the part of it a selector names: a line for each rule with the places it found.
 * It waits until the page is whole, and has all of it laid out: what is passed over until it is near
 * (`content-visibility: auto`) lies, as axe measures it, over what follows. Neither frames are looked into, which others fill, nor the thousand names of a datalist, which nobody sees.
 */
export async function faultsOf(page: Page, part = 'html'): Promise<string[]> {
  await page.waitForLoadState()
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script)
  const violations = await page.evaluate(async part => {
    const whole = new CSSStyleSheet()
    whole.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets.push(whole)
    const { axe } = window as unknown as {
      axe: { run(context: object, options: RunOptions): Promise<AxeResults> }
    }
    const context = { include: [part], exclude: ['datalist'] }
    const { violations } = await axe.run(context, { resultTypes: ['violations'], iframes: false })
    return violations.map(({ id, nodes }) => ({ id, places: nodes.map(({ html }) => html) }))
  }, part)
  return violations.map(({ id, places }) => `${id}: ${places.map(html => html.slice(0, 200)).join(' | ')}`)
}

/** Whether a page is wider than the window it is seen in, so that one has to move it to read it. */
export function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
}

/** Opens all that is folded, so that it is looked at, too. */
export function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true
  })
}
