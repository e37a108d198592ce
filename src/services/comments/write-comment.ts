import { createHash } from 'node:crypto'
import type { CommentedOn, CommentState } from '../../domain/comment.ts'
import type { Participant } from '../../domain/participant.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Proof } from '../../domain/taking-part/verdict.ts'
import { touchBlog } from '../../storage/blog.ts'
import { findCommented } from '../../storage/commented.ts'
import { findFace } from '../../storage/faces.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { findComment, insertComment } from '../../storage/written-comments.ts'
import { askByMail, type LetterOf } from '../notices/subscribe.ts'
import { queueAsking } from '../taking-part/ask-service.ts'
import { mailKeyOf, secretOfTakingPart } from '../taking-part/keys.ts'
import { weigh } from '../taking-part/weigh.ts'

/** What somebody says. All words have been looked at (`faultsOfComment`); a moment is epoch milliseconds. */
export type Said = {
  /** Of the form: what comes by one form with the same words is written once. A UUIDv7. */
  form: string
  on: CommentedOn
  /** The comment that this one answers. */
  parentId: string | null
  participant: Participant
  /** Of a guest as they typed it. */
  name: string
  url: string | null
  /** Never shown. Of a guest it tells whether two are the same. */
  mail: string | null
  text: string
  /** BCP 47. */
  language: string | null
  /** Hash of what lets a guest change it for a while. */
  editKey: string | null
  fromKey: string | null
  /** The network a service outside is told of; undefined: nobody outside is asked. */
  serviceFrom?: string | null | undefined
  proof: Proof
  /** What they want to be told by mail, once they have confirmed it. */
  asks: { answers: boolean; all: boolean; zone: string; language: string; write: LetterOf } | null
  at: number
}

/**
 * Says something below a thing, or in answer to what stands there. What becomes of it is weighed here; nothing is refused
 * for what it looks like.
 *
 * @returns null where readers see nothing to say it below
 * @throws Refusal where nothing (more) is to be said
 */
export async function writeComment(
  store: Store,
  said: Said,
): Promise<{ id: string; state: CommentState; isNew: boolean } | null> {
  const id = idOf(said)
  return store.db.transaction().execute(async db => {
    const known = await findComment(db, id)
    if (known) return { id, state: known.state, isNew: false }
    const commented = await findCommented(db, said.on)
    if (!commented || commented.commenting === 'hidden') return null
    if (commented.commenting === 'closed')
      throw new Refusal('comments-closed', {}, 'Nothing more can be said here.')
    if (said.parentId !== null && !(await isOpenToAnswers(db, said.parentId, said.on)))
      throw new Refusal('comment-answered-gone', {}, 'What this answers is not there any more.')
    const { participant, text, language, fromKey, proof, at } = said
    const isGuest = participant.kind === 'guest'
    const mail = isGuest ? said.mail : null
    const mailKey = mail === null ? null : mailKeyOf(await secretOfTakingPart(db), mail)
    const name = isGuest ? said.name : participant.name
    const url = isGuest ? said.url : participant.kind === 'visitor' ? participant.url : null
    const { state, evidence } = await weigh(db, {
      what: 'comment',
      participant,
      name,
      mailKey,
      editKey: isGuest ? said.editKey : null,
      fromKey,
      url,
      text,
      language,
      seriesId: commented.seriesId,
      at,
      proof,
    })
    const isNew = await insertComment(db, {
      id,
      on: said.on,
      parentId: said.parentId,
      state,
      name,
      url,
      accountId: participant.kind === 'curator' ? participant.id : null,
      visitorId: participant.kind === 'visitor' ? participant.id : null,
      mail,
      mailKey,
      fromKey,
      editKey: isGuest ? said.editKey : null,
      text,
      language,
      evidence,
      pictureId: await pictureOf(db, participant, mailKey),
      at,
    })
    // The same form came twice at the same moment: the other was written.
    if (!isNew) return { id, state: (await findComment(db, id))?.state ?? state, isNew }
    await askToBeTold(db, id, said, state)
    if (said.serviceFrom !== undefined && participant.kind !== 'curator' && state !== 'spam')
      await queueAsking(db, { what: 'comment', id }, said.serviceFrom, at)
    if (state === 'approved') await touchBlog(db)
    return { id, state, isNew: true }
  })
}

async function pictureOf(db: Db, participant: Participant, mailKey: string | null): Promise<string | null> {
  if (participant.kind === 'visitor') return participant.picture
  return participant.kind === 'guest' && mailKey !== null ? findFace(db, { mailKey }) : null
}

/** Whoever sends what is taken for spam has no mails sent by it either. */
async function askToBeTold(
  db: Db,
  id: string,
  { on, mail, asks, at }: Said,
  state: CommentState,
): Promise<void> {
  if (!asks || mail === null || state === 'spam') return
  const target = 'editionId' in on ? on.editionId : 'entryId' in on ? on.entryId : on.writingId
  const wishes = [
    ...(asks.answers ? [{ what: 'answers' as const, target: id, wants: [] }] : []),
    ...(asks.all ? [{ what: 'comments' as const, target, wants: [] }] : []),
  ]
  if (wishes.length === 0) return
  const { language, zone, write } = asks
  await askByMail(db, { wishes, address: mail, language, zone, at }, write)
}

async function isOpenToAnswers(db: Db, parentId: string, on: CommentedOn): Promise<boolean> {
  const parent = await findComment(db, parentId)
  return parent?.state === 'approved' && JSON.stringify(parent.on) === JSON.stringify(on)
}

/**
 * The same form with the same words is the same comment; with others – somebody went back and went on writing – it is
 * another one.
 */
function idOf({ form, on, parentId, participant, name, mail, text }: Said): string {
  const who = participant.kind === 'guest' ? [name, mail] : [participant.kind, participant.id]
  const hash = createHash('sha256')
    .update(JSON.stringify([form, on, parentId, who, text]))
    .digest('hex')
  const variant = ((Number.parseInt(hash[3]!, 16) & 3) | 8).toString(16)
  return `${form.slice(0, 13)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`
}
