import { peertubeId } from '../../domain/recordings/player.ts'
import { type Channel, type Listed, type Seen, seenAs, type Unseen } from '../../domain/recordings/seen.ts'
import { type Ask, type Provider, unseen } from './ask.ts'
import { at, type Json, languageTag, listAt, momentAt, numberAt, parsed, secondsAt, textAt } from './json.ts'

/**
 * PeerTube, on whichever server: its REST API (docs.joinpeertube.org/api-rest-reference.html: getVideo, VideoDetails,
 * VideoStateConstant, getVideoCaptions, getVideoChannelVideos).
 */
export const peertube: Provider = {
  name: 'peertube',
  asksOwnHostOnly: true,
  knows: url => peertubeId(url) !== null,
  async see(url, ask) {
    const told = await ask(`${url.origin}/api/v1/videos/${peertubeId(url)}`)
    if (!told.ok) return refused(told)
    const video = parsed(told.text)
    if (!video || textAt(video, 'uuid') === null || textAt(video, 'name') === null) return unseen('strange')
    const seen = seenIn(video, url.origin)
    if (seen.recording !== 'available') return seen
    return { ...seen, captions: await captionsOf(url, ask) }
  },
}

/**
 * 404 says that there is no such video; 401 and 403 that not everybody may see it: an account, a password, or a video of
 * a server that this one does not follow (see “Errors” there).
 */
function refused(told: Extract<Awaited<ReturnType<Ask>>, { ok: false }>): Seen | Unseen {
  if (told.status === 404 || told.status === 410) return seenAs({ recording: 'removed' })
  if (told.status === 401 || told.status === 403) return seenAs({ recording: 'private', embed: false })
  return unseen(told)
}

/** The states of a video: 1 published, 4 waiting for the stream, 5 the stream is over; others are work in progress. */
function seenIn(video: Json, origin: string): Seen {
  const state = numberAt(video, 'state', 'id') ?? 1
  const isLive = video.isLive === true
  const privacy = numberAt(video, 'privacy', 'id') ?? 1
  const told = seenAs({
    title: textAt(video, 'name'),
    seconds: isLive ? null : secondsAt(video, 'duration'),
    publishedAt: momentAt(video, 'publishedAt'),
    startedAt: momentAt(listAt(video, 'liveSchedules')[0], 'startAt'),
    language: languageTag(textAt(video, 'language', 'id')),
    embed: privacy <= 2,
    channel: channelOf(video, origin),
  })
  if (video.blacklisted === true) return { ...told, recording: 'removed' }
  if (privacy > 2) return { ...told, recording: 'private' }
  if (isLive) {
    if (state === 1) return { ...told, stream: 'live' }
    if (state === 4) return { ...told, stream: 'upcoming' }
    return state === 5 ? { ...told, stream: 'over' } : told
  }
  if (state === 1) return { ...told, stream: 'none', recording: 'available' }
  const isBroken = state === 7 || state === 8 || state === 11 || state === 12
  return isBroken ? told : { ...told, recording: 'processing' }
}

/** A server shows videos of others too; a channel is asked where the video was seen. */
function channelOf(video: Json, origin: string): Channel | null {
  const [name, host] = [textAt(video, 'channel', 'name'), textAt(video, 'channel', 'host')]
  if (!name || !/^[\w.-]{1,60}$/.test(name)) return null
  const isHere = host === null || host === new URL(origin).host
  if (!isHere && !/^[a-z0-9.-]{1,253}(?::\d{1,5})?$/i.test(host)) return null
  const id = isHere ? name : `${name}@${host}`
  return { kind: 'peertube', id, at: origin, name: textAt(video, 'channel', 'displayName') }
}

async function captionsOf(url: URL, ask: Ask): Promise<string[]> {
  const told = await ask(`${url.origin}/api/v1/videos/${peertubeId(url)}/captions`)
  if (!told.ok) return []
  const written = listAt(parsed(told.text), 'data').filter(each => each.automaticallyGenerated !== true)
  return [...new Set(written.flatMap(each => languageTag(textAt(each, 'language', 'id')) ?? []))]
}

/** What came out last on a channel, the newest first. */
export async function peertubeList({ id, at: origin }: Channel, ask: Ask): Promise<Listed[] | Unseen> {
  const told = await ask(
    `${origin}/api/v1/video-channels/${encodeURIComponent(id)}/videos?sort=-publishedAt&count=30`,
  )
  if (!told.ok) return unseen(told)
  const answer = parsed(told.text)
  if (!answer || !Array.isArray(at(answer, 'data'))) return unseen('strange')
  return listAt(answer, 'data').flatMap(video => {
    const title = textAt(video, 'name')
    const short = textAt(video, 'shortUUID') ?? textAt(video, 'uuid')
    if (!title || !short || !/^[\w-]{20,40}$/.test(short)) return []
    const seen = seenIn(video, origin)
    const { publishedAt, startedAt, seconds } = seen
    const isToCome = seen.recording !== 'available'
    return [{ url: `${origin}/w/${short}`, title, publishedAt, startedAt, seconds, isToCome }]
  })
}

export function peertubeChannelAt(url: URL): Channel | null {
  const [, id] = /^\/(?:video-channels|c)\/([\w.-]{1,60}(?:@[\w.-]+)?)\/videos\/?$/.exec(url.pathname) ?? []
  return id ? { kind: 'peertube', id, at: url.origin, name: null } : null
}
