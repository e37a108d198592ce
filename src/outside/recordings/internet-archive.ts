import { archiveId } from '../../domain/recordings/player.ts'
import { type Channel, type Listed, seenAs, type Unseen } from '../../domain/recordings/seen.ts'
import { type Ask, type Provider, unseen } from './ask.ts'
import { at, type Json, languageTag, listAt, momentAt, parsed, secondsAt, textAt } from './json.ts'

/**
 * The Internet Archive's metadata API (archive.org/developers/md-read.html, md-record.html): of an item that there is
 * not the answer is an empty object; one that was taken down `is_dark`.
 */
export const internetArchive: Provider = {
  name: 'internet-archive',
  knows: url => archiveId(url) !== null,
  async see(url, ask) {
    const told = await ask(`https://archive.org/metadata/${archiveId(url)}`)
    if (!told.ok) return unseen(told)
    const item = parsed(told.text)
    if (!item) return unseen('strange')
    if (Object.keys(item).length === 0 || item.is_dark === true) return seenAs({ recording: 'removed' })
    const title = firstOf(at(item, 'metadata', 'title'))
    if (title === null) return unseen('strange')
    const films = listAt(item, 'files').filter(file => playable.test(String(file.name ?? '')))
    const creator = firstOf(at(item, 'metadata', 'creator'))
    const about = seenAs({
      stream: 'none',
      title,
      publishedAt: momentAt(item, 'metadata', 'publicdate'),
      language: languageTag(firstOf(at(item, 'metadata', 'language'))),
      captions: captionsOf(listAt(item, 'files')),
      embed: true,
      channel: creator ? { kind: 'archive', id: creator, at: 'https://archive.org', name: creator } : null,
    })
    if (at(item, 'metadata', 'access-restricted-item') === 'true') return { ...about, recording: 'private' }
    const isFilm = /^(?:movies|audio|etree)$/.test(textAt(item, 'metadata', 'mediatype') ?? '')
    if (films.length === 0) return isFilm ? { ...about, recording: 'processing' } : unseen('not-told')
    return { ...about, recording: 'available', seconds: longest(films) }
  },
}

const playable = /\.(?:mp4|m4v|webm|ogv|mov|avi|mkv|mpe?g|mp3|m4a|ogg|flac|wav)$/i

/** A field may hold one thing or several. */
function firstOf(told: unknown): string | null {
  return textAt({ told: Array.isArray(told) ? told[0] : told }, 'told')
}

/** Files tell their length in seconds, or as on a clock. */
function longest(files: Json[]): number | null {
  const lengths = files.flatMap(file => {
    const clock = /^(?:(\d{1,2}):)?(\d{1,3}):(\d\d)$/.exec(textAt(file, 'length') ?? '')
    if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
    return secondsAt(file, 'length') ?? []
  })
  return lengths.length > 0 ? Math.max(...lengths) : null
}

/** `talk.fr.vtt`; what a machine heard is called `asr`. */
function captionsOf(files: Json[]): string[] {
  const names = files.flatMap(
    file => /\.([a-z]{2,3})\.(?:srt|vtt)$/i.exec(String(file.name ?? ''))?.[1] ?? [],
  )
  return [...new Set(names.filter(name => name !== 'asr').flatMap(name => languageTag(name) ?? []))]
}

/** The newest films of one creator, by the search that the archive offers (archive.org/help/aboutsearch.htm). */
export async function archiveList({ id, at: origin }: Channel, ask: Ask): Promise<Listed[] | Unseen> {
  const asked = new URLSearchParams({
    q: `creator:"${id.replace(/["\\]/g, ' ')}" AND mediatype:(movies OR audio)`,
    rows: '30',
    output: 'json',
  })
  for (const field of ['identifier', 'title', 'publicdate']) asked.append('fl[]', field)
  asked.append('sort[]', 'publicdate desc')
  const told = await ask(`${origin}/advancedsearch.php?${asked}`)
  if (!told.ok) return unseen(told)
  const answer = parsed(told.text)
  if (!Array.isArray(at(answer, 'response', 'docs'))) return unseen('strange')
  return listAt(answer, 'response', 'docs').flatMap(item => {
    const [identifier, title] = [textAt(item, 'identifier'), firstOf(item.title)]
    if (!identifier || !title || !/^[\w.-]+$/.test(identifier)) return []
    const publishedAt = momentAt(item, 'publicdate')
    return [
      {
        url: `${origin}/details/${identifier}`,
        title,
        publishedAt,
        startedAt: null,
        seconds: null,
        isToCome: false,
      },
    ]
  })
}
