import { Hono } from 'hono'
import { fieldsOf, refuseLongForms } from '../middleware/forms.ts'
import { peerOf } from '../middleware/pace.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'

/**
 * Where other sites tell that they link here (https://www.w3.org/TR/webmention/). They are programs of anybody: no cookie
 * counts here, so forms of other sites are what it is for. It answers in English, which is what such programs log.
 */
export function mentionsRoom({ store, config, now }: Parts): Hono<Env> {
  const room = new Hono<Env>()
  if (!config.webmention || store.isReadOnly) return room
  const answer = (c: Visit, status: 202 | 400 | 405 | 429, says: string, more: Record<string, string> = {}) =>
    c.text(`${says}\n`, status, { 'cache-control': 'no-store', ...more })

  room.post(paths.webmention(), refuseLongForms, async c => {
    const { source = '', target = '' } = await fieldsOf(c).catch(() => ({}) as Record<string, string>)
    const [{ takeMention }, { fromKeyOf, secretOfTakingPart }] = await Promise.all([
      import('../../services/mentions/take-mention.ts'),
      import('../../services/taking-part/keys.ts'),
    ])
    const peer = peerOf(c)
    const fromKey = peer === null ? null : fromKeyOf(await secretOfTakingPart(store.db), peer)
    const refusal = await takeMention(
      store,
      { source, target, fromKey },
      { baseUrl: config.baseUrl, at: now() },
    )
    if (refusal === null)
      return answer(c, 202, 'Taken. The page will be read, and a person decides whether it is shown.')
    if ('refused' in refusal) return answer(c, 400, reasons[refusal.refused])
    return answer(c, 429, 'Too much at once. Come again later.', { 'retry-after': String(refusal.seconds) })
  })
  room.get(paths.webmention(), c =>
    answer(c, 405, 'Webmentions are sent here by POST: source and target.', { allow: 'POST' }),
  )
  return room
}

const reasons = {
  source: 'The source is not the address of a page of another site.',
  target: 'The target is not a page of this site that takes webmentions.',
  closed: 'Nothing more is taken for this page.',
  same: 'Source and target are the same.',
}
