import { connect } from 'node:net'

/**
 * Opens many connections to an address of events: `bench/listeners.ts URL COUNT`, as a child process with a channel. It
 * tells `open` once all are greeted, and for each change the moments (epoch milliseconds) at which the first and the
 * last of them had it.
 */
const [address = '', count = '0'] = process.argv.slice(2)
const { hostname, port, host, pathname } = new URL(address)
const all = Number(count)
const question = `GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\naccept: text/event-stream\r\n\r\n`
const clock = () => performance.timeOrigin + performance.now()
let greeted = 0
let told = 0
let first = 0
let lost = 0
/** So many ask at once: the queue of a socket that listens is not endless. */
const atOnce = 100
let begun = 0

for (let each = 0; each < atOnce; each++) open()

function open() {
  if (begun >= all) return
  begun++
  let isGreeted = false
  const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(question))
  socket.on('data', bytes => {
    // Changes are told in one piece, the greeting before.
    if (!isGreeted && bytes.includes('event: hello')) {
      isGreeted = true
      if (++greeted === all) process.send?.({ open: all })
      open()
    } else if (bytes.includes('event: change')) {
      if (told === 0) first = clock()
      if (++told === all - lost) {
        process.send?.({ first, last: clock(), lost })
        told = 0
      }
    }
  })
  socket.on('error', () => {})
  socket.on('close', () => lost++)
}
