import { randomUUIDv7 } from 'node:crypto'
import { clean } from '../../domain/content.ts'
import { isMailAddress } from '../../domain/mail.ts'
import { splitPasted } from '../../domain/pasted.ts'
import { Refusal } from '../../domain/refusal.ts'
import {
  type Sender,
  type SuggestionDoor,
  suggestionLimits,
  takesSuggestions,
} from '../../domain/suggestion.ts'
import type { EditionRow } from '../../storage/editions.ts'
import type { Store } from '../../storage/store.ts'
import {
  countAccepted,
  countSince,
  findSentWith,
  insertSuggestion,
  keepStep,
  type NewSuggestion,
} from '../../storage/suggestions.ts'
import type { Db } from '../../storage/tables.ts'
import { inEdition } from '../in-edition.ts'
import { type Given, openGiven, type Pasted } from '../open-readings.ts'
import { mailboxOf, takeAsk } from '../take-ask.ts'
import { queueAsking } from '../taking-part/ask-service.ts'
import { mailSender, type WriteMail } from './answer-suggestion.ts'

/** What somebody offers, by which door, and who they say they are. */
export type SuggestionToOpen = {
  door: SuggestionDoor
  sender: Sender
  /** BCP 47, in which they are answered. */
  language: string
  /** Whether they may be named to readers, once it is in the programme. */
  isCredited?: boolean
  /** To the curator, in their own words. */
  words: string
  /** To be read, as `openReadings` takes it: addresses, text, files. */
  given: Pasted
  /** Keyed hashes (`services/taking-part/keys.ts`): of their mailbox, and of the network they came from. */
  mailKey: string | null
  fromKey: string | null
  /** The network a service outside is told of; undefined: nobody outside is asked. */
  serviceFrom?: string | null | undefined
  /** Of the form or the mail: what was sent twice with the same is one. */
  formKey: string | null
}

/** Says what is to become of it, inside the transaction: `services/taking-part/weigh.ts`, or what a mail has proven. */
export type Weigh = (
  db: Db,
  edition: EditionRow,
  text: string,
) => Promise<Pick<NewSuggestion, 'evidence'> & { state: NewSuggestion['verdict'] }>

/** What is said to the sender at once, where they gave an address. */
export type Receipt = { words: string; write: WriteMail }

export type OpenedSuggestion = { id: string; readings: string[]; isNew: boolean }

/**
 * Keeps what somebody from outside offers, with a reading of each thing that they gave: these are read as what a
 * curator pastes is. What is taken for spam is kept too, and nothing of it is asked for before a curator wants it.
 *
 * @returns its id, and those of the readings that are to be read now
 * @throws Refusal when the edition takes none, there is nothing in it, too much, or too often
 */
export async function openSuggestion(
  store: Store,
  editionId: string,
  told: SuggestionToOpen,
  { weigh, at, receipt }: { weigh: Weigh; at: number; receipt?: Receipt },
): Promise<OpenedSuggestion> {
  const given = givenOf(told.given)
  const words = clean(told.words)
  const sender = soundSender(told.sender)
  const isCredited = told.isCredited ?? false
  if (isCredited && sender.name === null)
    throw new Refusal('credit-nameless', {}, 'To be thanked by name, they have to tell it.')
  if (words.length > suggestionLimits.words) throw tooLong(suggestionLimits.words)
  if (given.length === 0 && words === '')
    throw new Refusal('suggestion-empty', {}, 'There is nothing in it: an address or a few words will do.')
  return inEdition(store, editionId, async (db, edition) => {
    const sent = told.formKey === null ? null : await findSentWith(db, told.formKey)
    if (sent) return { id: sent, readings: [], isNew: false }
    if (!takesSuggestions(edition, at))
      throw new Refusal('suggestions-closed', {}, 'This edition takes no suggestions.')
    await refuseTooOften(db, editionId, told, at)
    const verdict = await weigh(db, edition, textOf(words, given, sender))
    const isSpam = verdict.state === 'spam'
    const suggestion: NewSuggestion = {
      id: randomUUIDv7(),
      editionId,
      state: isSpam ? 'spam' : 'new',
      door: told.door,
      at,
      sender,
      language: told.language,
      words,
      label: labelOf(given, words),
      verdict: verdict.state === 'pending' && (await isKnown(db, told)) ? 'approved' : verdict.state,
      evidence: verdict.evidence,
      mailKey: told.mailKey,
      fromKey: told.fromKey,
      formKey: told.formKey,
      isCredited,
    }
    await insertSuggestion(db, suggestion)
    await keepStep(db, suggestion, { at, who: 'sender', by: sender.name, act: 'open' })
    const { id } = suggestion
    const of = { entryId: null, suggestionId: id, isQueued: !isSpam }
    const readings = await openGiven(db, editionId, of, given, { by: sender.name ?? '', at })
    if (told.serviceFrom !== undefined && !isSpam && told.sender.accountId === null)
      await queueAsking(db, { what: 'suggestion', id }, told.serviceFrom, at)
    if (receipt && !isSpam) await sendReceipt(db, edition, suggestion, receipt)
    return { id, readings: isSpam ? [] : readings, isNew: true }
  })
}

/** What is to be read of what was given. @throws Refusal when it is too much */
export function givenOf({ text, html, files }: Pasted): Given[] {
  if (text.length > suggestionLimits.text) throw tooLong(suggestionLimits.text)
  const rich = html === undefined || html.length > suggestionLimits.text * 4 ? '' : html
  const pasted = splitPasted(clean(text), clean(rich))
  if (pasted.length > suggestionLimits.addresses) {
    const values = { count: pasted.length, most: suggestionLimits.addresses }
    throw new Refusal(
      'paste-too-many',
      values,
      `At most ${values.most} are read at once; ${values.count} came.`,
    )
  }
  if (files.length > suggestionLimits.files) {
    const values = { count: files.length, most: suggestionLimits.files }
    throw new Refusal(
      'paste-too-many',
      values,
      `At most ${values.most} are read at once; ${values.count} came.`,
    )
  }
  if (files.some(({ bytes }) => bytes.length > suggestionLimits.fileBytes)) {
    const megabytes = suggestionLimits.fileBytes / 1024 / 1024
    throw new Refusal('file-too-large', { megabytes }, `A file may have ${megabytes} MB.`)
  }
  return [
    ...pasted,
    ...files.map(({ name, bytes }) => ({ form: 'file' as const, input: fileName(name), bytes })),
  ]
}

/** What a person tells of themselves, on one line each. @throws Refusal for what is no mailbox */
function soundSender(sender: Sender): Sender {
  const mail = lineOf(sender.mail)
  if (mail !== null && !isMailAddress(mail))
    throw new Refusal('mail-address-wrong', { to: mail }, `“${mail}” is not the address of a mailbox.`)
  return { ...sender, name: lineOf(sender.name), organisation: lineOf(sender.organisation), mail }
}

function lineOf(told: string | null): string | null {
  // Signs that turn what stands beside them around, or hide in it, have no place in a name.
  const line = clean(told ?? '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return line === '' ? null : line.slice(0, suggestionLimits.line)
}

const hour = 3_600_000

/** So many within an hour: of one mailbox, of one network, and of all to one edition. */
const most = { mailKey: 20, fromKey: 20, editionId: 200 }

async function refuseTooOften(
  db: Db,
  editionId: string,
  { mailKey, fromKey }: Pick<SuggestionToOpen, 'mailKey' | 'fromKey'>,
  at: number,
): Promise<void> {
  const asked = [{ mailKey }, { fromKey }, { editionId }]
  for (const each of asked) {
    const [[by, key]] = Object.entries(each) as [[keyof typeof most, string | null]]
    if (key === null) continue
    if ((await countSince(db, { [by]: key }, at - hour)) >= most[by])
      throw new Refusal(
        'suggestions-too-many',
        {},
        'Many suggestions came within an hour. Nothing of this one was kept: send it again later.',
      )
  }
}

/** Something of theirs was accepted before: that is told to curators, and does nothing by itself. */
async function isKnown(db: Db, { mailKey, sender }: SuggestionToOpen): Promise<boolean> {
  return (await countAccepted(db, { mailKey, visitorId: sender.visitorId })) > 0
}

/** So many receipts go to one mailbox within a day: whoever lends somebody's address cannot fill it. */
const mostReceipts = 3

async function sendReceipt(
  db: Db,
  { id: editionId }: EditionRow,
  suggestion: NewSuggestion,
  { words, write }: Receipt,
): Promise<void> {
  const { sender, at } = suggestion
  if (sender.mail === null) return
  if (!(await takeAsk(db, `suggestion ${mailboxOf(sender.mail)}`, { most: mostReceipts, at }))) return
  const told = { ...suggestion, editionId, changedAt: at }
  await mailSender(db, told, write, words, at)
}

function textOf(words: string, given: Given[], { name, organisation }: Sender): string {
  return [words, ...given.map(({ input }) => input.slice(0, 20_000)), name, organisation]
    .filter(Boolean)
    .join('\n\n')
}

function labelOf(given: Given[], words: string): string {
  const line = (given[0]?.input ?? words)
    .slice(0, 2000)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > 200 ? `${line.slice(0, 200)}…` : line
}

function fileName(name: string): string {
  return clean(name.split(/[/\\]/).at(-1) ?? '').slice(0, 200) || 'file'
}

function tooLong(most: number): Refusal {
  return new Refusal('suggestion-too-long', { most }, `It is too long: ${most} characters are read at most.`)
}
