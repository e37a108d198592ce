import { Hono } from 'hono'
import { type Content, clean } from '../../domain/content.ts'
import { mayPublish } from '../../domain/curator.ts'
import { foldName } from '../../domain/fold-name.ts'
import { Refusal } from '../../domain/refusal.ts'
import { readText } from '../../intake/read-text.ts'
import { addSessions } from '../../services/add-sessions.ts'
import { type EntryRow, readEntries } from '../../storage/entries.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { refuseLongTexts, refuseOtherSites, tellSaved } from '../middleware/forms.ts'
import { type OwnEntry, ownEntry } from '../middleware/own-entry.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import type { Key, Values } from '../words.ts'
import { readSessions } from './read-sessions.ts'
import { SessionsPage } from './sessions-page.tsx'

/** In characters: a programme of a day is a few thousand. */
const longestText = 150_000

/** Sessions of an event from what is pasted: first shown as they were read, then added all at once. */
export function sessionsRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()

  room.get('/desk/entries/:id/sessions', curating(parts), async c => {
    const own = await ownEvent(c)
    return own instanceof Response ? own : show(c, own, '')
  })

  room.post(
    '/desk/entries/:id/sessions',
    refuseOtherSites(config),
    curating(parts),
    refuseLongTexts,
    async c => {
      const own = await ownEvent(c)
      if (own instanceof Response) return own
      const form = await c.req.formData()
      const text = await textOf(form)
      if (text === '') return show(c, own, text, { key: 'session.empty' })
      if (text.length > longestText)
        return show(c, own, text, { key: 'form.wrong.long', values: { most: longestText } })
      if (form.get('do') !== 'add') return show(c, own, text)
      const { contents } = await readSessions(text, own.row.entry, own.edition)
      const chosen = contents.filter((_, at) => form.has(`use.${at}`))
      return chosen.length === 0 ? show(c, own, text, { key: 'session.none-taken' }) : add(c, own, chosen)
    },
  )
  return room

  /** A session has none of its own, and what is no event has none. */
  async function ownEvent(c: Visit): Promise<OwnEntry | Response> {
    const own = await ownEntry(c, parts, c.req.param('id') ?? '')
    if (own instanceof Response) return own
    if (own.row.parentId !== null || own.row.entry.kind !== 'event') return onMissing(c, parts)
    const mayEdit = own.row.entry.state === 'draft' || mayPublish(own.curator, own.series.id)
    return mayEdit ? own : refuse(c, parts)
  }

  async function add(c: Visit, own: OwnEntry, contents: Content[]): Promise<Response> {
    const { row, edition, series, curator } = own
    const where = { id: row.entry.id, editionId: edition.id }
    try {
      const { revision, ids } = await addSessions(store, where, contents, {
        by: curator.name,
        at: now(),
        onlyDrafts: !mayPublish(curator, series.id),
      })
      tellSaved(c, config, `sessions ${row.entry.id}`)
      const to = `${paths.deskEntry(row.entry.id)}#sessions`
      return goDone(c, config, to, { act: 'sessions', count: ids.length, undo: revision })
    } catch (error) {
      if (error instanceof Refusal) return refuse(c, parts)
      throw error
    }
  }

  async function show(
    c: Visit,
    own: OwnEntry,
    text: string,
    wrong: { key: Key; values?: Values } | null = null,
  ): Promise<Response> {
    const { row, edition } = own
    const at = await atDesk(c, parts, edition.homeZone, paths.deskSessions(row.entry.id))
    const isRead = text !== '' && text.length <= longestText
    const read = isRead ? await readSessions(text, row.entry, edition) : null
    const known = await readEntries(store.db, { sessionsOf: row.entry.id })
    const isThere = read?.contents.map(content => known.some(session => isSame(session, content))) ?? []
    const page = (
      <SessionsPage at={at} own={own} text={text} read={read && { ...read, isThere }} wrong={wrong} />
    )
    return sendOnce(c, parts, page, wrong ? 422 : 200)
  }
}

function isSame({ entry }: EntryRow, { title, time }: Content): boolean {
  return (
    entry.state !== 'withdrawn' &&
    entry.time.start === time.start &&
    foldName(entry.title) === foldName(title)
  )
}

/** A file stands in the place of what was pasted; its text is shown, so that it can be put right. */
async function textOf(form: FormData): Promise<string> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0)
    return clean(readText(new Uint8Array(await file.arrayBuffer())).text.replace(/\r\n?/g, '\n'))
  const text = form.get('text')
  return typeof text === 'string' ? clean(text.replace(/\r\n?/g, '\n')) : ''
}
