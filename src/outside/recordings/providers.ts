import type { Channel, Listed, Seen, Unseen } from '../../domain/recordings/seen.ts'
import { type Ask, type Provider, unseen } from './ask.ts'
import { facebook } from './facebook.ts'
import { file } from './file.ts'
import { archiveList, internetArchive } from './internet-archive.ts'
import { cccChannelAt, cccList, mediaCcc } from './media-ccc.ts'
import { peertube, peertubeChannelAt, peertubeList } from './peertube.ts'
import { unWebTv } from './un-web-tv.ts'
import { vimeo } from './vimeo.ts'
import { youtube, youtubeChannelAt, youtubeFeed } from './youtube.ts'
import { zoom } from './zoom.ts'

/** The first that knows an address is asked; PeerTube is on any host, so it comes last. */
const providers: Provider[] = [
  youtube,
  vimeo,
  facebook,
  zoom,
  unWebTv,
  internetArchive,
  mediaCcc,
  file,
  peertube,
]

/** Who can tell what is at an address; null where nobody is known who could. */
export function providerOf(address: string): Provider | null {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null
  return providers.find(provider => provider.knows(url)) ?? null
}

/** What is at an address. Never throws for the world's faults, whatever is answered. */
export async function seeAt(address: string, ask: Ask): Promise<Seen | Unseen> {
  const provider = providerOf(address)
  return provider ? provider.see(new URL(address), ask) : unseen('not-told')
}

/** The channel that an address is of: of an organisation's site, of a list of recordings; null for anything else. */
export function channelAt(address: string): Channel | null {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null
  return youtubeChannelAt(url) ?? cccChannelAt(url) ?? peertubeChannelAt(url) ?? feedAt(url)
}

/** A feed of episodes, where the address says that it is one. */
function feedAt(url: URL): Channel | null {
  const isFeed =
    /^feeds?\./.test(url.hostname) ||
    /(?:\.(?:rss|atom)|\/(?:feed|rss|podcast(?:\.xml)?))\/?$/.test(url.pathname)
  return isFeed ? { kind: 'feed', id: url.href, at: url.origin, name: null } : null
}

/** Where a channel is a feed: its address, which is read like any feed. */
export function feedOf(channel: Channel): string | null {
  if (channel.kind === 'feed') return channel.id
  return channel.kind === 'youtube' || channel.kind === 'youtube-list' ? youtubeFeed(channel) : null
}

/** What came out on a channel that is no feed. */
export async function listOf(channel: Channel, ask: Ask): Promise<Listed[] | Unseen> {
  if (channel.kind === 'peertube') return peertubeList(channel, ask)
  if (channel.kind === 'archive') return archiveList(channel, ask)
  return channel.kind === 'ccc' ? cccList(channel, ask) : unseen('not-told')
}
