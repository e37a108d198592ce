import { mkdtempSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { serve } from '../../src/main.ts'

/** As bytes on the wire: nothing on our side makes the path shorter first. */
function ask(port: number, path: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  return new Promise(resolve => {
    const said: Buffer[] = []
    socket.on('data', bytes => said.push(Buffer.from(bytes)))
    socket.on('close', () => resolve(Buffer.concat(said).toString('latin1')))
    socket.on('error', () => resolve(Buffer.concat(said).toString('latin1')))
  })
}

test('no address leads to a file of the machine', async () => {
  const data = mkdtempSync(join(tmpdir(), 'daylong-files-'))
  const open = await serve({ ...readConfig({ HOST: '127.0.0.1', PORT: '0' }), data })
  const port = Number(new URL(open.address).port)
  const ours = readFileSync('package.json', 'latin1').slice(0, 60)
  for (const folder of ['', '/assets', '/pictures', '/assets/x'])
    for (const up of ['/..', '/%2e%2e', '/..%2f..', '/%252e%252e', '/..\\..', '/.%00.'])
      for (const file of ['/etc/passwd', '/package.json', `${data}/daylong.sqlite`, '/.git/config']) {
        const said = await ask(port, `${folder}${up.repeat(8)}${file}`)
        expect([file, /^HTTP\/1\.1 (?:400|404|30\d) /.test(said)]).toEqual([file, true])
        expect(/root:x:0|SQLite format|\[core\]/.test(said) || said.includes(ours)).toBe(false)
      }
  await open.close()
})
