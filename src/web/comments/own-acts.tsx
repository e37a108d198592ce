import { Refusal } from '../../domain/refusal.ts'
import { deleteOwnComment } from '../../services/comments/delete-own-comment.ts'
import { editComment } from '../../services/comments/edit-comment.ts'
import { takePace } from '../../services/taking-part/take-pace.ts'
import { type Commented, findCommented } from '../../storage/commented.ts'
import { findComment, isOwn, type KeptComment } from '../../storage/written-comments.ts'
import { fieldsOf } from '../middleware/forms.ts'
import { participantOf } from '../middleware/participant.ts'
import { fromKeyOfVisit, openForm, readProof, serviceFromOf } from '../middleware/proof.ts'
import { paths } from '../paths.ts'
import { pathOfComment, pathOfCommented } from '../said-below.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { languages } from '../words.ts'
import { ownerOf } from './comment-key.ts'
import { OwnPage, TakenBackPage } from './own-page.tsx'
import { readTyped, settleTyped, type TypedComment, type WrongComment } from './typed-comment.ts'

/** The address of a comment leads to where it stands now; while it waits, its writer to what they see of it. */
export async function leadTo(c: Visit, parts: Parts): Promise<Response | null> {
  const { db } = parts.store
  const comment = await findComment(db, c.req.param('id') ?? '')
  const commented = comment && (await findCommented(db, comment.on))
  if (!comment || !commented || commented.commenting === 'hidden') return null
  const { link } = showingOf(readerOf(c, parts), commented.zone)
  c.header('cache-control', 'no-store')
  if (comment.state === 'approved' || comment.isTakenBack)
    return c.redirect(link(await pathOfComment(db, commented, comment)), 302)
  if (!isOwn(comment, await ownerOf(c, parts.config))) return null
  return c.redirect(link(paths.editComment(comment.id)), 302)
}

export async function showOwn(c: Visit, parts: Parts): Promise<Response | null> {
  const own = await findOwn(c, parts)
  return own && showPage(c, parts, own)
}

export async function takeEdit(c: Visit, parts: Parts): Promise<Response | null> {
  const own = await findOwn(c, parts)
  if (!own) return null
  const { comment, commented } = own
  const form = await fieldsOf(c)
  const showing = showingOf(readerOf(c, parts), commented.zone)
  const typed = readTyped(form, comment.language ?? languages[showing.language].tag)
  // Whoever they are, it is known: only the words are asked.
  const { wrong } = settleTyped(typed, { isGuest: false })
  if (wrong.text) return showPage(c, parts, own, { typed, wrong }, 422)
  if (form.look) return showPage(c, parts, own, { typed, looks: true })
  const fromKey = await fromKeyOfVisit(c, parts)
  const who = { participant: await participantOf(c), mailKey: comment.mailKey, fromKey }
  const wait = await takePace(parts.store, { what: 'comment', ...who }, parts.now())
  if (wait !== null) {
    c.header('retry-after', String(wait))
    const refused = showing.say('pace.wait.write', { seconds: wait })
    return showPage(c, parts, own, { typed, refused }, 429)
  }
  try {
    const state = await editComment(parts.store, comment.id, {
      by: await ownerOf(c, parts.config),
      text: typed.text,
      language: typed.language,
      fromKey,
      serviceFrom: serviceFromOf(c, parts),
      proof: await readProof(parts, form),
      at: parts.now(),
    })
    return state && c.redirect(showing.link(paths.editComment(comment.id)), 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return showPage(c, parts, own, { typed, refused: sayRefusal(showing.say, error) }, 422)
  }
}

export async function takeBack(c: Visit, parts: Parts): Promise<Response | null> {
  const own = await findOwn(c, parts)
  if (
    !own ||
    !(await deleteOwnComment(parts.store, own.comment.id, await ownerOf(c, parts.config), parts.now()))
  )
    return null
  const showing = showingOf(readerOf(c, parts), own.commented.zone)
  const page = (
    <TakenBackPage commented={own.commented} id={own.comment.id} showing={showing} assets={parts.assets} />
  )
  return sendOnce(c, parts, page)
}

type Own = { comment: KeptComment; commented: Commented }

/** Null where there is none, or it is somebody else's: nobody learns which. */
async function findOwn(c: Visit, { store, config }: Parts): Promise<Own | null> {
  const comment = await findComment(store.db, c.req.param('id') ?? '')
  if (!comment || comment.state === 'removed' || !isOwn(comment, await ownerOf(c, config))) return null
  const commented = await findCommented(store.db, comment.on)
  return commented && { comment, commented }
}

async function showPage(
  c: Visit,
  parts: Parts,
  { comment, commented }: Own,
  told: { typed?: TypedComment; wrong?: WrongComment; refused?: string; looks?: boolean } = {},
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const isShown = comment.state === 'approved' && commented.commenting !== 'hidden'
  const page = (
    <OwnPage
      comment={comment}
      commented={commented}
      place={isShown ? await pathOfComment(parts.store.db, commented, comment) : pathOfCommented(commented)}
      opened={await openForm(parts)}
      showing={showingOf(readerOf(c, parts), commented.zone)}
      assets={parts.assets}
      {...told}
    />
  )
  return sendOnce(c, parts, page, status)
}
