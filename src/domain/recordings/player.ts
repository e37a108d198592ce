/** How what is at an address can be shown inside a page: its player, and the one origin that is asked then. */
export type Player = { src: string; origin: string; site: string; kind: 'frame' | 'video' | 'audio' }

/**
 * The player of a recording by its address alone; null where none is known. It is the most private that the provider
 * has, and is loaded only once somebody asks for it.
 */
export function playerOf(address: string): Player | null {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null
  if (!plainHost.test(url.hostname)) return null
  const host = url.hostname.replace(/^(?:www|m)\./, '')
  const { pathname } = url
  const video = youtubeId(url)
  if (video) return frame(`https://www.youtube-nocookie.com/embed/${video}`, 'YouTube')
  if (isYouTube(host)) return null
  if (host === 'vimeo.com' || host === 'player.vimeo.com') {
    const [, id, hash] = /^\/(?:video\/)?(\d+)(?:\/([0-9a-f]{6,20}))?\/?$/.exec(pathname) ?? []
    const secret = hash ?? /^[0-9a-f]{6,20}$/.exec(url.searchParams.get('h') ?? '')?.[0]
    return id
      ? frame(`https://player.vimeo.com/video/${id}?dnt=1${secret ? `&h=${secret}` : ''}`, 'Vimeo')
      : null
  }
  if (host === 'archive.org') {
    const item = archiveId(url)
    return item ? frame(`https://archive.org/embed/${item}`, 'Internet Archive') : null
  }
  if (host === 'media.ccc.de') {
    const slug = /^\/v\/([\w.~%-]+)\/?$/.exec(pathname)?.[1]
    return slug ? frame(`https://media.ccc.de/v/${slug}/oembed`, 'media.ccc.de') : null
  }
  const kind = fileKind(url)
  if (kind) return { src: url.href, origin: url.origin, site: url.hostname, kind }
  const peertube = peertubeId(url)
  return peertube ? frame(`${url.origin}/videos/embed/${peertube}`, url.hostname) : null
}

/**
 * The origin of a player stands in the policy of a page. A URL takes hosts such as `*`, `*.com` and `a;sandbox`, which
 * mean something else there: any host at all, or a rule of its own.
 */
const plainHost = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/

function frame(src: string, site: string): Player {
  return { src, origin: new URL(src).origin, site, kind: 'frame' }
}

export function isYouTube(host: string): boolean {
  return /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/.test(host)
}

/** Of a video or a stream; null for channels, lists and what is no YouTube. */
export function youtubeId(url: URL): string | null {
  const host = url.hostname
  if (!isYouTube(host)) return null
  const id = host.endsWith('youtu.be')
    ? /^\/([\w-]{11})(?:\/|$)/.exec(url.pathname)?.[1]
    : (/^\/(?:embed|live|v|shorts)\/([\w-]{11})(?:\/|$)/.exec(url.pathname)?.[1] ??
      (url.pathname === '/watch' ? /^[\w-]{11}$/.exec(url.searchParams.get('v') ?? '')?.[0] : undefined))
  return id && id !== 'live_stream' ? id : null
}

/** Long or short UUID of a video of PeerTube, whichever server it is on. */
export function peertubeId({ pathname }: URL): string | null {
  const [, id = null] =
    /^\/(?:w|videos\/(?:watch|embed))\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[1-9A-HJ-NP-Za-km-z]{21,22})\/?$/.exec(
      pathname,
    ) ?? []
  return id
}

export function archiveId(url: URL): string | null {
  if (!/^(?:www\.)?archive\.org$/.test(url.hostname)) return null
  return /^\/(?:details|embed|download)\/([A-Za-z0-9][\w.-]{2,99})(?:\/|$)/.exec(url.pathname)?.[1] ?? null
}

/** What a file of its own is, by its ending. */
export function fileKind({ pathname }: URL): 'video' | 'audio' | null {
  if (/\.(?:mp4|m4v|webm|ogv|mov)$/i.test(pathname)) return 'video'
  return /\.(?:mp3|m4a|ogg|oga|opus|aac|flac|wav)$/i.test(pathname) ? 'audio' : null
}
