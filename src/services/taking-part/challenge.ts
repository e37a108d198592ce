import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { Challenge, Payload } from 'altcha-lib/types'
import type { Proof } from '../../domain/taking-part/verdict.ts'
import type { Db } from '../../storage/tables.ts'
import { keyOf } from '../seal.ts'

/**
 * A challenge takes a desktop some 0.1 s and a cheap phone about a second: so many keys are tried before the one that
 * was meant, each of so many rounds. They are derived by what browsers have built in, so that nobody is much faster.
 */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 1000, least: 150, most: 450 }

/** As long as somebody may take to write. */
const goodForMs = 6 * 3_600_000

/** What is to be worked for before a form is sent. @param now epoch milliseconds */
export async function makeChallenge(db: Db, now: number): Promise<Challenge> {
  const [{ createChallenge }, { deriveKey }, secret] = await Promise.all([
    import('altcha-lib'),
    import('altcha-lib/algorithms/pbkdf2'),
    secretOf(db),
  ])
  return createChallenge({
    algorithm: work.algorithm,
    cost: work.cost,
    counter: randomInt(work.least, work.most),
    deriveKey,
    // The library would compare with the machine's clock: what a challenge is good for is told in what is signed.
    data: { until: now + goodForMs },
    hmacSignatureSecret: secret,
    hmacKeySignatureSecret: `${secret} key`,
  })
}

/** What came back with a form: whether it was worked for. Whether it was used before, `weigh` finds out. */
export async function checkWork(db: Db, told: string, now: number): Promise<Proof['work']> {
  const payload = payloadOf(told)
  if (payload === null) return { state: told === '' ? 'absent' : 'wrong' }
  const until = payload.challenge.parameters.data?.until
  // One that was good once and is old: a form that lay open for long is no sign of a machine.
  if (typeof until !== 'number') return { state: 'wrong' }
  const [{ verifySolution }, { deriveKey }, secret] = await Promise.all([
    import('altcha-lib'),
    import('altcha-lib/algorithms/pbkdf2'),
    secretOf(db),
  ])
  const { verified } = await verifySolution({
    ...payload,
    deriveKey,
    hmacSignatureSecret: secret,
    hmacKeySignatureSecret: `${secret} key`,
  })
  if (!verified) return { state: 'wrong' }
  return until < now ? { state: 'absent' } : { state: 'done', key: payload.challenge.signature!, until }
}

/** A moment, signed: when a form was first touched, or made. */
export async function signMoment(db: Db, at: number): Promise<string> {
  const words = `${at.toString(36)}.${randomBytes(6).toString('base64url')}`
  return `${words}.${await signatureOf(db, words)}`
}

/** The moment that was signed here; null: none. */
export async function readMoment(db: Db, told: string): Promise<number | null> {
  const [, words, signature] = /^([0-9a-z]{1,12}\.[\w-]{8})\.([\w-]{43})$/.exec(told) ?? []
  if (!words || !signature) return null
  const own = Buffer.from(await signatureOf(db, words))
  return timingSafeEqual(own, Buffer.from(signature)) ? Number.parseInt(words.split('.')[0]!, 36) : null
}

async function signatureOf(db: Db, words: string): Promise<string> {
  return createHmac('sha256', await keyOf(db, 'forms'))
    .update(words)
    .digest('base64url')
}

async function secretOf(db: Db): Promise<string> {
  return (await keyOf(db, 'proof of work')).toString('base64url')
}

/** Of the library's form as it should be; null: it is not, or is nothing. */
function payloadOf(told: string): Payload | null {
  if (told === '' || told.length > 4000) return null
  try {
    const { challenge, solution } = JSON.parse(Buffer.from(told, 'base64').toString('utf8')) as Payload
    const parameters = challenge?.parameters
    const isWhole =
      typeof challenge?.signature === 'string' &&
      typeof solution === 'object' &&
      parameters?.algorithm === work.algorithm &&
      parameters.cost === work.cost &&
      typeof parameters.keySignature === 'string'
    return isWhole ? { challenge, solution } : null
  } catch {
    return null
  }
}
