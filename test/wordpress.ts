import { createServer, type IncomingMessage } from 'node:http'
import { onTestFinished } from 'vitest'
import { createFetch, type Fetch } from '../src/outside/fetch.ts'

type Kept = { id: number; title: string; content: string; status: string }

/**
 * A blog of the tests that answers as WordPress' REST API is documented (developer.wordpress.org, REST API Handbook:
 * posts, users/me, authentication by application passwords): `robin` with the password `abcd efgh`, or the token `token-1`.
 */
export type Blog = {
  address: string
  fetch: Fetch
  posts: Map<number, Kept>
  /** Method, path and what was sent. */
  asked: { method: string; path: string; body: Record<string, unknown> | null }[]
  /** What becomes of contents when they are saved; a user who may not use all HTML loses some of it. */
  saves: (content: string) => string
  password: string
  /** Every answer has this status, while it is set. */
  failing: number | null
  /** Addresses are plain: only `?rest_route=` leads to the API. */
  isPlain: boolean
}

export async function openBlog(now: () => number): Promise<Blog> {
  const blog: Blog = {
    address: '',
    fetch: async () => ({ ok: false, code: 'stopped', says: '' }),
    posts: new Map(),
    asked: [],
    saves: content => content,
    password: 'abcdefgh',
    failing: null,
    isPlain: false,
  }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://blog.invalid')
    const body = await bodyOf(request)
    const plainRoute = url.searchParams.get('rest_route')
    const route = plainRoute ?? (blog.isPlain ? null : /^\/wp-json(\/.*)$/.exec(url.pathname)?.[1])
    blog.asked.push({ method: request.method ?? '', path: route ?? url.pathname, body })
    const answer = (status: number, told: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' })
      response.end(JSON.stringify(told))
    }
    const refuse = (status: number, code: string) => answer(status, { code, message: code, data: { status } })
    if (blog.failing) return refuse(blog.failing, 'internal_server_error')
    if (!route) return refuse(404, 'rest_no_route')
    const basic = `Basic ${Buffer.from(`robin:${blog.password}`).toString('base64')}`
    const { authorization } = request.headers
    if (authorization !== basic && authorization !== 'Bearer token-1')
      return refuse(401, authorization ? 'incorrect_password' : 'rest_not_logged_in')
    if (route === '/wp/v2/users/me') return answer(200, { id: 1, name: 'Robin' })
    const isEdit = url.searchParams.get('context') === 'edit'
    const told = ({ id, title, content, status }: Kept) => ({
      id,
      status,
      link: `${blog.address}/?p=${id}`,
      title: { ...(isEdit && { raw: title }), rendered: title },
      content: { ...(isEdit && { raw: content }), rendered: `<div>${content}</div>` },
    })
    if (route === '/wp/v2/posts' && request.method === 'GET') {
      const search = url.searchParams.get('search') ?? ''
      const states = url.searchParams.getAll('status[]')
      const found = [...blog.posts.values()].filter(
        post => post.content.includes(search) && (states.length ? states : ['publish']).includes(post.status),
      )
      return answer(200, found.map(told))
    }
    const id = Number(/^\/wp\/v2\/posts\/(\d+)$/.exec(route)?.[1] ?? blog.posts.size + 1)
    const known = blog.posts.get(id)
    if (request.method === 'POST') {
      if (route !== '/wp/v2/posts' && !known) return refuse(404, 'rest_post_invalid_id')
      const { title, content, status } = { title: '', content: '', status: 'draft', ...known, ...body }
      const post = { id, title, content: content === known?.content ? content : blog.saves(content), status }
      blog.posts.set(id, post)
      return answer(known ? 200 : 201, told(post))
    }
    return known ? answer(200, told(known)) : refuse(404, 'rest_post_invalid_id')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>(resolve => void server.close(() => resolve())))
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  blog.address = `http://127.0.0.1:${port}`
  blog.fetch = createFetch({
    baseUrl: 'http://localhost:1812',
    exempt: (ip, at) => ip === '127.0.0.1' && at === port,
    now,
    gapMs: 0,
  })
  return blog
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return pieces.length ? JSON.parse(Buffer.concat(pieces).toString()) : null
}
