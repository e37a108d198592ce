import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'

/** A site of the tests: `asked` has the requests that came. */
export type RawSite = { port: number; asked: string[]; close(): Promise<void> }

/**
 * Every byte it sends is chosen by `answer`, which gets the path and the whole request, and by `greet`, before anything
 * was asked.
 */
export async function openRawSite(
  answer: (socket: Socket, path: string, request: string) => void,
  options: { tls?: TlsOptions; greet?: (socket: Socket) => void } = {},
): Promise<RawSite> {
  const sockets = new Set<Socket>()
  const asked: string[] = []
  const meet = (socket: Socket) => {
    sockets.add(socket)
    let head = ''
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', piece => {
      head += piece.toString('latin1')
      if (!head.includes('\r\n\r\n')) return
      const request = head
      head = ''
      asked.push(request)
      answer(socket, request.split(' ', 2)[1] ?? '', request)
    })
  }
  const server: Server = options.tls ? createTlsServer(options.tls, meet) : createServer(meet)
  server.on('tlsClientError', () => {})
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    options.greet?.(socket)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  return {
    port: typeof bound === 'object' && bound ? bound.port : 0,
    asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** One whole answer; the connection is closed behind it. */
export function send(
  socket: Socket,
  body: string | Uint8Array = '',
  headers: Record<string, string | number> = {},
  status = 200,
): void {
  const bytes = Buffer.from(body as Uint8Array)
  const all = { 'content-type': 'text/html', 'content-length': bytes.length, ...headers }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Told\r\n${head.join('')}\r\n`, 'latin1'), bytes]))
}
