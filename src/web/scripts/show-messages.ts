// Messages that the site sends to this browser, as `outlet/notice/write-push.ts` writes them.

type Message = {
  title: string
  body: string
  url: string | null
  tag: string
  lang: string
  dir: 'ltr' | 'rtl'
}
type Told = Event & {
  data: { json(): unknown } | null
  notification: { close(): void; data: unknown }
  waitUntil(done: Promise<unknown>): void
}
type Window = { url: string; focus(): Promise<unknown> }
type Scope = {
  addEventListener(type: 'push' | 'notificationclick', act: (event: Told) => void): void
  registration: { showNotification(title: string, options: object): Promise<void> }
  clients: { matchAll(asked: object): Promise<Window[]>; openWindow(url: string): Promise<unknown> }
}

/** Shows each message, and leads to its page when it is touched. */
export function showMessages(): void {
  const scope = self as unknown as Scope
  scope.addEventListener('push', event => {
    if (!event.data) return
    const { title, body, url, tag, lang, dir } = event.data.json() as Message
    const icon = '/assets/icon-192.png'
    event.waitUntil(scope.registration.showNotification(title, { body, tag, lang, dir, icon, data: url }))
  })
  scope.addEventListener('notificationclick', event => {
    event.notification.close()
    const url = String(event.notification.data ?? '/')
    // Nothing but a page of this site is opened.
    const own = new URL(url, location.origin)
    event.waitUntil(open(own.origin === location.origin ? own.href : '/'))
  })

  async function open(url: string): Promise<void> {
    const windows = await scope.clients.matchAll({ type: 'window' })
    const there = windows.find(each => each.url === url)
    await (there ? there.focus() : scope.clients.openWindow(url))
  }
}
