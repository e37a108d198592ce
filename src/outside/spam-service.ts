import { type Failure, failure } from './failure.ts'
import type { Fetch } from './fetch.ts'

/** Where a service answers that speaks as Akismet does (https://akismet.com/developers/), and by which key. */
export type SpamService = { address: string; key: string }

/** What it is told of a text. Nothing but this leaves the site. */
export type TextToCheck = {
  kind: 'comment' | 'reply' | 'trackback' | 'contact-form'
  /** Of the network it came from, never of one machine; null: not known any more. */
  ip: string | null
  name: string | null
  url: string | null
  text: string
  language: string | null
  /** Page it stands on. */
  permalink: string | null
  at: number
}

/** `isPlain`: so plainly spam that it would be thrown away elsewhere. */
export type ServiceWord = { ok: true; said: 'spam' | 'real'; isPlain: boolean }

/** @returns a failure for whatever is no answer to the question: nothing follows from it */
export async function checkComment(
  fetch: Fetch,
  service: SpamService,
  text: TextToCheck,
  by: { baseUrl: string; signal?: AbortSignal },
): Promise<ServiceWord | Failure> {
  const answer = await ask(fetch, service, 'comment-check', text, by)
  if (!answer.ok) return answer
  const { body, tip } = answer
  if (body === 'true') return { ok: true, said: 'spam', isPlain: tip === 'discard' }
  return body === 'false' ? { ok: true, said: 'real', isPlain: false } : nonsense(body)
}

/** Tells the service what a curator decided otherwise. */
export async function submitComment(
  fetch: Fetch,
  service: SpamService,
  text: TextToCheck,
  { label, ...by }: { label: 'spam' | 'real'; baseUrl: string; signal?: AbortSignal },
): Promise<{ ok: true } | Failure> {
  const answer = await ask(fetch, service, label === 'spam' ? 'submit-spam' : 'submit-ham', text, by)
  if (!answer.ok) return answer
  // It thanks in words that differ from service to service.
  return answer.body === 'invalid' ? nonsense(answer.body) : { ok: true }
}

async function ask(
  fetch: Fetch,
  { address, key }: SpamService,
  method: 'comment-check' | 'submit-spam' | 'submit-ham',
  text: TextToCheck,
  { baseUrl, signal }: { baseUrl: string; signal?: AbortSignal },
): Promise<{ ok: true; body: string; tip: string | null } | Failure> {
  const told: Record<string, string | null> = {
    api_key: key,
    blog: baseUrl,
    user_ip: text.ip,
    permalink: text.permalink,
    comment_type: text.kind,
    comment_author: text.name,
    comment_author_url: text.url,
    comment_content: text.text.slice(0, longestText),
    comment_date_gmt: new Date(text.at).toISOString(),
    blog_lang: text.language?.replace('-', '_').toLowerCase() ?? null,
    blog_charset: 'UTF-8',
  }
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(told)) if (value !== null && value !== '') form.set(name, value)
  const answer = await fetch(`${address.replace(/\/+$/, '')}/${method}`, {
    accept: 'text/plain',
    limits: { totalMs: 20_000, headersMs: 15_000, wireBytes: 20_000, unpackedBytes: 20_000 },
    send: String(form),
    isForm: true,
    ...(signal && { signal }),
  })
  if (!answer.ok) return answer
  return { ok: true, body: new TextDecoder().decode(answer.bytes).trim(), tip: answer.tip ?? null }
}

/** What is longer tells nothing new, and services take no more. */
const longestText = 60_000

function nonsense(body: string): Failure {
  return failure(
    'broken',
    body === 'invalid'
      ? 'It does not know the key, or does not take it for this site.'
      : 'It gave an answer that cannot be understood.',
  )
}
