import { randomUUIDv7 } from 'node:crypto'
import type { Identity } from '../../domain/visitor.ts'
import { addressTold, nameTold } from '../../domain/visitor-name.ts'
import { tellFace, untellFace } from '../../storage/faces.ts'
import { queueJob } from '../../storage/jobs.ts'
import type { Db } from '../../storage/tables.ts'
import { findVisitorByIdentity, insertVisitor, updateVisitor } from '../../storage/visitors.ts'
import { mailKeyOf, secretOfTakingPart } from '../taking-part/keys.ts'
import { openVisitorSignIn } from './open-sign-in.ts'

/** What is taken over of somebody when they come in. `picture`: its address; undefined: the one there is stays. */
export type Told = {
  name: string | null
  url: string | null
  mail: string | null
  picture?: string | null | undefined
}

/**
 * Lets somebody in whose identity was shown. They are who they were by identity alone: neither a mail address nor a name
 * makes them somebody else, or somebody else them. A name they chose here stays.
 *
 * @param usual how somebody is called of whom no name is told
 * @param former what the cookie of the device held before; @param device what its browser says of itself
 * @returns what it is to hold from now on
 */
export async function enterVisitor(
  db: Db,
  identity: Identity,
  told: Told,
  { usual, former, device, at }: { usual: string; former: string | null; device?: string | null; at: number },
): Promise<string> {
  const name = nameTold(told.name)
  const url = addressTold(told.url)
  const mailKey = told.mail === null ? null : mailKeyOf(await secretOfTakingPart(db), told.mail)
  const seen = { url, mail: told.mail, mailKey, seenAt: at }
  const known = await findVisitorByIdentity(db, identity)
  if (known) {
    const isOwnName = known.toldName !== known.name
    await updateVisitor(db, known.id, {
      ...seen,
      ...(name !== null && { toldName: name, ...(!isOwnName && { name }) }),
    })
  } else {
    const shown = name ?? usual
    await insertVisitor(db, {
      ...identity,
      ...seen,
      id: randomUUIDv7(),
      name: shown,
      toldName: shown,
      pictureId: null,
      madeAt: at,
    })
  }
  const { id } = known ?? (await findVisitorByIdentity(db, identity))!
  await tellPicture(db, id, told.picture, at)
  return openVisitorSignIn(db, { visitorId: id, former, device: device ?? null, at })
}

/** It is fetched later: nobody waits for it, and their provider may be slow. */
async function tellPicture(
  db: Db,
  visitorId: string,
  told: string | null | undefined,
  at: number,
): Promise<void> {
  if (told === undefined) return
  const address = addressTold(told)
  if (address === null) return untellFace(db, visitorId)
  if (await tellFace(db, visitorId, address, at - 86_400_000))
    await queueJob(db, { kind: 'fetch-faces', key: 'faces', data: null, dueAt: at })
}
