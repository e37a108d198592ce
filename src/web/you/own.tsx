import { Refusal } from '../../domain/refusal.ts'
import { endOwnSignIn } from '../../services/visitors/end-sign-ins.ts'
import { renameVisitor } from '../../services/visitors/rename-visitor.ts'
import { signVisitorOut } from '../../services/visitors/sign-out.ts'
import { fieldsOf } from '../middleware/forms.ts'
import { ownVisitor, participantOf } from '../middleware/participant.ts'
import { dropVisitor, visitorToken } from '../middleware/visitor-cookie.ts'
import { ownPath, paths } from '../paths.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { waysOf } from '../ui/ways.ts'
import { keepTyped } from './keep-typed.ts'
import { readSaid } from './own-data.ts'
import { OwnPage } from './own-page.tsx'
import { AgainPage, ownSignIns } from './own-sign-ins.tsx'

/** Who one is here. */
export async function showOwn(
  c: Visit,
  parts: Parts,
  back: string = ownPath(c.req.query('back')) ?? paths.you(),
  typed?: { name: string; wrong: string },
): Promise<Response> {
  const { config, store, assets } = parts
  const visitor = await ownVisitor(c)
  const told = {
    showing: showingOf(readerOf(c, parts), 'UTC'),
    assets,
    who: await participantOf(c),
    visitor,
    said: visitor && (await readSaid(store, visitor)),
    hasMail: config.mail !== null,
    signIns: visitor ? await ownSignIns(c, parts, visitor.id) : [],
    ways: store.isReadOnly ? [] : waysOf(config),
    back,
    typed,
  }
  return sendOnce(c, parts, <OwnPage {...told} />, typed ? 422 : 200)
}

export async function rename(c: Visit, parts: Parts): Promise<Response> {
  const { name = '', back: told } = await fieldsOf(c)
  const back = ownPath(told) ?? paths.you()
  const visitor = await ownVisitor(c)
  if (!visitor) return c.redirect(paths.you(), 303)
  try {
    await renameVisitor(parts.store, visitor.id, name)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { say } = showingOf(readerOf(c, parts), 'UTC')
    return showOwn(c, parts, back, { name, wrong: sayRefusal(say, error) })
  }
  return c.redirect(back, 303)
}

/** On the server first: a cookie that somebody copied opens nothing any more. */
export async function signOut(c: Visit, parts: Parts): Promise<Response> {
  const { config, store } = parts
  const { back, everywhere, ...fields } = await fieldsOf(c)
  const token = visitorToken(c, config)
  if (token !== null && !store.isReadOnly)
    await signVisitorOut(store, token, { isEverywhere: everywhere === 'yes' })
  dropVisitor(c, config)
  const kept = await keepTyped(c, parts, { back: ownPath(back) ?? paths.you(), fields })
  return c.redirect(kept.back, 303)
}

/** Whoever came in long ago shows anew who they are, by what they came in by. */
export async function endSignIn(c: Visit, parts: Parts): Promise<Response> {
  const { config, store, assets, now } = parts
  const { id = '' } = await fieldsOf(c)
  const [token, visitor] = [visitorToken(c, config), await ownVisitor(c)]
  if (token === null || !visitor) return c.redirect(paths.you(), 303)
  if ((await endOwnSignIn(store, { token, id, at: now() })) === 'ended') return c.redirect(paths.you(), 303)
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const ways = waysOf(config).filter(way => way === visitor.provider)
  return sendOnce(c, parts, <AgainPage {...{ showing, assets, ways }} />, 403)
}

/** From a form elsewhere to where one is called otherwise; what was typed there waits. */
export async function change(c: Visit, parts: Parts): Promise<Response> {
  const { back: told, ...fields } = await fieldsOf(c)
  const { back } = await keepTyped(c, parts, { back: ownPath(told) ?? paths.you(), fields })
  const { link } = showingOf(readerOf(c, parts), 'UTC')
  return c.redirect(link(paths.you(back)), 303)
}
