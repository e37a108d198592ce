import { createServer, type ServerResponse } from 'node:http'

/** The least a server of events can do: `node bench/bare-events.ts PORT` sends what is posted to it to all who listen. */
const readers = new Set<ServerResponse>()
createServer((request, response) => {
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write('event: hello\ndata: {}\n\n')
    readers.add(response)
    response.on('close', () => readers.delete(response))
    return
  }
  const parts: Buffer[] = []
  request.on('data', part => parts.push(part))
  request.on('end', () => {
    const bytes = Buffer.concat(parts)
    for (const reader of readers) reader.write(bytes)
    response.end()
  })
}).listen(Number(process.argv[2]), '127.0.0.1')
