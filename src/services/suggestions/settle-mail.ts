import { isMailAddress } from '../../domain/mail.ts'
import { mayBeHandedOn } from '../../domain/mail-in/handed-on.ts'
import { isOfMany, machineOf } from '../../domain/mail-in/machine-mail.ts'
import { type MailProof, unproven } from '../../domain/mail-in/proof.ts'
import { trustIn } from '../../domain/mail-in/trust.ts'
import { Refusal } from '../../domain/refusal.ts'
import { Setback } from '../../domain/setback.ts'
import { suggestionLimits } from '../../domain/suggestion.ts'
import { noProof } from '../../domain/taking-part/verdict.ts'
import { readIncomingApart } from '../../intake/inspect-apart.ts'
import type { Incoming } from '../../intake/mail/incoming.ts'
import { sayOfMail } from '../../outlet/mail-in/write-answer.ts'
import { proveMail } from '../../outside/prove-mail.ts'
import type { EditionRow } from '../../storage/editions.ts'
import {
  type CameMail,
  findWaitingMail,
  hasSignature,
  settleIncomingMail,
} from '../../storage/incoming-mails.ts'
import { knowDomain } from '../../storage/organisation-domains.ts'
import type { Store } from '../../storage/store.ts'
import { fromKeyOf, mailKeyOf, secretOfTakingPart } from '../taking-part/keys.ts'
import { weigh } from '../taking-part/weigh.ts'
import { answerMail } from './answer-mail.ts'
import { editionForMail } from './edition-for-mail.ts'
import type { MailMeans } from './mail-means.ts'
import { openSuggestion, type SuggestionToOpen, type Weigh } from './open-suggestion.ts'

/**
 * Reads a mail that came in, finds out where it came from, and makes a suggestion of it: once, however often it is done.
 * What a machine wrote is left, but for invitations of calendars.
 *
 * @throws Setback while no edition takes suggestions, or too many came
 */
export async function settleMail(store: Store, id: string, means: MailMeans, at: number): Promise<void> {
  const mail = await findWaitingMail(store.db, id)
  if (!mail) return
  const told = await readAsFarAsCan(mail.bytes)
  const from = told.from && isMailAddress(told.from.address) ? told.from : null
  const mailKey = from && mailKeyOf(await secretOfTakingPart(store.db), from.address)
  const settled = { mailKey, proof: null, editionId: null, suggestionId: null }
  const machine = machineOf(told.headers, mail.sender, means.own)
  if (machine !== null && !(machine === 'machine' && told.hasCalendar)) {
    await store.db
      .transaction()
      .execute(db => settleIncomingMail(db, id, { ...settled, state: 'left', why: machine }, at))
    return
  }
  const edition = await editionForMail(store.db, { recipient: mail.recipient, address: means.address }, at)
  if (!edition) throw new Setback('mail-nowhere')
  const proof = await firstHand(store, id, soundProof(await proofOf(mail, means), from), told, means)
  const language = told.language ?? edition.language ?? 'en'
  const notes = sayOfMail(await means.words(language), {
    isBroken: told.isBroken || !mail.isWhole,
    unproven: from && proof.domain === null && !proof.isHandedOn ? from.address : null,
    handedOn: from && proof.isHandedOn ? from.address : null,
  })
  const suggestion = await openAsSuggestion(store, edition, { mail, told, from, proof, language, notes }, at)
  await store.db.transaction().execute(async db => {
    const done = {
      ...settled,
      state: 'taken',
      why: null,
      proof,
      editionId: edition.id,
      suggestionId: suggestion,
    } as const
    if (!(await settleIncomingMail(db, id, done, at))) return
    const isPersonal = machine === null && !isOfMany(told.headers)
    if (means.answers && isPersonal && proof.domain !== null && from && mailKey)
      await answerMail(
        db,
        { id, to: from.address, mailKey, subject: told.subject, suggestion, language, means },
        at,
      )
  })
}

/** Of what takes too long, the beginning; of what that takes too long, too, nothing. */
async function readAsFarAsCan(bytes: Uint8Array): Promise<Incoming> {
  const whole = await readIncomingApart(bytes, suggestionLimits.fileBytes)
  if (whole) return whole
  const begun = await readIncomingApart(bytes.subarray(0, 512 * 1024), 0)
  return begun ? { ...begun, isBroken: true } : unread
}

function proofOf(
  { bytes, isWhole, sender, client }: CameMail,
  { dns, baseUrl, trustedHost }: MailMeans,
): Promise<MailProof> {
  // Of a mail that was cut, no signature fits.
  const host = new URL(baseUrl).hostname
  return isWhole
    ? proveMail(bytes, { sender, client }, { dns, host, trustedHost })
    : Promise.resolve(unproven)
}

/** Who is proven has to be who is read: a head that two programs read as two people proves neither. */
function soundProof(proof: MailProof, from: Incoming['from']): MailProof {
  const isSame = from !== null && proof.from === from.address.toLowerCase()
  return isSame ? proof : { ...proof, domain: null, by: null }
}

/** What was written to somebody else proves nothing of who sent it here, nor does what came before. */
async function firstHand(
  { db }: Store,
  id: string,
  proof: MailProof,
  { headers }: Incoming,
  { address }: MailMeans,
): Promise<MailProof> {
  const isAgain = proof.signature ? await hasSignature(db, proof.signature, id) : false
  if (!isAgain && !mayBeHandedOn(proof, headers, address)) return proof
  return { ...proof, domain: null, by: null, isHandedOn: true }
}

type Read = {
  mail: CameMail
  told: Incoming
  from: Incoming['from']
  proof: MailProof
  language: string
  /** What the site says of it, to whoever looks at it. */
  notes: string[]
}

async function openAsSuggestion(store: Store, edition: EditionRow, read: Read, at: number): Promise<string> {
  const { mail, told, from, proof, language } = read
  const secret = await secretOfTakingPart(store.db)
  const known =
    proof.domain === null
      ? null
      : await knowDomain(store.db, proof.domain, from && mailKeyOf(secret, from.address))
  const trust = trustIn(proof, known)
  const [organisation] = trust.known.organisations
  // Whoever only says who they are is nobody who is known, and is not written to.
  const isProven = proof.domain !== null && from !== null
  const keys = {
    mailKey: isProven ? mailKeyOf(secret, from.address) : null,
    fromKey: fromKeyOf(secret, mail.client?.ip ?? null),
  }
  const sender = {
    name: from?.name || null,
    mail: isProven ? from.address : null,
    organisation: trust.known.organisations.length === 1 ? organisation!.name : null,
    url: null,
    visitorId: null,
    accountId: null,
  }
  const weighed: Weigh = async (db, { seriesId }, text) => {
    const verdict = await weigh(db, {
      what: 'suggestion',
      participant: { kind: 'guest' },
      name: sender.name,
      ...keys,
      editKey: null,
      url: null,
      text: `${told.subject}\n\n${text}`,
      language,
      seriesId,
      at,
      proof: noProof,
    })
    if (trust.level !== 'trusted') return verdict
    return { ...verdict, state: verdict.state === 'spam' ? 'pending' : 'approved' }
  }
  const offered: SuggestionToOpen = {
    door: 'mail',
    sender,
    language,
    words: wordsOf(read),
    given: givenOf(read),
    ...keys,
    formKey: `mail ${mail.key}`,
  }
  try {
    const { id } = await openSuggestion(store, edition.id, offered, { weigh: weighed, at })
    return id
  } catch (error) {
    if (error instanceof Refusal && error.key === 'suggestions-too-many')
      throw new Setback('mail-nowhere', {}, { notBefore: at + 3_600_000, cause: error })
    throw error
  }
}

/** The sender's own, and what the site says of the mail. */
function wordsOf({ told, notes }: Read): string {
  const own = told.words.slice(0, suggestionLimits.words - 1000)
  return [own, ...notes].filter(Boolean).join('\n\n')
}

/** The mail itself, to be read as any mail is, and the posters in it. */
function givenOf({ mail, told }: Read): SuggestionToOpen['given'] {
  const name = `${told.subject.replace(/[/\\]/g, ' ') || 'mail'}.eml`
  if (told.apart) return { text: told.apart.text, files: [...told.apart.files, ...told.pictures].slice(0, 5) }
  if (mail.bytes.length > suggestionLimits.fileBytes) return { text: '', files: [] }
  return { text: '', files: [{ name, bytes: mail.bytes }, ...told.pictures].slice(0, 5) }
}

/** Of what took too much to be looked at, nothing is known. */
const unread: Incoming = {
  headers: [],
  from: null,
  messageId: null,
  subject: '',
  language: null,
  words: '',
  pictures: [],
  apart: null,
  hasCalendar: false,
  isBroken: true,
}
