import { Hono } from 'hono'
import { raw } from 'hono/html'
import { atDesk } from '../middleware/at-desk.ts'
import { curating } from '../middleware/curator.ts'
import { refuseLongTexts, refuseOtherSites } from '../middleware/forms.ts'
import { namedFigures } from '../named-figures.ts'
import { paths } from '../paths.ts'
import { type Env, headerOf, type Parts, readerOf } from '../show.ts'
import { siteOf } from '../site-name.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { htmlTold } from '../ui/told-text.ts'

/** How a text will look, while it is being written: the very HTML that readers get. Nothing is stored. */
export function previewRoom(parts: Parts): Hono<Env> {
  const { config } = parts
  const room = new Hono<Env>()

  room.post(paths.preview(), refuseOtherSites(config), curating(parts), refuseLongTexts, async c => {
    const form = await c.req.parseBody()
    const text = form[c.req.query('field') ?? 'text']
    const reader = readerOf(c, parts)
    const shown = showingOf(reader, 'UTC')
    const site = siteOf(config.baseUrl)
    const named = await namedFigures(parts.store, typeof text === 'string' ? [text] : [], { ...reader, site })
    const html =
      typeof text === 'string' ? htmlTold(text, { ...shown, figures: named.figures, isEditor: true }) : ''
    if (headerOf(c, 'accept')?.includes('application/json'))
      return c.json({ html }, 200, { 'cache-control': 'no-store' })
    const at = await atDesk(c, parts, 'UTC', paths.desk())
    const { say } = at.showing
    return sendOnce(
      c,
      parts,
      <DeskPage at={at} title={say('write.preview.title')}>
        <h1>{say('write.preview.title')}</h1>
        <p class="hint">{say('write.preview.back')}</p>
        <div class="told" dir="auto">
          {html ? raw(html) : <p>{say('write.empty')}</p>}
        </div>
      </DeskPage>,
    )
  })
  return room
}
