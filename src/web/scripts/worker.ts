import {
  asSeen,
  filesOf,
  isAway,
  isForEver,
  isOwn,
  type KeptPage,
  languageOf,
  listKept,
  mayKeep,
  mostPages,
} from './kept-pages.ts'
import { showMessages } from './show-messages.ts'

// Keeps the pages that a reader saw last, for when there is no network. What is there is always asked for first.

type Lasting = Event & { waitUntil(done: Promise<unknown>): void }
type Asking = Lasting & { request: Request; respondWith(answer: Promise<Response>): void }
type Worker = {
  addEventListener(type: 'install' | 'activate', act: (event: Lasting) => void): void
  addEventListener(type: 'fetch', act: (event: Asking) => void): void
  skipWaiting(): Promise<void>
  clients: {
    claim(): Promise<void>
    matchAll(asked: { includeUncontrolled: boolean }): Promise<{ url: string }[]>
  }
}

const worker = self as unknown as Worker
showMessages()
const offline = '/offline'
const seenHeader = 'x-seen'
/** What a kept page loads, so that nobody has to read it again to know. */
const filesHeader = 'x-files'
/** What the browser holds a page to, and needs to read it. */
const keptHeaders = [
  'content-type',
  'content-security-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-keep',
]
/** Pages that change something, or are somebody's own, go by untouched. */
const untouched =
  /^\/(?:desk|account|sign-in|sign-out|claim|invitation|zone|language|search|notices|subscriptions)(?:\/|$)/
const stored = { pages: 'daylong-pages', files: 'daylong-files' }

worker.addEventListener('install', event => {
  event.waitUntil(Promise.all([renewOffline(), worker.skipWaiting()]))
})

worker.addEventListener('activate', event => {
  event.waitUntil(Promise.all([worker.clients.claim(), keepOpen()]))
})

worker.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(fileOf(request))
  else if (request.mode === 'navigate' && !untouched.test(pathname)) event.respondWith(pageOf(event))
})

async function pageOf(event: Asking): Promise<Response> {
  const { request } = event
  const path = pathOf(request.url)
  try {
    const answer = await fetch(request)
    if (isAway(answer.status)) return (await keptPage(path)) ?? answer
    if (mayKeep(answer)) event.waitUntil(keep(path, answer.clone()))
    // What was withdrawn is not shown any longer.
    else if (answer.status === 404 || answer.status === 410) event.waitUntil(forget(path))
    return answer
  } catch (failed) {
    const kept = (await keptPage(path)) ?? (await offlinePage(path))
    if (kept) return kept
    throw failed
  }
}

/** What has a print of its content in its name is that content for ever. */
async function fileOf(request: Request): Promise<Response> {
  const files = await caches.open(stored.files)
  const known = await files.match(request, { ignoreVary: true })
  if (!known || isForEver(request.url)) return known ?? fetch(request)
  return fetch(request).catch(() => known)
}

async function keptPage(path: string): Promise<Response | null> {
  const page = await readPage(path)
  return page && respond(asSeen(page.page, ownZone()), page.headers)
}

async function offlinePage(path: string): Promise<Response | null> {
  const page = await readPage(offline)
  return page && respond(listKept(page.page.html, path, await allKept(), ownZone()), page.headers)
}

async function readPage(path: string): Promise<{ page: KeptPage; headers: Headers } | null> {
  const pages = await caches.open(stored.pages)
  const answer = await pages.match(path, { ignoreVary: true })
  if (!answer) return null
  const { headers } = answer
  return { page: { path, html: await answer.text(), seenAt: Number(headers.get(seenHeader)) }, headers }
}

async function allKept(): Promise<KeptPage[]> {
  const pages = await caches.open(stored.pages)
  const paths = (await pages.keys()).map(({ url }) => pathOf(url)).filter(path => path !== offline)
  return (await Promise.all(paths.map(readPage))).flatMap(each => each?.page ?? [])
}

/** Those that are open while the worker begins came before it. */
async function keepOpen(): Promise<void> {
  const open = await worker.clients.matchAll({ includeUncontrolled: true })
  for (const { url } of open) {
    if (untouched.test(new URL(url).pathname)) continue
    const answer = await fetch(url).catch(() => null)
    if (answer && mayKeep(answer)) await keep(pathOf(url), answer)
  }
}

async function keep(path: string, answer: Response): Promise<void> {
  const html = await answer.text()
  await put(path, html, answer.headers)
  const known = await readPage(offline)
  if (!known || languageOf(known.page.html) !== languageOf(html)) await renewOffline()
  await tidy()
}

async function forget(path: string): Promise<void> {
  const pages = await caches.open(stored.pages)
  await pages.delete(path, { ignoreVary: true })
}

async function renewOffline(): Promise<void> {
  const answer = await fetch(offline)
  if (answer.ok) await put(offline, await answer.text(), answer.headers)
}

async function put(path: string, html: string, from: Headers): Promise<void> {
  const headers = new Headers({
    [seenHeader]: String(Date.now()),
    [filesHeader]: filesOf(html).join(' '),
  })
  for (const name of keptHeaders) if (from.has(name)) headers.set(name, from.get(name)!)
  const pages = await caches.open(stored.pages)
  await pages.put(path, new Response(html, { headers }))
}

/** Those that were seen longest ago make room; files that no page loads any more go with them. */
async function tidy(): Promise<void> {
  const pages = await caches.open(stored.pages)
  const all = await Promise.all(
    (await pages.keys()).map(async ({ url }) => {
      const headers = (await pages.match(url, { ignoreVary: true }))?.headers
      return {
        path: pathOf(url),
        seenAt: Number(headers?.get(seenHeader)),
        files: headers?.get(filesHeader)?.split(' ') ?? [],
        stays: headers !== undefined && isOwn(headers),
      }
    }),
  )
  const seen = all
    .filter(({ path, stays }) => path !== offline && !stays)
    .sort((one, other) => other.seenAt - one.seenAt)
  const gone = new Set(seen.slice(mostPages))
  await Promise.all([...gone].map(({ path }) => pages.delete(path, { ignoreVary: true })))
  await keepFiles(new Set(all.filter(page => !gone.has(page)).flatMap(page => page.files)))
}

async function keepFiles(wanted: Set<string>): Promise<void> {
  const files = await caches.open(stored.files)
  const there = new Set<string>()
  for (const request of await files.keys()) {
    const path = pathOf(request.url)
    if (wanted.has(path)) there.add(path)
    else await files.delete(request, { ignoreVary: true })
  }
  for (const path of wanted) {
    if (there.has(path)) continue
    const answer = await fetch(path).catch(() => null)
    if (answer?.ok) await files.put(path, answer)
  }
}

function respond(html: string, headers: Headers): Response {
  return new Response(html, { headers })
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
