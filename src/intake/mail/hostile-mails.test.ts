import { beforeAll, expect, test } from 'vitest'
import { faultsOf } from '../../../tools/fuzz/faults.ts'
import type { Finding } from '../../domain/finding.ts'
import { inspect } from '../inspect.ts'

/** Of this process alone: the machine may be busy with others. */
const millisecondsSince = (began: NodeJS.CpuUsage) => process.cpuUsage(began).user / 1000

const walk = 'Join our webinar on Friday 18 December 2026, 14:00 CET.'
const mail = (subject: string, body = walk, from = 'Ana <ana@x.example>') =>
  Buffer.from(
    `From: ${from}\r\nSubject: ${subject}\r\nDate: Tue, 01 Dec 2026 09:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`,
  )
const encoded = (words: string) => `=?utf-8?Q?${words.replaceAll(' ', '=20')}?=`
const spaces = ' '.repeat(20_000)

// The first mail loads what reads them.
beforeAll(() => read(mail('Walk')))

async function read(bytes: Buffer): Promise<{ found: Finding[]; took: number }> {
  const before = process.cpuUsage()
  const lines = [...(await inspect(bytes, { as: 'mail' }))]
  return {
    found: lines.flatMap(line => ('finding' in line ? [line.finding] : [])),
    took: millisecondsSince(before),
  }
}

test.each<[string, Buffer]>([
  ['a subject of spaces', mail(encoded(`Re${spaces}x`))],
  ['a forwarded subject of spaces', mail(encoded(`Fwd: Walk [${spaces}x`))],
  ['a name of spaces', mail('Walk', walk, `"Ana${spaces}x" <ana@x.example>`)],
  ['a head of spaces', mail('Fwd: Walk', `From${spaces}x\nSent${spaces}x\nSubject${spaces}x\n\n${walk}`)],
  [
    'a forwarded head without an end',
    mail('Fwd: Walk', `---- Forwarded message ----\nFrom: ${'a'.repeat(40_000)}\nSubject: Walk\n\n${walk}`),
  ],
  ['a line that ends far away', mail('Walk', `${walk}\n\na${' '.repeat(60_000)}x`)],
])('%s costs no more than others', async (_, bytes) => {
  const { found, took } = await read(bytes)
  expect(found[0]?.start).toBe('2026-12-18T14:00:00+01:00[Europe/Berlin]')
  // Each took from half a second to many when every space was tried.
  expect(took).toBeLessThan(450)
})

test('a digest of heads without an end costs no more than others', async () => {
  const message = (at: number) =>
    `Message: ${at}\nDate: Tue, 01 Dec 2026 09:00:00 +0100\nFrom: ${'a'.repeat(40_000)}\nSubject: Walk ${at}\n\n${walk}\n\n`
  const { found, took } = await read(
    mail('Digest, Vol 1', `Today's Topics:\n\n${message(1)}${message(2)}${message(3)}`),
  )
  expect(found.length).toBeGreaterThan(0)
  expect(took).toBeLessThan(1500)
})

test.each(['\u0000', 'a\u0000b', '\u0007', '\ufffe'])(
  '%o in each field of a mail leaves sound findings',
  async bad => {
    const bytes = mail(
      encoded(`Walk ${bad === '\ufffe' ? '=EF=BF=BE' : bad}`),
      `${walk} ${bad}\nWhere: Park ${bad}\nhttps://x.example/${bad}`,
      `"Ana ${bad}" <ana@x.example>`,
    )
    expect(await faultsOf(bytes, { as: 'mail' })).toEqual([])
    expect((await read(bytes)).found[0]?.start).toBe('2026-12-18T14:00:00+01:00[Europe/Berlin]')
  },
)

test('half a letter in the text of a mail, however it is told, leaves sound findings', async () => {
  // A surrogate alone as UTF-8 tells it where it must not, and as UTF-16.
  const alone = Buffer.concat([mail('Walk', walk), Buffer.from([0xed, 0xa0, 0xbd])])
  const wide = Buffer.concat([
    Buffer.from(
      'From: Ana <ana@x.example>\r\nSubject: Walk\r\nContent-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n\r\n',
    ),
    Buffer.from(Buffer.from(`${walk} \ud83d!`, 'utf16le').toString('base64')),
  ])
  for (const bytes of [alone, wide]) expect(await faultsOf(bytes, { as: 'mail' })).toEqual([])
})
