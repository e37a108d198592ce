import { isYouTube, youtubeId } from '../../domain/recordings/player.ts'
import { type Channel, type Seen, seenAs, type Unseen } from '../../domain/recordings/seen.ts'
import { type Ask, type Provider, unseen } from './ask.ts'
import { at, type Json, languageTag, listAt, momentAt, numberAt, parsed, secondsAt, textAt } from './json.ts'

/**
 * YouTube tells by oEmbed (oembed.com, endpoint https://www.youtube.com/oembed) whether a video is open to everybody, and
 * in the page of the video what its player is told: whether a stream is to come, on or over, and how long it is. Its
 * Data API (developers.google.com/youtube/v3/docs/videos) has words for the same, but wants a key of the host.
 */
export const youtube: Provider = {
  name: 'youtube',
  knows: url => isYouTube(url.hostname) && (youtubeId(url) !== null || isLivePage(url)),
  async see(url, ask) {
    const id = youtubeId(url)
    const page = await ask(id ? `https://www.youtube.com/watch?v=${id}&hl=en` : livePage(url), 'page')
    if (!page.ok && page.unseen === 'busy') return unseen(page)
    const player = page.ok ? playerData(page.text) : null
    const seen = player && seenIn(player)
    // What the page says is gone, another answer has to confirm: pages change their shape.
    if (id && (seen === null || seen === 'gone')) return seeByOembed(id, seen === 'gone', ask)
    if (seen && seen !== 'gone') return seen
    // The page of a channel that is not live has no player.
    if (!id && page.ok && /"channelId":"UC|\/channel\/UC/.test(page.text)) return seenAs({ stream: 'none' })
    return page.ok ? unseen('strange') : unseen(page)
  },
}

/** `/@name/live`, `/channel/UC…/live` and the player of a channel show whatever is on. */
function isLivePage({ pathname, searchParams }: URL): boolean {
  return (
    /^\/(?:@[^/]+|(?:channel|c|user)\/[^/]+)\/live\/?$/.test(pathname) ||
    (pathname === '/embed/live_stream' && /^UC[\w-]{22}$/.test(searchParams.get('channel') ?? ''))
  )
}

function livePage(url: URL): string {
  const channel = url.searchParams.get('channel')
  return `https://www.youtube.com${channel ? `/channel/${channel}/live` : url.pathname}?hl=en`
}

/** The object that the page gives its player; null where there is none, as on pages that ask for consent. */
function playerData(html: string): Json | null {
  const mark = /ytInitialPlayerResponse\s*=\s*\{/.exec(html)
  if (!mark) return null
  const start = mark.index + mark[0].length - 1
  let [depth, isText] = [0, false]
  for (let place = start; place < html.length; place++) {
    const sign = html[place]
    if (isText) {
      if (sign === '\\') place++
      else if (sign === '"') isText = false
    } else if (sign === '"') isText = true
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return parsed(html.slice(start, place + 1))
  }
  return null
}

/** `gone`: it says that there is nothing (any more); null: it says something of which nothing follows. */
function seenIn(player: Json): Seen | 'gone' | null {
  const status = textAt(player, 'playabilityStatus', 'status')
  const messages = at(player, 'playabilityStatus', 'messages')
  const why = [
    textAt(player, 'playabilityStatus', 'reason'),
    ...(Array.isArray(messages) ? messages : []),
  ].join(' ')
  const told = seenAs({
    ...facts(player),
    embed: at(player, 'playabilityStatus', 'playableInEmbed') === true,
  })
  const live = ['microformat', 'playerMicroformatRenderer', 'liveBroadcastDetails']
  const isStream = at(player, 'videoDetails', 'isLiveContent') === true
  if (status === 'OK') {
    if (at(player, 'videoDetails', 'isLive') === true || at(player, ...live, 'isLiveNow') === true)
      return { ...told, stream: 'live', seconds: null }
    if (at(player, 'videoDetails', 'isUpcoming') === true)
      return { ...told, stream: 'upcoming', seconds: null }
    if (at(player, 'videoDetails', 'isPostLiveDvr') === true)
      return { ...told, stream: 'over', recording: 'processing', seconds: null }
    return textAt(player, 'videoDetails', 'videoId')
      ? { ...told, stream: isStream ? 'over' : 'none', recording: 'available' }
      : null
  }
  if (status === 'LIVE_STREAM_OFFLINE') {
    const slate = ['playabilityStatus', 'liveStreamability', 'liveStreamabilityRenderer', 'offlineSlate']
    const starts = numberAt(player, ...slate, 'liveStreamOfflineSlateRenderer', 'scheduledStartTime')
    if (told.endedAt !== null) return { ...told, stream: 'over', recording: 'processing', seconds: null }
    return {
      ...told,
      stream: 'upcoming',
      seconds: null,
      startedAt: starts === null ? told.startedAt : starts * 1000,
    }
  }
  if (status === 'LOGIN_REQUIRED' && /\bprivate\b/i.test(why))
    return { ...told, recording: 'private', embed: false }
  if (status === 'LOGIN_REQUIRED' && /\bage\b/i.test(why))
    return { ...told, stream: isStream ? 'over' : 'none', recording: 'available', embed: false }
  if (status === 'UNPLAYABLE' && /live stream recording is not available/i.test(why))
    return { ...told, stream: 'over', recording: 'removed', embed: false }
  if (status === 'ERROR' && /unavailable|removed|no longer available|terminated|deleted/i.test(why))
    return 'gone'
  return null
}

function facts(player: Json): Partial<Seen> {
  const micro = ['microformat', 'playerMicroformatRenderer']
  const tracks = listAt(player, 'captions', 'playerCaptionsTracklistRenderer', 'captionTracks')
  const isMade = (track: Json) => track.kind === 'asr'
  const spoken = tracks.find(isMade)
  const written = tracks
    .filter(track => !isMade(track))
    .flatMap(track => languageTag(textAt(track, 'languageCode')) ?? [])
  return {
    title: textAt(player, 'videoDetails', 'title'),
    seconds: secondsAt(player, 'videoDetails', 'lengthSeconds'),
    startedAt: momentAt(player, ...micro, 'liveBroadcastDetails', 'startTimestamp'),
    endedAt: momentAt(player, ...micro, 'liveBroadcastDetails', 'endTimestamp'),
    publishedAt: momentAt(player, ...micro, 'publishDate'),
    language: spoken ? languageTag(textAt(spoken, 'languageCode')) : null,
    captions: [...new Set(written)],
    channel: channelOf(textAt(player, 'videoDetails', 'channelId'), textAt(player, 'videoDetails', 'author')),
  }
}

function channelOf(id: string | null, name: string | null): Channel | null {
  return id && /^UC[\w-]{22}$/.test(id) ? { kind: 'youtube', id, at: 'https://www.youtube.com', name } : null
}

/**
 * oEmbed tells that a video is open to everybody, or why it is not (oembed.com 2.3.4.5: 404 there is none, 401 it is
 * private; YouTube says 403 of private ones and 401 where it may not be embedded), and nothing of streams.
 */
async function seeByOembed(id: string, saysGone: boolean, ask: Ask): Promise<Seen | Unseen> {
  const address = encodeURIComponent(`https://www.youtube.com/watch?v=${id}`)
  const told = await ask(`https://www.youtube.com/oembed?url=${address}&format=json`)
  if (!told.ok) {
    if (told.status === 404 || told.status === 400)
      return saysGone || told.status === 404 ? seenAs({ recording: 'removed' }) : unseen('strange')
    if (told.status === 403) return seenAs({ recording: 'private', embed: false })
    return told.status === 401 ? seenAs({ embed: false }) : unseen(told)
  }
  const answer = parsed(told.text)
  const title = textAt(answer, 'title')
  // The two contradict each other, or it is no oEmbed.
  if (saysGone || title === null) return unseen('strange')
  return seenAs({ title, embed: true })
}

/** Where a channel, or a list, tells what came out: an Atom feed of the newest fifteen. */
export function youtubeFeed(channel: Channel): string {
  const by = channel.kind === 'youtube-list' ? 'playlist_id' : 'channel_id'
  return `${channel.at}/feeds/videos.xml?${by}=${channel.id}`
}

/** The channel or the list that an address is of; those that are called by name alone tell no number. */
export function youtubeChannelAt(url: URL): Channel | null {
  if (!isYouTube(url.hostname)) return null
  const list = /^(?:PL|UU|OL)[\w-]{10,60}$/.exec(url.searchParams.get('list') ?? '')?.[0]
  const at = 'https://www.youtube.com'
  if (list) return { kind: 'youtube-list', id: list, at, name: null }
  const id =
    /^\/channel\/(UC[\w-]{22})(?:\/|$)/.exec(url.pathname)?.[1] ??
    /^UC[\w-]{22}$/.exec(url.searchParams.get('channel') ?? '')?.[0]
  return id ? channelOf(id, null) : null
}
