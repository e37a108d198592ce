import type { Visitor } from '../../domain/visitor.ts'
import { signInLastsDays } from '../../domain/visitor.ts'
import { saidByVisitor, subscriberOfVisitor } from '../../services/visitors/own-key.ts'
import { readFace } from '../../storage/faces.ts'
import { listMailsFrom } from '../../storage/incoming-mails.ts'
import { listChangesBy } from '../../storage/organiser-changes.ts'
import { listOrganisersOf } from '../../storage/organisers.ts'
import { listSuggestionReadings } from '../../storage/readings.ts'
import { listCommentsBy, listSuggestionsBy, type OwnSaid } from '../../storage/said-by.ts'
import type { Store } from '../../storage/store.ts'
import { readSubscriptions } from '../../storage/subscriptions.ts'
import { listSteps } from '../../storage/suggestions.ts'
import type { Db } from '../../storage/tables.ts'
import { listVisitorSignIns } from '../../storage/visitors.ts'
import { ownVisitor } from '../middleware/participant.ts'
import { paths } from '../paths.ts'
import type { Parts, Visit } from '../show.ts'

export type Said = {
  comments: OwnSaid[]
  suggestions: (OwnSaid & { label: string; organisation: string | null })[]
}

/** What a page shows of it; `mostInFile`, what a file does. */
export const mostShown = 100
const mostInFile = 100_000

/** What somebody said here, the newest first. */
export async function readSaid({ db }: Store, visitor: Visitor, most = mostShown): Promise<Said> {
  const by = await saidByVisitor(db, visitor)
  return {
    comments: await listCommentsBy(db, by, most),
    suggestions: await listSuggestionsBy(db, by, most),
  }
}

/** Everything that is kept about somebody, as a file of their own. Hashes, which only compare, tell nobody anything. */
export async function sendData(c: Visit, parts: Parts): Promise<Response> {
  const { store, config, now } = parts
  const visitor = await ownVisitor(c)
  if (!visitor) return c.redirect(paths.you(), 303)
  const { db } = store
  const said = await readSaid(store, visitor, mostInFile)
  const subscriber = await subscriberOfVisitor(db, visitor)
  const signIns = await listVisitorSignIns(db, visitor.id, {
    seenSince: now() - signInLastsDays * 86_400_000,
    token: null,
  })
  const { provider, issuer, subject, name, toldName, url, mail } = visitor
  const mailbox = provider === 'mail' ? mail : null
  const { mailKey } = await saidByVisitor(db, visitor)
  const file = {
    site: config.baseUrl,
    at: dated(now()),
    you: {
      ...{ provider, issuer, subject, name, nameOfProvider: toldName, url, mail },
      since: dated(visitor.madeAt),
      seen: dated(visitor.seenAt),
    },
    pictures: await picturesOf(db, visitor),
    signIns: signIns.map(({ device, madeAt, seenAt }) => ({
      device,
      since: dated(madeAt),
      seen: dated(seenAt),
    })),
    comments: said.comments.map(({ at, ...comment }) => ({ ...comment, at: dated(at) })),
    suggestions: await Promise.all(
      said.suggestions.map(async ({ at, ...suggestion }) => ({
        ...suggestion,
        at: dated(at),
        given: (await listSuggestionReadings(db, suggestion.id)).map(({ form, input, url, findings }) => ({
          ...{ as: form, given: input, foundAt: url, found: findings },
        })),
        said: (await listSteps(db, suggestion.id)).map(step => ({
          ...{ who: step.who, act: step.act, words: step.words, changed: step.detail?.corrected ?? null },
          at: dated(step.at),
        })),
      })),
    ),
    organiser: mailbox && {
      devices: (await listOrganisersOf(db, mailbox)).map(
        ({ organisation, askedAt, openedAt, expiresAt }) => ({
          organisation,
          asked: dated(askedAt),
          cameIn: openedAt === null ? null : dated(openedAt),
          until: dated(expiresAt),
        }),
      ),
      told: (await listChangesBy(db, mailbox)).map(({ title, organisation, at, said: told, state }) => ({
        ...{ entry: title, organisation: organisation.name, state, told },
        at: dated(at),
      })),
    },
    mailsToUs: mailKey && (await listMailsFrom(db, mailKey)).map(mail => ({ ...mail, at: dated(mail.at) })),
    toldByMail: subscriber && {
      ...{ address: subscriber.address, language: subscriber.language, zone: subscriber.zone },
      since: dated(subscriber.madeAt),
      subscriptions: (await readSubscriptions(db, subscriber.id)).map(
        ({ what, target, wants, askedAt, confirmedAt }) => ({
          ...{ what, of: target, wants },
          asked: dated(askedAt),
          confirmed: confirmedAt === null ? null : dated(confirmedAt),
        }),
      ),
    },
  }
  return c.json(file, 200, { 'content-disposition': 'attachment; filename="you.json"' })
}

/** As they are shown here, and where they come from. */
async function picturesOf(db: Db, visitor: Visitor) {
  const { mailKey } = await saidByVisitor(db, visitor)
  const owners = [{ visitorId: visitor.id }, ...(mailKey === null ? [] : [{ mailKey }])]
  const faces = (await Promise.all(owners.map(owner => readFace(db, owner)))).filter(face => face?.bytes)
  return faces.map(face => ({
    from: face!.address,
    asked: face!.askedAt === null ? null : dated(face!.askedAt),
    image: `data:image/webp;base64,${Buffer.from(face!.bytes!).toString('base64')}`,
  }))
}

function dated(at: number): string {
  return new Date(at).toISOString()
}
