import { html } from 'hono/html'
import type { CommentedOn } from '../../domain/comment.ts'
import type { Participant } from '../../domain/participant.ts'
import { Refusal } from '../../domain/refusal.ts'
import { writeComment } from '../../services/comments/write-comment.ts'
import { readLastOpenDay } from '../../services/taking-part/close-comments.ts'
import { mailKeyOf, secretOfTakingPart } from '../../services/taking-part/keys.ts'
import { takePace } from '../../services/taking-part/take-pace.ts'
import type { Commented } from '../../storage/commented.ts'
import { findCommented } from '../../storage/commented.ts'
import { findComment, type KeptComment } from '../../storage/written-comments.ts'
import { curatorOf } from '../middleware/curator.ts'
import { draftOf } from '../middleware/draft.ts'
import { fieldsOf } from '../middleware/forms.ts'
import { ownVisitor, participantOf } from '../middleware/participant.ts'
import { fromKeyOfVisit, openForm, readProof, serviceFromOf } from '../middleware/proof.ts'
import { paths } from '../paths.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { onceHeaders, sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { asWhom } from '../ui/taking-part-as.tsx'
import { waysOf } from '../ui/ways.ts'
import { languages } from '../words.ts'
import { CommentForm, type FormProps } from './comment-form.tsx'
import { giveKey } from './comment-key.ts'
import { FormPage } from './form-page.tsx'
import {
  emptyComment,
  readTyped,
  settleTyped,
  type TypedComment,
  type WrongComment,
} from './typed-comment.ts'

export async function showNew(c: Visit, parts: Parts): Promise<Response | null> {
  const on = onOf(c.req.query())
  const target = on && (await targetOf(parts, on, null))
  return target && showForm(c, parts, target)
}

export async function showAnswer(c: Visit, parts: Parts): Promise<Response | null> {
  const target = await targetOfAnswer(c, parts)
  return target && showForm(c, parts, target)
}

export async function takeNew(c: Visit, parts: Parts): Promise<Response | null> {
  const form = await fieldsOf(c)
  const on = onOf(form)
  const target = on && (await targetOf(parts, on, null))
  return target && take(c, parts, target, form)
}

export async function takeAnswer(c: Visit, parts: Parts): Promise<Response | null> {
  const form = await fieldsOf(c)
  const target = await targetOfAnswer(c, parts)
  return target && take(c, parts, target, form)
}

/** What something is said below, and which comment it answers. */
type Target = { commented: Commented; parent: KeptComment | null }

async function targetOf(
  { store }: Parts,
  on: CommentedOn,
  parent: KeptComment | null,
): Promise<Target | null> {
  const commented = await findCommented(store.db, on)
  return commented && commented.commenting !== 'hidden' ? { commented, parent } : null
}

/** Below which thing an answer stands is told by what it answers, and by nothing else. */
async function targetOfAnswer(c: Visit, parts: Parts): Promise<Target | null> {
  const parent = await findComment(parts.store.db, c.req.param('id') ?? '')
  return parent?.state === 'approved' ? targetOf(parts, parent.on, parent) : null
}

function onOf({ edition, entry, writing }: Record<string, string | undefined>): CommentedOn | null {
  if (edition) return { editionId: edition }
  if (entry) return { entryId: entry }
  return writing ? { writingId: writing } : null
}

async function take(c: Visit, parts: Parts, target: Target, form: Record<string, string>): Promise<Response> {
  const { store, config, now } = parts
  const reader = readerOf(c, parts)
  const participant = await participantOf(c)
  const isGuest = participant.kind === 'guest'
  const typed = readTyped(form, languages[reader.language].tag)
  const { wrong, url } = settleTyped(typed, { isGuest })
  const again = (told: Partial<FormProps>, status: 200 | 422 | 429) =>
    showForm(c, parts, target, { typed, ...told }, status)
  // Nobody says as somebody what they wrote as somebody else.
  if (form.as !== undefined && form.as !== asWhom(participant))
    return again({ refused: showingOf(reader, target.commented.zone).say('you.other') }, 422)
  if (form.look) {
    // Who they are they may tell later.
    const text = wrong.text && { text: wrong.text }
    return again({ wrong: text ?? {}, looks: true }, text ? 422 : 200)
  }
  if (Object.keys(wrong).length) return again({ wrong }, 422)
  const { commented, parent } = target
  const showing = showingOf(reader, commented.zone)
  const host = new URL(config.baseUrl).host
  const mail = isGuest ? typed.mail : await ownMail(c)
  const fromKey = await fromKeyOfVisit(c, parts)
  const mailKey = mail === null ? null : mailKeyOf(await secretOfTakingPart(store.db), mail)
  const wait = await takePace(store, { what: 'comment', participant, mailKey, fromKey }, now())
  if (wait !== null) {
    c.header('retry-after', String(wait))
    return again({ refused: showing.say('pace.wait.write', { seconds: wait }) }, 429)
  }
  const asks = (typed.answers || typed.all) && config.mail !== null && mail !== null
  try {
    const said = await writeComment(store, {
      form: typed.form,
      on: commented.on,
      parentId: parent?.id ?? null,
      participant,
      name: typed.name,
      url,
      mail,
      text: typed.text,
      language: typed.language,
      editKey: isGuest ? giveKey(c, config) : null,
      fromKey,
      serviceFrom: serviceFromOf(c, parts),
      proof: await readProof(parts, form),
      asks: asks
        ? {
            answers: typed.answers,
            all: typed.all,
            zone: showing.zone,
            language: showing.language,
            write: token => ({
              subject: showing.say('notice.confirm.subject', { host, title: commented.title }),
              text: showing.say('notice.confirm.text', {
                host,
                title: commented.title,
                link: config.baseUrl + paths.subscriptions(token),
              }),
            }),
          }
        : null,
      at: now(),
    })
    return said ? c.redirect(showing.link(paths.editComment(said.id)), 303) : c.notFound()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.key === 'mail-address-wrong') return again({ wrong: { mail: error } }, 422)
    return again({ refused: sayRefusal(showing.say, error) }, 422)
  }
}

async function ownMail(c: Visit): Promise<string | null> {
  return (await ownVisitor(c))?.mail ?? (await curatorOf(c))?.email ?? null
}

async function showForm(
  c: Visit,
  parts: Parts,
  { commented, parent }: Target,
  told: Partial<FormProps> & { typed?: TypedComment; wrong?: WrongComment } = {},
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const { config, assets } = parts
  const reader = readerOf(c, parts)
  const showing = showingOf(reader, commented.zone)
  const participant: Participant = await participantOf(c)
  const { on } = commented
  // What was typed before somebody went to sign in.
  const draft = told.typed ? null : await draftOf(c, parts)
  const { tag } = languages[showing.language]
  const form: FormProps = {
    action: parent ? paths.answerComment(parent.id) : paths.sayComment(),
    on: parent
      ? undefined
      : 'editionId' in on
        ? { name: 'edition', id: on.editionId }
        : 'entryId' in on
          ? { name: 'entry', id: on.entryId }
          : { name: 'writing', id: on.writingId },
    participant,
    ways: waysOf(config),
    back: showing.link(parent ? paths.answerComment(parent.id) : paths.newComment(on)),
    canTell: config.mail !== null && (participant.kind === 'guest' || (await ownMail(c)) !== null),
    opened: await openForm(parts),
    until: await readLastOpenDay(parts.store.db, commented.on),
    showing,
    assets,
    ...told,
    typed: told.typed ?? (draft ? readTyped(draft, tag) : emptyComment(tag)),
  }
  // Script puts the form where it is asked for.
  if (c.req.header('x-part') === 'form')
    return c.html(await html`${<CommentForm {...form} />}`, status, onceHeaders(parts))
  const page = <FormPage commented={commented} parent={parent} form={form} />
  return sendOnce(c, parts, page, status)
}
