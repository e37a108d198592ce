import { serve as listen } from '@hono/node-server'
import { Hono } from 'hono'
import { loadAssets } from '../src/web/assets.ts'
import { refuseOtherSites, tellSaved } from '../src/web/middleware/forms.ts'
import { type Parts, readerOf, type Visit } from '../src/web/show.ts'
import { KeepTyping } from '../src/web/ui/keep-typing.tsx'
import { MarkdownField } from '../src/web/ui/markdown-field.tsx'
import { Page } from '../src/web/ui/page.tsx'
import { sendOnce } from '../src/web/ui/send.tsx'
import { showingOf } from '../src/web/ui/showing.ts'
import type { SignedIn } from './signed-in.ts'
import type { TestSite } from './site.ts'

/** A form as the desk's forms are, beside the real site: what it saves is `saved`. */
export async function listenWithForm(site: TestSite, { curator }: SignedIn) {
  const saved = { title: 'A title', note: 'What **was** here.', revision: '12' }
  const parts = { config: { baseUrl: '' }, assets: loadAssets(), now: () => site.clock.now } as Parts
  const app = new Hono<{ Bindings: object; Variables: object }>()

  app.get('/try', c => show(c as unknown as Visit, saved))
  app.post('/try', refuseOtherSites(parts.config), async c => {
    const form = (await c.req.parseBody()) as Record<string, string>
    if (!form.title) return show(c as unknown as Visit, { ...saved, ...form }, 422)
    Object.assign(saved, { title: form.title, note: form.note })
    tellSaved(c, parts.config, 'entry 1')
    return c.redirect('/try', 303)
  })
  app.all('*', c => site.app.fetch(c.req.raw, c.env))

  const server = await new Promise<{ port: number; close: () => void }>(resolve => {
    const opened = listen({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ port, close: () => opened.close() }),
    )
  })
  return { saved, address: `http://127.0.0.1:${server.port}`, close: server.close }

  function show(c: Visit, fields: typeof saved, status: 200 | 422 = 200): Promise<Response> {
    const showing = showingOf(readerOf(c, parts), 'UTC')
    const page = (
      <Page showing={showing} assets={parts.assets} title="Try" canonical={null} here="/try" desk>
        <div class="desk">
          <h1>Try</h1>
          <form method="post" action="/try">
            <KeepTyping
              showing={showing}
              name="entry 1"
              who={curator.id}
              revision={Number(fields.revision)}
            />
            <input type="hidden" name="revision" value={fields.revision} />
            <div class="field">
              <label for="title">Title</label>
              <input id="title" name="title" value={fields.title} />
            </div>
            <div class="field">
              <label for="word">Password</label>
              <input id="word" name="word" type="password" />
            </div>
            <MarkdownField
              showing={showing}
              name="note"
              label="Note"
              value={fields.note}
              most={5000}
              hint="What readers should know."
            />
            <p class="acts">
              <button class="act strong" type="submit">
                Save
              </button>
            </p>
          </form>
        </div>
      </Page>
    )
    return sendOnce(c, parts, page, status)
  }
}
