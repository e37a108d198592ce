import { Hono } from 'hono'
import { keepPrivacyText, privacyTexts } from '../../services/keep-privacy-text.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { owning } from '../middleware/curator.ts'
import { fieldsOf, refuseLongTexts, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { MarkdownField } from '../ui/markdown-field.tsx'
import { sendOnce } from '../ui/send.tsx'
import { languages } from '../words.ts'

const longestText = 50_000

/** What owners add to the page on privacy, in the language in which they read the desk. */
export function privacyDeskRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()

  room.get(paths.deskPrivacy(), owning(parts), async c => {
    const at = await atDesk(c, parts)
    const { say, language, link } = at.showing
    const texts = await privacyTexts(store.db)
    const page = (
      <DeskPage at={at} title={say('privacy.name')}>
        <h1>{say('privacy.name')}</h1>
        <p>
          {say('privacy.edit.lead')} <a href={link(paths.privacy())}>{say('privacy.title')}</a>
        </p>
        <form method="post" action={link(paths.deskPrivacy())} class="entry-form">
          <input type="hidden" name="language" value={language} />
          <MarkdownField
            showing={at.showing}
            name="text"
            label={`${say('privacy.own')} (${languages[language].name})`}
            value={texts[language] ?? ''}
            hint={say('privacy.edit.hint')}
            most={longestText}
            rows={14}
          />
          <button type="submit" class="act strong">
            {say('awake.keep')}
          </button>
        </form>
      </DeskPage>
    )
    return sendOnce(c, parts, page)
  })

  room.post(paths.deskPrivacy(), owning(parts), refuseOtherSites(config), refuseLongTexts, async c => {
    const at = await atDesk(c, parts)
    const { text = '', language = '' } = await fieldsOf(c)
    if (!Object.hasOwn(languages, language)) return c.redirect(at.showing.link(paths.deskPrivacy()), 303)
    const { id, name } = at.curator
    await keepPrivacyText(store, language, text.slice(0, longestText), { by: { id, name }, at: now() })
    return c.redirect(at.showing.link(paths.privacy()), 303)
  })
  return room
}
