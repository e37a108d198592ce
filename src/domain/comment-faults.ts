import { isMailAddress } from './mail.ts'
import { Refusal } from './refusal.ts'

/** What somebody typed to be said. `mail` and `url` are of guests alone. */
export type CommentFields = { name: string; mail: string; url: string; text: string }

export type CommentFault = { field: keyof CommentFields; refusal: Refusal }

/** In characters. */
export const commentLimits = { name: 80, mail: 254, url: 500, text: 6000 } as const

/** Everything in what is to be said that cannot be so, in the order of its fields; of who is known, only what they say counts. */
export function faultsOfComment(fields: CommentFields, { isGuest }: { isGuest: boolean }): CommentFault[] {
  const faults: CommentFault[] = []
  const wrong = (field: keyof CommentFields, ...why: ConstructorParameters<typeof Refusal>) =>
    faults.push({ field, refusal: new Refusal(...why) })
  const { name, mail, url, text } = fields
  if (isGuest) {
    if (name === '') wrong('name', 'comment-name-missing', {}, 'Say by which name.')
    else if (name.length > commentLimits.name)
      wrong('name', 'comment-name-long', { most: commentLimits.name }, 'This name is too long.')
    if (!isMailAddress(mail) || !/@[^@.]+(?:\.[^@.]+)+$/.test(mail))
      wrong('mail', 'mail-address-wrong', { to: mail.slice(0, 100) }, `“${mail}” is no mail address.`)
    if (url !== '' && (!isWebAddress(url) || url.length > commentLimits.url))
      wrong('url', 'comment-url-wrong', { url: url.slice(0, 100) }, `“${url}” is no address of a website.`)
  }
  if (text === '') wrong('text', 'comment-text-missing', {}, 'There is nothing to say yet.')
  else if (text.length > commentLimits.text) {
    const values = { most: commentLimits.text, length: text.length }
    wrong('text', 'comment-text-long', values, `A comment has ${commentLimits.text} characters at most.`)
  }
  return faults
}

function isWebAddress(told: string): boolean {
  const url = URL.parse(told)
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.username === ''
}
