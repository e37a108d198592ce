import { randomUUIDv7 } from 'node:crypto'
import { bearable, storable } from '../../domain/bearable.ts'
import { type CommentFields, faultsOfComment } from '../../domain/comment-faults.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { isLanguageTag } from '../../domain/translation.ts'
import { webAddress } from '../ui/entry-form/web-address.ts'

/** What stands in the form: of a guest who they are, and what everybody says. */
export type TypedComment = CommentFields & {
  form: string
  language: string
  answers: boolean
  all: boolean
}

export type WrongComment = Partial<Record<keyof CommentFields, Refusal>>

/** A form that nobody has filled yet. */
export function emptyComment(language: string): TypedComment {
  const answers = false
  return { form: randomUUIDv7(), name: '', mail: '', url: '', text: '', language, answers, all: false }
}

export function readTyped(form: Record<string, string>, language: string): TypedComment {
  const line = (name: string) =>
    storable(form[name] ?? '')
      .replace(/\s+/gu, ' ')
      .trim()
  const told = form.form ?? ''
  const asked = form.language ?? ''
  return {
    form: isUuidv7.test(told) ? told : randomUUIDv7(),
    name: line('name'),
    mail: line('mail'),
    url: line('url'),
    text: storable(form.text ?? '')
      .replace(/\r\n?/g, '\n')
      .trim(),
    language: isLanguageTag(asked) ? asked : language,
    answers: form.answers === 'yes',
    all: form.all === 'yes',
  }
}

/** What is wrong with it, by field, and what is to be said if nothing is. */
export function settleTyped(
  typed: TypedComment,
  { isGuest }: { isGuest: boolean },
): { wrong: WrongComment; url: string | null } {
  const url = typed.url === '' ? null : webAddress(typed.url)
  const wrong: WrongComment = {}
  const isSeen = (words: string) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(bearable(words))
  const fields = {
    ...typed,
    name: isSeen(typed.name) ? typed.name : '',
    text: isSeen(typed.text) ? typed.text : '',
    url: url ?? typed.url,
  }
  for (const { field, refusal } of faultsOfComment(fields, { isGuest })) wrong[field] ??= refusal
  return { wrong, url }
}

const isUuidv7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
