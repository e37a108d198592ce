import { once } from 'node:events'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'

/** The same words as a page that could not be plainer: no style, no script, one paragraph a line. */
export async function serveStatic(
  browser: Browser,
  address: string,
): Promise<{ url: string; close: () => void }> {
  const context = await browser.newContext({ javaScriptEnabled: true, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(address)
  const lines = (await page.evaluate(wordsShown)).split('\n').filter(line => line.trim())
  await context.close()
  const body = gzipSync(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Words</title><h1>${escaped(lines[0]!)}</h1>${lines
      .slice(1)
      .map(line => `<p>${escaped(line)}</p>`)
      .join('')}</html>`,
  )
  const server = createServer((_, answer) => {
    answer
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
      .end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const told = server.address()
  const port = typeof told === 'object' && told ? told.port : 0
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

/** All words of a page: a browser leaves out those of rows it has not drawn yet, and of what is folded. */
function wordsShown(): string {
  const whole = new CSSStyleSheet()
  whole.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets.push(whole)
  for (const folded of document.querySelectorAll('details')) folded.open = true
  return document.body.innerText
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
