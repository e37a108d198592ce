import { createDecipheriv, createECDH, createHmac, createPublicKey, randomBytes, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { closing } from '../../test/stores.ts'
import { pushKeysOf } from '../services/notices/push-keys.ts'
import { openStore } from '../storage/store.ts'
import { createPush } from './send-push.ts'

type Asked = { headers: IncomingMessage['headers']; body: Buffer; path: string }

async function openPushService(
  answer: (path: string) => { status: number; headers?: Record<string, string> },
) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    asked.push({ headers: request.headers, body: Buffer.concat(pieces), path: request.url! })
    const { status, headers } = answer(request.url!)
    response.writeHead(status, headers).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

function aBrowser() {
  const curve = createECDH('prime256v1')
  const p256dh = curve.generateKeys('base64url')
  const auth = randomBytes(16)
  return { curve, auth, keys: { p256dh, auth: auth.toString('base64url') } }
}

const hkdf = (salt: Buffer, secret: Uint8Array, info: Buffer, length: number) => {
  const key = createHmac('sha256', salt).update(secret).digest()
  return createHmac('sha256', key)
    .update(Buffer.concat([info, Buffer.from([1])]))
    .digest()
    .subarray(0, length)
}

/** As a browser does it: RFC 8291 and RFC 8188. */
function decrypted(body: Buffer, { curve, auth }: ReturnType<typeof aBrowser>): string {
  const salt = body.subarray(0, 16)
  const length = body[20]!
  const theirs = body.subarray(21, 21 + length)
  const shared = curve.computeSecret(theirs)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), curve.getPublicKey(), theirs])
  const secret = hkdf(auth, shared, info, 32)
  const key = hkdf(salt, secret, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = hkdf(salt, secret, Buffer.from('Content-Encoding: nonce\0'), 12)
  const sealed = body.subarray(21 + length)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8')
}

async function sentTo(endpoint: string, browser = aBrowser(), exempt = true) {
  const store = closing(await openStore({ sqlite: ':memory:' }))
  const site = await pushKeysOf(store.db)
  expect(await pushKeysOf(store.db)).toEqual(site)
  const kept = await store.db.selectFrom('settings').where('name', '=', 'push-keys').select('value').execute()
  expect(kept[0]!.value).not.toContain(site.privateKey)
  const push = createPush({ exempt, now: Date.now })
  const by = { ...site, subject: 'https://day.example' }
  const pushed = await push({
    endpoint,
    keys: browser.keys,
    payload: '{"title":"Begins – يبدأ"}',
    by,
    ttl: 900,
    isUrgent: true,
  })
  return { pushed, site }
}

test('a message is signed by the site, and can be read by the browser alone', async () => {
  const { asked, address } = await openPushService(() => ({ status: 201 }))
  const browser = aBrowser()
  const { pushed, site } = await sentTo(`${address}/send/1`, browser)
  expect(pushed).toEqual({ state: 'taken' })
  const [{ headers, body }] = asked as [Asked]
  expect(headers).toMatchObject({ ttl: '900', urgency: 'high', 'content-encoding': 'aes128gcm' })
  expect(decrypted(body, browser)).toBe('{"title":"Begins – يبدأ"}')
  const [, token, key] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization!)!
  expect(key).toBe(site.publicKey)
  const [head, claims, signature] = token!.split('.')
  const point = Buffer.from(site.publicKey, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map(part => part.toString('base64url'))
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' })
  const signed = { key: publicKey, dsaEncoding: 'ieee-p1363' as const }
  expect(
    verify('sha256', Buffer.from(`${head}.${claims}`), signed, Buffer.from(signature!, 'base64url')),
  ).toBe(true)
  expect(JSON.parse(Buffer.from(claims!, 'base64url').toString())).toMatchObject({
    aud: address,
    sub: 'https://day.example',
  })
})

test('what a push service answers is understood, and it is never followed elsewhere', async () => {
  const { asked, address } = await openPushService(path => ({
    status: Number(path.slice(1)),
    headers: { 'retry-after': '120', location: '/201' },
  }))
  const states = []
  for (const status of [404, 410, 429, 400, 500, 307])
    states.push((await sentTo(`${address}/${status}`)).pushed.state)
  expect(states).toEqual(['gone', 'gone', 'busy', 'refused', 'away', 'away'])
  expect(asked.map(({ path }) => path)).not.toContain('/201')
  expect((await sentTo(`${address}/429`)).pushed).toEqual({ state: 'busy', after: 120 })
})

test('no address within is reached, whatever a browser says', async () => {
  const { asked, address } = await openPushService(() => ({ status: 201 }))
  for (const endpoint of [
    `${address}/1`,
    'https://127.0.0.1/1',
    'https://[::1]/1',
    'https://169.254.169.254/1',
    'https://10.0.0.1/1',
    'http://push.example/1',
  ])
    expect((await sentTo(endpoint, aBrowser(), false)).pushed.state).toBe('refused')
  expect(asked).toEqual([])
})
