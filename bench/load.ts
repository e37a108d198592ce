import { connect, type Socket } from 'node:net'

/**
 * Asks one thing over and over, each connection as soon as it has its answer, for some seconds; tells how many
 * answers came, of which size, and in which time.
 *
 * Load generators written for Node parse every answer, which costs more than sending it: they would measure
 * themselves. All answers to one question have the same length, so this one reads the first and then counts bytes.
 *
 * @throws Error when an answer has another status or another length than expected
 */
export async function load(
  url: string,
  headers: Record<string, string>,
  { status, connections = 32, seconds = 2 }: { status: number; connections?: number; seconds?: number },
): Promise<{ answered: number; perSecond: number; bytes: number }> {
  const { hostname, port, host, pathname, search } = new URL(url)
  const words = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  const question = Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${words.join('')}\r\n`)
  const length = await lengthOfAnswer(hostname, Number(port), question, status)
  let answered = 0
  const from = performance.now()
  const until = from + seconds * 1000
  const one = () =>
    new Promise<void>((resolve, reject) => {
      let missing = length
      const socket: Socket = connect({
        host: hostname,
        port: Number(port),
        noDelay: true,
        onread: {
          buffer: Buffer.allocUnsafe(65536),
          callback: size => {
            missing -= size
            if (missing > 0) return true
            answered++
            if (missing < 0) socket.destroy(new Error(`${url}: an answer was longer than ${length} bytes`))
            else if (performance.now() >= until) socket.end()
            else socket.write(question)
            missing = length
            return true
          },
        },
      })
      socket.on('connect', () => socket.write(question))
      socket.on('error', reject)
      socket.on('close', () => resolve())
    })
  await Promise.all(Array.from({ length: connections }, one))
  return { answered, perSecond: answered / ((performance.now() - from) / 1000), bytes: length }
}

/** Bytes of one whole answer, head and body. */
async function lengthOfAnswer(host: string, port: number, question: Buffer, status: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect({ host, port }, () => socket.write(question))
    socket.on('error', reject)
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      const bytes = Buffer.concat(chunks)
      const end = bytes.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = bytes.toString('latin1', 0, end)
      const length = end + 4 + Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0)
      if (bytes.length < length) return
      socket.destroy()
      if (head.startsWith(`HTTP/1.1 ${status} `)) resolve(length)
      else reject(new Error(`The answer was ${head.split('\r\n', 1)[0]} instead of ${status}`))
    })
  })
}
