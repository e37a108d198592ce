import { describe, expect, test } from 'vitest'
import { openImap } from '../../test/imap-server.ts'
import { type LyingMail, readMails } from './mail-folder.ts'

const told = {
  mostBytes: 1000,
  setback: 'mailbox-unreachable',
  signal: new AbortController().signal,
} as const
const mail = (number: number) => `Subject: ${number}\r\n\r\nwords`

describe('a mailbox', () => {
  test('gives what was not read, and marks it once that is kept', async () => {
    const { folder, put, mails } = await openImap()
    for (const number of [1, 2, 3]) put(mail(number))
    mails[1]!.flags.add('\\Seen')
    const read: string[] = []
    const use = async ({ bytes, isWhole }: LyingMail) => {
      expect(isWhole).toBe(true)
      expect(mails.filter(({ flags }) => flags.has('\\Seen')).length).toBe(read.length + 1)
      read.push(Buffer.from(bytes).toString())
    }
    await readMails(folder, use, told)
    expect(read).toEqual([mail(1), mail(3)])
    expect(mails.every(({ flags }) => flags.has('\\Seen'))).toBe(true)
    await readMails(folder, use, told)
    expect(read).toHaveLength(2)
  })

  test('gives once more what could not be kept', async () => {
    const { folder, put, mails } = await openImap()
    put(mail(1))
    const fault = new Error('the store is away')
    await expect(readMails(folder, async () => Promise.reject(fault), told)).rejects.toBe(fault)
    expect(mails[0]!.flags.size).toBe(0)
  })

  test('gives once more what was kept when the connection was lost', async () => {
    const { folder, put } = await openImap({ dropAt: /STORE/ })
    put(mail(1))
    let count = 0
    const use = async () => void count++
    await expect(readMails(folder, use, told)).rejects.toMatchObject({
      told: { code: 'mailbox-unreachable' },
    })
    await readMails(folder, use, told)
    expect(count).toBe(2)
  })

  test('gives the beginning of what is too long', async () => {
    const { folder, put } = await openImap()
    put(`Subject: long\r\n\r\n${'x'.repeat(5000)}`)
    const read: LyingMail[] = []
    await readMails(folder, async each => void read.push(each), told)
    expect(read.map(({ bytes, isWhole }) => [bytes.length, isWhole])).toEqual([[1000, false]])
  })

  test('that lets nobody in is told of', async () => {
    const { folder } = await openImap()
    const wrong = { ...folder, login: { user: 'x', password: 'y' } }
    await expect(readMails(wrong, async () => {}, told)).rejects.toMatchObject({
      told: { code: 'mailbox-unreachable', values: { server: `127.0.0.1:${folder.port}` } },
    })
  })
})
