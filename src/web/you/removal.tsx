import type { FC } from 'hono/jsx'
import { subscriberOfVisitor } from '../../services/visitors/own-key.ts'
import { removeVisitor } from '../../services/visitors/remove-visitor.ts'
import { fieldsOf } from '../middleware/forms.ts'
import { ownVisitor } from '../middleware/participant.ts'
import { dropVisitor } from '../middleware/visitor-cookie.ts'
import { wayToken } from '../middleware/way-cookie.ts'
import { paths } from '../paths.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { Frame, type Framed } from './frame.tsx'
import { readSaid } from './own-data.ts'

/** Tells what is removed, before it is. */
export async function askRemoval(c: Visit, parts: Parts): Promise<Response> {
  const { store, assets } = parts
  const visitor = await ownVisitor(c)
  if (!visitor) return c.redirect(paths.you(), 303)
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const said = await readSaid(store, visitor, 10_000)
  const counts = { comments: said.comments.length, suggestions: said.suggestions.length }
  const told = await subscriberOfVisitor(store.db, visitor)
  const page = <RemovalPage {...{ showing, assets, counts }} mail={told?.address ?? null} />
  return sendOnce(c, parts, page)
}

export async function remove(c: Visit, parts: Parts): Promise<Response> {
  const { store, assets, config, now } = parts
  const visitor = await ownVisitor(c)
  if (!visitor) return c.redirect(paths.you(), 303)
  const { said } = await fieldsOf(c)
  if (said !== 'stays' && said !== 'goes') return askRemoval(c, parts)
  await removeVisitor(store, visitor, {
    keepsWords: said === 'stays',
    at: now(),
    browser: wayToken(c, config),
  })
  dropVisitor(c, config)
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const { say } = showing
  return sendOnce(
    c,
    parts,
    <Frame {...{ showing, assets }} title={say('you.removed.title')}>
      <p>{say('you.removed')}</p>
      <p>
        <a href={showing.link(paths.home())}>{say('missing.home')}</a>
      </p>
    </Frame>,
  )
}

const RemovalPage: FC<
  Framed & { counts: { comments: number; suggestions: number }; mail: string | null }
> = ({ showing, assets, counts, mail }) => {
  const { say, link } = showing
  return (
    <Frame {...{ showing, assets }} title={say('you.removal')}>
      <p>{say('you.removal.lead')}</p>
      {mail === null ? '' : <p>{say('you.removal.mails', { mail: `\u2068${mail}\u2069` })}</p>}
      <form method="post" action={paths.youRemoval()}>
        <p>{say('you.removal.programme')}</p>
        <fieldset>
          <legend>{say('you.removal.how')}</legend>
          {counts.comments + counts.suggestions > 0 ? (
            <p class="hint">{say('you.removal.said', counts)}</p>
          ) : (
            ''
          )}
          <label>
            <input type="radio" name="said" value="stays" required checked /> {say('you.removal.keep')}
          </label>
          <label>
            <input type="radio" name="said" value="goes" required /> {say('you.removal.take')}
          </label>
        </fieldset>
        <button type="submit" class="act strong">
          {say('you.removal.do')}
        </button>{' '}
        <a href={link(paths.you())}>{say('you.back')}</a>
      </form>
    </Frame>
  )
}
