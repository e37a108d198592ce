import { cleanThing, type Thing } from './thing.ts'

type Told = {
  name: string
  url: string
  description: string | null
  /** The day or moment it came out, as far as that is known. */
  uploaded: string | null
  picture: string | null
}

/** A recording. Search engines want to know the file or the player: where the address tells it, it is told. */
export function videoOf({ name, url, description, uploaded, picture }: Told): Thing {
  return cleanThing({
    '@type': 'VideoObject',
    name,
    description: description ?? name,
    uploadDate: uploaded,
    thumbnailUrl: picture,
    url,
    embedUrl: playerOf(url),
    contentUrl: isFile(url) ? url : null,
  })
}

function isFile(url: string): boolean {
  return /\.(?:mp4|webm|m4v|mov|ogv)(?:[?#]|$)/i.test(url)
}

/** The address of the player, on the sites whose addresses tell it. */
function playerOf(address: string): string | null {
  const url = URL.parse(address)
  if (!url) return null
  const host = url.hostname.replace(/^(?:www|m)\./, '')
  const youtube =
    host === 'youtu.be'
      ? url.pathname.slice(1)
      : host === 'youtube.com'
        ? (url.searchParams.get('v') ?? /^\/(?:live|shorts|embed)\/([^/]+)/.exec(url.pathname)?.[1])
        : null
  if (youtube && /^[\w-]{11}$/.test(youtube)) return `https://www.youtube.com/embed/${youtube}`
  const vimeo = host === 'vimeo.com' ? /^\/(\d+)$/.exec(url.pathname)?.[1] : null
  return vimeo ? `https://player.vimeo.com/video/${vimeo}` : null
}
