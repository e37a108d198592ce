import type { Failure } from './failure.ts'
import type { Fetch } from './fetch.ts'

/** A post as WordPress tells it to those who may edit it; `content` as it is stored, not as it is shown. */
export type TheirPost = { id: number; url: string; content: string; isInTrash: boolean }

/** Where WordPress answers programs, and who asks: `user` and an application password, or (null) a token. */
export type Means = { api: string; user: string | null; secret: string }

export type WordPress = {
  /** Whether it knows whoever asks. */
  knowsMe(): Promise<{ ok: true } | Failure>
  read(id: number): Promise<{ ok: true; post: TheirPost } | Failure>
  /** The first post, in any state, with these words in it. */
  find(words: string): Promise<{ ok: true; post: TheirPost | null } | Failure>
  make(title: string, content: string): Promise<{ ok: true; post: TheirPost } | Failure>
  write(id: number, content: string): Promise<{ ok: true; post: TheirPost } | Failure>
}

/**
 * Where WordPress' REST API may be: of a blog of its own below `/wp-json`, or by a query where its addresses are plain
 * (developer.wordpress.org, REST API Handbook); of one at WordPress.com at theirs (developer.wordpress.com).
 */
export function apisOf(site: string, isAtWordPressCom: boolean): string[] {
  if (isAtWordPressCom) return [`https://public-api.wordpress.com/wp/v2/sites/${new URL(site).host}`]
  return [`${site}/wp-json/wp/v2`, `${site}/?rest_route=/wp/v2`]
}

/** Asks WordPress, within the limits of every question to the outside. Never throws for the world's faults. */
export function wordpressAt(fetch: Fetch, { api, user, secret }: Means, signal?: AbortSignal): WordPress {
  const authorization =
    user === null
      ? `Bearer ${secret}`
      : `Basic ${Buffer.from(`${user}:${secret.replaceAll(' ', '')}`).toString('base64')}`

  async function ask<T>(path: string, read: (told: unknown) => T | null, send?: object) {
    const answer = await fetch(addressOf(api, path), {
      authorization,
      ...(send && { send: JSON.stringify(send) }),
      limits: { wireBytes: longestAnswer, unpackedBytes: longestAnswer },
      ...(signal && { signal }),
    })
    if (!answer.ok) return answer
    const told = read(parsed(answer.bytes))
    return told === null ? strange : ({ ok: true, told } as const)
  }
  const asPost = async (asked: ReturnType<typeof ask<TheirPost>>) => {
    const answer = await asked
    return answer.ok ? ({ ok: true, post: answer.told } as const) : answer
  }

  return {
    async knowsMe() {
      const answer = await ask('/users/me?context=edit', told => (isObject(told) && told.id ? told : null))
      return answer.ok ? { ok: true } : answer
    },
    read: id => asPost(ask(`/posts/${id}?context=edit`, postOf)),
    async find(words) {
      const query = new URLSearchParams({ context: 'edit', search: words, per_page: '5' })
      for (const status of ['publish', 'future', 'draft', 'pending', 'private'])
        query.append('status[]', status)
      const answer = await ask(`/posts?${query}`, told => (Array.isArray(told) ? told : null))
      if (!answer.ok) return answer
      const posts = answer.told.flatMap(told => postOf(told) ?? [])
      return { ok: true, post: posts.find(({ content }) => content.includes(words)) ?? null }
    },
    make: (title, content) => asPost(ask('/posts?context=edit', postOf, { title, content, status: 'draft' })),
    write: (id, content) => asPost(ask(`/posts/${id}?context=edit`, postOf, { content })),
  }
}

/** In bytes. Nobody writes a post of which five would be longer. */
const longestAnswer = 10_000_000

const strange: Failure = {
  ok: false,
  code: 'broken',
  says: 'What answers there is not WordPress, or something stands between.',
}

/** Behind `?rest_route=` the query goes on with an ampersand. */
function addressOf(api: string, path: string): string {
  return api.includes('?') ? api + path.replace('?', '&') : api + path
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

function postOf(told: unknown): TheirPost | null {
  if (!isObject(told) || !isObject(told.content)) return null
  const { id, link, content, status } = told
  if (typeof id !== 'number' || typeof content.raw !== 'string') return null
  const url = typeof link === 'string' && /^https?:\/\//.test(link) ? link : ''
  return { id, url, content: content.raw, isInTrash: status === 'trash' }
}

function isObject(told: unknown): told is Record<string, unknown> {
  return typeof told === 'object' && told !== null
}
