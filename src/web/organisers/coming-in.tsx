import type { Entry } from '../../domain/entry.ts'
import { Refusal } from '../../domain/refusal.ts'
import { writeMail } from '../../outlet/notice/write-mail.ts'
import {
  enterOrganiser,
  leaveDevice,
  seeOrganiserLink,
  sendOrganiserLink,
} from '../../services/organisers/come-in.ts'
import { fieldsOf } from '../middleware/forms.ts'
import { carryOrganiser, dropOrganiser, organiserDevice } from '../middleware/organiser-cookie.ts'
import { alike } from '../middleware/tries.ts'
import { waitToSend } from '../middleware/wait-to-send.ts'
import { mayAskOrganisers } from '../organisers-asked.ts'
import { paths } from '../paths.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { isolated } from '../ui/entry-words.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { AskPage, OverPage, SentPage, UsePage } from './coming-in-pages.tsx'

/** Asks for the mailbox. Null where there is no such entry, or nobody of it could come in. */
export async function ask(c: Visit, parts: Parts): Promise<Response | null> {
  const of = c.req.query('of') ?? ''
  const entry = await entryAt(parts, of)
  if (!entry) return null
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const page = (
    <AskPage {...{ showing, assets: parts.assets, of, title: entry.title, mail: '', wrong: null }} />
  )
  return sendOnce(c, parts, page)
}

/** The answer is the same, whoever the address belongs to. */
export async function send(c: Visit, parts: Parts): Promise<Response | null> {
  const { config, store, assets, now } = parts
  const { of = '', mail = '' } = await fieldsOf(c)
  const entry = await entryAt(parts, of)
  if (!entry) return null
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const { say } = showing
  const again = (wrong: string, status: 422 | 429) =>
    sendOnce(c, parts, <AskPage {...{ showing, assets, of, title: entry.title, mail, wrong }} />, status)
  const wait = await waitToSend(c, parts, 'organiser link')
  if (wait !== null) {
    c.header('retry-after', String(wait))
    return again(say('you.wait', { seconds: wait }), 429)
  }
  const host = new URL(config.baseUrl).host
  try {
    const asked = { mail, organisations: entry.organisations, at: now() }
    await alike(
      sendOrganiserLink(store, asked, (token, organisation) => {
        const subject = say('organiser.mail.subject', { host, organisation })
        return writeMail({
          ...{ language: showing.language, dir: showing.dir, subject, title: subject },
          parts: [
            {
              heading: null,
              rows: [{ text: say('organiser.mail.lead', { organisation: isolated(organisation) }) }],
            },
          ],
          action: { label: say('you.go'), url: config.baseUrl + paths.organiserLink(token) },
          foot: { why: say('organiser.mail.why', { host }), links: [] },
        })
      }),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return again(sayRefusal(say, error), 422)
  }
  return sendOnce(c, parts, <SentPage {...{ showing, assets, of }} />)
}

/** What a link opens: programs that look into mails open every link, so what lets in is the button behind it. */
export async function showLink(c: Visit, parts: Parts): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const found = await seeOrganiserLink(parts.store, token, parts.now())
  if (!found) return over(c, parts)
  const showing = showingOf(readerOf(c, parts), 'UTC')
  return sendOnce(c, parts, <UsePage {...{ showing, assets: parts.assets, token, found }} />)
}

export async function useLink(c: Visit, parts: Parts): Promise<Response> {
  const { store, config, now } = parts
  const device = await enterOrganiser(store, c.req.param('token') ?? '', now())
  if (device === null) return over(c, parts)
  const former = organiserDevice(c, config)
  if (former !== null) await leaveDevice(store, former)
  carryOrganiser(c, config, device)
  return c.redirect(paths.organiserOwn(), 303)
}

export async function leave(c: Visit, parts: Parts): Promise<Response> {
  const device = organiserDevice(c, parts.config)
  if (device !== null) await leaveDevice(parts.store, device)
  dropOrganiser(c, parts.config)
  return c.redirect(paths.home(), 303)
}

/** The link is used up, or too old, or the device is let in no more. */
export async function over(c: Visit, parts: Parts): Promise<Response> {
  const showing = showingOf(readerOf(c, parts), 'UTC')
  return sendOnce(c, parts, <OverPage {...{ showing, assets: parts.assets }} />, 403)
}

/** The entry at the path of its page, where its organisers may come in. */
async function entryAt(parts: Parts, of: string): Promise<Entry | null> {
  const [, series, edition, slug] = /^\/([\w-]+)\/([\w-]+)\/([^/?#]+)$/.exec(of) ?? []
  if (!series || !edition || !slug) return null
  const programme = await parts.programmes(series, edition)
  const entry = programme?.entries.find(each => each.slug === slug)
  return programme && entry && (await mayAskOrganisers(parts, programme.edition, entry)) ? entry : null
}
