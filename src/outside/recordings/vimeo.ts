import { seenAs } from '../../domain/recordings/seen.ts'
import { type Provider, unseen } from './ask.ts'
import { momentAt, parsed, secondsAt, textAt } from './json.ts'

/**
 * Vimeo tells by oEmbed (developer.vimeo.com/api/oembed/videos). A video that is kept to some sites, or behind a
 * password, comes without its title and maker; one that may not be embedded is refused by 403, and 404 stands for one
 * that is not open to everybody, is still being made, or is there no more (help.vimeo.com, “Using oEmbed with private
 * videos”): which of these, only its page tells.
 */
export const vimeo: Provider = {
  name: 'vimeo',
  knows: ({ hostname, pathname }) =>
    /^(?:www\.|player\.)?vimeo\.com$/.test(hostname) &&
    /^\/(?:video\/|event\/|channels\/[^/]+\/|groups\/[^/]+\/videos\/)?\d{5,}/.test(pathname),
  async see(url, ask) {
    const told = await ask(`https://vimeo.com/api/oembed.json?url=${encodeURIComponent(pageOf(url))}`)
    if (!told.ok) {
      if (told.status === 403) return seenAs({ embed: false })
      if (told.status !== 404) return unseen(told)
      const page = await ask(pageOf(url), 'page')
      if (page.ok || page.status === 401 || page.status === 403)
        return seenAs({ recording: 'private', embed: false })
      return page.status === 404 || page.status === 410 ? seenAs({ recording: 'removed' }) : unseen(page)
    }
    const answer = parsed(told.text)
    if (!answer || textAt(answer, 'type') !== 'video') return unseen('strange')
    const title = textAt(answer, 'title')
    if (title === null) return seenAs({ recording: 'private', embed: null })
    const seconds = secondsAt(answer, 'duration')
    // A live event, or one that is not made yet, has no length.
    if (/^\/event\//.test(url.pathname) || seconds === null) return seenAs({ title, embed: true })
    const publishedAt = momentAt(answer, 'upload_date')
    return seenAs({ stream: 'none', recording: 'available', title, seconds, publishedAt, embed: true })
  },
}

/** With the word that opens an unlisted one, without anything else. */
function pageOf({ pathname, searchParams }: URL): string {
  const hash = /^[0-9a-f]{6,20}$/.exec(searchParams.get('h') ?? '')?.[0]
  const path = pathname.replace(/^\/video\//, '/').replace(/\/$/, '')
  return `https://vimeo.com${path}${hash ? `/${hash}` : ''}`
}
