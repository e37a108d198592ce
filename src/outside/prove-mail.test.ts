import { generateKeyPairSync } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import type { MailProof } from '../domain/mail-in/proof.ts'
import { type Handover, proveMail } from './prove-mail.ts'

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

/** The records of a small world: IOM signs and says from where it sends; others have nothing, or something else. */
const records: Record<string, string[]> = {
  'day._domainkey.iom.int': [`v=DKIM1; k=rsa; p=${keys.publicKey.toString('base64')}`],
  'day._domainkey.evil.org': [`v=DKIM1; k=rsa; p=${keys.publicKey.toString('base64')}`],
  'day._domainkey.testing.org': [`v=DKIM1; t=y; k=rsa; p=${keys.publicKey.toString('base64')}`],
  'iom.int': ['v=spf1 ip4:192.0.2.0/24 -all'],
  '_dmarc.iom.int': ['v=DMARC1; p=reject'],
  'evil.org': ['v=spf1 ip4:203.0.113.0/24 -all'],
  '_dmarc.evil.org': ['v=DMARC1; p=none'],
  'shared.org': ['v=spf1 ip4:203.0.113.0/24 -all'],
}
const dns = async (name: string, type: string) => {
  const found = type === 'TXT' ? records[name.toLowerCase()] : undefined
  if (!found) throw Object.assign(new Error(`no ${type} of ${name}`), { code: 'ENOTFOUND' })
  return found.map(text => [text])
}

const fromIom: Handover = { sender: 'ana@iom.int', client: { ip: '192.0.2.7', helo: 'mx.iom.int' } }
const fromElsewhere: Handover = { sender: 'x@evil.org', client: { ip: '203.0.113.9', helo: 'evil.org' } }
const byMailbox: Handover = { sender: null, client: null }

async function written(
  told: { from?: string; signed?: string; by?: string; headers?: Record<string, string> } = {},
) {
  const { from = 'Ana <ana@iom.int>', signed, headers } = told
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail({
    from,
    to: 'suggest@day.example',
    subject: 'Webinar',
    text: 'On 18 December 2026, 14:00 CET.',
    ...(headers && { headers }),
    ...(signed && { dkim: { domainName: signed, keySelector: 'day', privateKey: keys.privateKey } }),
  })
  return message as Buffer
}

function prove(mail: Buffer, handover: Handover, trustedHost: string | null = null): Promise<MailProof> {
  return proveMail(mail, handover, { dns, host: 'day.example', trustedHost })
}

describe('where a mail came from', () => {
  test('is proven by the signature of its domain, from wherever it comes', async () => {
    for (const handover of [fromIom, fromElsewhere, byMailbox])
      expect(await prove(await written({ signed: 'iom.int' }), handover)).toMatchObject({
        from: 'ana@iom.int',
        domain: 'iom.int',
        by: 'dkim',
        dmarc: 'pass',
        dkim: [{ result: 'pass', domain: 'iom.int' }],
      })
  })

  test('is proven by where its domain says that it sends from', async () => {
    expect(await prove(await written(), fromIom)).toMatchObject({
      domain: 'iom.int',
      by: 'spf',
      spf: 'pass',
      dmarc: 'pass',
    })
  })

  test('is not proven by SPF where the domain has no policy: others may send from there, too', async () => {
    const sent = { sender: 'a@shared.org', client: { ip: '203.0.113.9', helo: 'shared.org' } }
    expect(await prove(await written({ from: 'a@shared.org' }), sent)).toMatchObject({
      domain: null,
      spf: 'pass',
    })
  })

  test('is not proven where somebody else sends in its name', async () => {
    expect(await prove(await written(), fromElsewhere)).toMatchObject({ domain: null, dmarc: 'fail' })
    // Signed, by another.
    expect(await prove(await written({ signed: 'evil.org' }), fromElsewhere)).toMatchObject({
      domain: null,
      dmarc: 'fail',
    })
    // Nobody says anything.
    expect(await prove(await written({ from: 'a@nowhere.org' }), byMailbox)).toMatchObject({
      domain: null,
      spf: 'none',
      dmarc: 'none',
    })
  })

  test('is the address, whatever name stands before it', async () => {
    const spoofed = await written({ from: '"ana@iom.int" <x@evil.org>', signed: 'evil.org' })
    expect(await prove(spoofed, fromElsewhere)).toMatchObject({ from: 'x@evil.org', domain: 'evil.org' })
  })

  test('is not proven by a signed mail of which anything was made another', async () => {
    const mail = (await written({ signed: 'iom.int' })).toString('latin1')
    const changed = {
      'the sender': mail.replace('ana@iom.int', 'bob@iom.int'),
      'the subject': mail.replace('Subject: Webinar', 'Subject: Buy'),
      'the words': mail.replace('14:00', '15:00'),
      'a second From above': `From: Bob <bob@iom.int>\r\n${mail}`,
      'a second From of another': `From: x@evil.org\r\n${mail}`,
      'a second Subject': `Subject: Buy\r\n${mail}`,
      'another type': `Content-Type: text/html\r\n${mail}`,
    }
    for (const [what, told] of Object.entries(changed))
      expect((await prove(Buffer.from(told, 'latin1'), byMailbox)).domain, what).toBeNull()
  })

  test('is not proven by a signature that is only tried out', async () => {
    const mail = await written({ from: 'a@testing.org', signed: 'testing.org' })
    expect((await prove(mail, byMailbox)).domain).toBeNull()
  })

  test('of two senders at once is nobody’s', async () => {
    const mail = await written({ from: 'Ana <ana@iom.int>, x@evil.org', signed: 'iom.int' })
    expect(await prove(mail, byMailbox)).toMatchObject({ from: null, domain: null })
  })

  describe('as the host that took it in tells', () => {
    const results = 'mx.host.org; spf=pass smtp.mailfrom=iom.int; dmarc=pass header.from=iom.int'
    const mail = async (...lines: string[]) =>
      Buffer.concat([
        Buffer.from(lines.map(line => `Authentication-Results: ${line}\r\n`).join('')),
        await written(),
      ])

    test('is proven where that host is trusted', async () => {
      expect(await prove(await mail(results), byMailbox, 'mx.host.org')).toMatchObject({
        domain: 'iom.int',
        by: 'host',
        seenBy: 'mx.host.org',
        spf: 'pass',
      })
    })

    test('is not where nobody is, or another says it', async () => {
      expect((await prove(await mail(results), byMailbox)).domain).toBeNull()
      expect((await prove(await mail(results), byMailbox, 'mx.other.org')).domain).toBeNull()
      // Whoever hands over a mail themselves has no host that saw it.
      expect((await prove(await mail(results), fromElsewhere, 'mx.host.org')).domain).toBeNull()
    })

    test('is what stands above all that came with the mail', async () => {
      const own = 'mx.host.org; spf=fail smtp.mailfrom=iom.int; dmarc=fail header.from=iom.int'
      expect((await prove(await mail(own, results), byMailbox, 'mx.host.org')).domain).toBeNull()
    })

    test.each([
      'mx.host.org; dmarc=pass header.from=evil.org',
      'mx.host.org; dmarc=fail (dmarc=pass header.from=iom.int) header.from=iom.int',
      'mx.host.org; none (; dmarc=pass header.from=iom.int',
      'mx.host.org.evil.org; dmarc=pass header.from=iom.int',
      'mx.host.org; spf=fail smtp.mailfrom="x; dmarc=pass header.from=iom.int"',
    ])('is not proven by “%s”', async line => {
      expect((await prove(await mail(line), byMailbox, 'mx.host.org')).domain).toBeNull()
    })
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['no mail', Buffer.from([0, 1, 255, 13, 10])],
    ['a head of megabytes', Buffer.from(`From: a@iom.int\r\n${'X: y\r\n'.repeat(100_000)}\r\nwords`)],
    [
      'a thousand signatures',
      Buffer.from(
        `${'DKIM-Signature: v=1; a=rsa-sha256; d=iom.int; s=day; h=from; bh=AA==; b=AA==\r\n'.repeat(1000)}From: a@iom.int\r\n\r\nwords`,
      ),
    ],
  ])('of %s is not proven', async (_, bytes) => {
    expect((await prove(bytes, fromElsewhere)).domain).toBeNull()
  })
})
