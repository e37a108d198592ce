import { Refusal } from '../../domain/refusal.ts'
import { writeMail } from '../../outlet/notice/write-mail.ts'
import { enterByCode, enterByLink, seeVisitorLink } from '../../services/visitors/enter-by-mail.ts'
import { sendVisitorLink } from '../../services/visitors/send-visitor-link.ts'
import { fieldsOf } from '../middleware/forms.ts'
import { alike } from '../middleware/tries.ts'
import { carryVisitor, visitorToken } from '../middleware/visitor-cookie.ts'
import { waitToSend } from '../middleware/wait-to-send.ts'
import { carryWay, wayToken } from '../middleware/way-cookie.ts'
import { ownPath, paths } from '../paths.ts'
import { headerOf, type Parts, readerOf, type Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { keepTyped, withDraft } from './keep-typed.ts'
import { AskMailPage, CodePage, UseLinkPage } from './mail-pages.tsx'
import { tooLate } from './too-late.tsx'

/** Sends a link and a code to a mailbox, or asks for it. */
export async function send(c: Visit, parts: Parts): Promise<Response> {
  const { config, store, assets, now } = parts
  const { back: told, 'own-mail': mail = '', 'own-name': name = '', ...fields } = await fieldsOf(c)
  const back = ownPath(told) ?? paths.you()
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const { say } = showing
  const ask = async (wrong: string | null, status: 200 | 422 | 429) => {
    const way = { back, fields, leave: (await keepTyped(c, parts, { back, fields })).back }
    // What stands in the guest's fields of the form they come from need not be typed twice.
    const typed = { mail: mail || (fields.mail ?? ''), name: name || (fields.name ?? '') }
    return sendOnce(c, parts, <AskMailPage {...{ showing, assets, way, wrong, typed }} />, status)
  }
  if (mail.trim() === '') return ask(null, 200)
  const wait = await waitToSend(c, parts, 'visitor link')
  if (wait !== null) {
    c.header('retry-after', String(wait))
    return ask(say('you.wait', { seconds: wait }), 429)
  }
  const browser = carryWay(c, config)
  const host = new URL(config.baseUrl).host
  let draftId: string | null
  try {
    draftId = await alike(
      sendVisitorLink(store, { mail, name, browser, back, fields, at: now() }, (token, code) =>
        writeMail({
          ...{ language: showing.language, dir: showing.dir },
          subject: say('you.mail.subject', { host }),
          title: say('you.mail.subject', { host }),
          parts: [{ heading: null, rows: [{ text: say('you.mail.code', { code: inHalves(code) }) }] }],
          action: { label: say('you.mail.go'), url: config.baseUrl + paths.youByMail(token) },
          foot: { why: say('you.mail.why', { host }), links: [] },
          end: '',
          list: { id: '', name: '' },
        }),
      ),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return ask(sayRefusal(say, error), 422)
  }
  return sendOnce(c, parts, <CodePage {...{ showing, assets, mail, back: withDraft(back, draftId) }} />)
}

/** What a link opens. Programs that look into mails open every link: what signs in is the button behind it. */
export async function showLink(c: Visit, parts: Parts): Promise<Response> {
  const { config, store, assets, now } = parts
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const token = c.req.param('token') ?? ''
  const seen = store.isReadOnly
    ? null
    : await seeVisitorLink(store, token, { browser: wayToken(c, config), at: now() })
  if (!seen) return tooLate(c, parts, 404)
  return sendOnce(c, parts, <UseLinkPage {...{ showing, assets, token, ...seen }} />)
}

export async function useLink(c: Visit, parts: Parts): Promise<Response> {
  const { config, store } = parts
  const entered = store.isReadOnly ? null : await enterByLink(store, c.req.param('token') ?? '', by(c, parts))
  if (!entered) return tooLate(c, parts, 404)
  carryVisitor(c, config, entered.token)
  return c.redirect(withDraft(entered.back, entered.draftId), 303)
}

export async function useCode(c: Visit, parts: Parts): Promise<Response> {
  const { config, store, assets } = parts
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const { code = '', mail = '', back: told } = await fieldsOf(c)
  const back = ownPath(told) ?? paths.you()
  const browser = wayToken(c, config)
  const wait = await waitToSend(c, parts, 'visitor code')
  const entered =
    wait !== null || browser === null || store.isReadOnly
      ? null
      : await enterByCode(store, code, { ...by(c, parts), browser })
  if (entered) {
    carryVisitor(c, config, entered.token)
    return c.redirect(withDraft(entered.back, entered.draftId), 303)
  }
  const wrong = wait === null ? showing.say('you.code.wrong') : showing.say('you.wait', { seconds: wait })
  return sendOnce(
    c,
    parts,
    <CodePage {...{ showing, assets, mail, back, wrong }} />,
    wait === null ? 422 : 429,
  )
}

/** Eight digits are read more easily in two parts. */
function inHalves(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

function by(c: Visit, parts: Parts) {
  const { config, now } = parts
  const { say } = showingOf(readerOf(c, parts), 'UTC')
  return {
    browser: wayToken(c, config),
    former: visitorToken(c, config),
    device: headerOf(c, 'user-agent') ?? null,
    usual: say('you.nameless'),
    at: now(),
  }
}
