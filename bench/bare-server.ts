import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/**
 * The least a server can do: `node bench/bare-server.ts PORT hono|node FILE` answers everything with the body and
 * the headers in the file (JSON), and with 304 when asked with its ETag.
 */
const [port, kind, file] = process.argv.slice(2)
const told: { headers: Record<string, string>; notModified: Record<string, string>; body: string } =
  JSON.parse(readFileSync(file!, 'utf8'))
const body = Buffer.from(told.body, 'base64')
const listen = { port: Number(port), hostname: '127.0.0.1' }

if (kind === 'hono') {
  const app = new Hono()
  app.get('*', c => {
    if (c.req.header('if-none-match') === told.headers.etag)
      return new Response(null, { status: 304, headers: told.notModified })
    return new Response(body, { headers: told.headers })
  })
  serve({ fetch: app.fetch, ...listen })
} else {
  createServer((request, response) => {
    if (request.headers['if-none-match'] === told.headers.etag)
      response.writeHead(304, told.notModified).end()
    else response.writeHead(200, told.headers).end(body)
  }).listen(listen.port, listen.hostname)
}
