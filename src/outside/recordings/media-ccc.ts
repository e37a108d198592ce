import { type Channel, type Listed, seenAs, type Unseen } from '../../domain/recordings/seen.ts'
import { type Ask, type Provider, unseen } from './ask.ts'
import { at, type Json, languageTag, listAt, momentAt, parsed, secondsAt, textAt } from './json.ts'

const api = 'https://api.media.ccc.de/public'

/** media.ccc.de, by its public API (github.com/voc/voctoweb, “Public API”: /public/events/:slug, /public/conferences/:acronym). */
export const mediaCcc: Provider = {
  name: 'media-ccc',
  knows: url => slugOf(url) !== null,
  async see(url, ask) {
    const told = await ask(`${api}/events/${slugOf(url)}`)
    if (!told.ok) return told.status === 404 ? seenAs({ recording: 'removed' }) : unseen(told)
    const event = parsed(told.text)
    const title = textAt(event, 'title')
    if (!event || title === null || !Array.isArray(event.recordings)) return unseen('strange')
    const kindOf = (file: Json) => textAt(file, 'mime_type') ?? ''
    const files = listAt(event, 'recordings')
    const films = files.filter(file => /^(?:video|audio)\//.test(kindOf(file)))
    const texts = files.filter(file => /subrip|vtt/.test(kindOf(file)))
    return seenAs({
      stream: 'none',
      recording: films.length > 0 ? 'available' : 'processing',
      title,
      seconds: secondsAt(event, 'duration') ?? secondsAt(event, 'length'),
      startedAt: momentAt(event, 'date'),
      publishedAt: momentAt(event, 'release_date'),
      language: languageTag(textAt(event, 'original_language')),
      captions: [...new Set(texts.flatMap(file => languageTag(textAt(file, 'language')) ?? []))],
      embed: true,
      channel: conferenceOf(event),
    })
  },
}

function slugOf({ hostname, pathname }: URL): string | null {
  return hostname === 'media.ccc.de' ? (/^\/v\/([\w.~%-]+)\/?$/.exec(pathname)?.[1] ?? null) : null
}

function conferenceOf(event: Json): Channel | null {
  const id = /\/public\/conferences\/([\w-]{1,60})$/.exec(textAt(event, 'conference_url') ?? '')?.[1]
  return id ? { kind: 'ccc', id, at: api, name: textAt(event, 'conference_title') } : null
}

export async function cccList({ id }: Channel, ask: Ask): Promise<Listed[] | Unseen> {
  const told = await ask(`${api}/conferences/${id}`)
  if (!told.ok) return unseen(told)
  const answer = parsed(told.text)
  if (!Array.isArray(at(answer, 'events'))) return unseen('strange')
  return listAt(answer, 'events').flatMap(event => {
    const [slug, title] = [textAt(event, 'slug'), textAt(event, 'title')]
    if (!slug || !title || !/^[\w.~-]+$/.test(slug)) return []
    const seconds = secondsAt(event, 'duration') ?? secondsAt(event, 'length')
    const [startedAt, publishedAt] = [momentAt(event, 'date'), momentAt(event, 'release_date')]
    return [
      { url: `https://media.ccc.de/v/${slug}`, title, publishedAt, startedAt, seconds, isToCome: false },
    ]
  })
}

export function cccChannelAt({ hostname, pathname }: URL): Channel | null {
  const id = hostname === 'media.ccc.de' ? /^\/c\/([\w-]{1,60})\/?$/.exec(pathname)?.[1] : null
  return id ? { kind: 'ccc', id, at: api, name: null } : null
}
