/** Who hands out what is at an address to be shown elsewhere (oembed.com), and from where. */
type Provider = { page: RegExp; endpoint: string; fixed?: Record<string, string> }

/**
 * Where the provider of a video, a sound or a post tells its title, author and player without asking anybody to sign in;
 * null where none is known. For what `<link rel="alternate">` tells, see `alternatesOf`.
 */
export function oembedAddressOf(url: string): string | null {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return null
  const { hostname, pathname, search } = new URL(url)
  const place = hostname.replace(/^(?:www|m|mobile)\./, '') + pathname + search
  const provider = providers.find(({ page }) => page.test(place))
  if (provider) return addressAt(provider, url)
  // PeerTube on any host.
  const isPeerTube =
    /\/(?:w\/(?!p\/)[A-Za-z0-9]{22}|w\/[0-9a-f-]{36}|videos\/watch\/[0-9a-f-]{36})(?:$|[?#])/.test(place)
  if (isPeerTube) return addressAt({ page: /./, endpoint: `https://${hostname}/services/oembed` }, url)
  // Mastodon on any host.
  const isToot = /^[^/]+\/@[^/@]+\/\d{12,}(?:$|[?#])/.test(place)
  return isToot ? addressAt({ page: /./, endpoint: `https://${hostname}/api/oembed` }, url) : null
}

function addressAt({ endpoint, fixed = {} }: Provider, url: string): string {
  const address = new URL(endpoint)
  for (const [name, value] of Object.entries({ ...fixed, url })) address.searchParams.set(name, value)
  if (!endpoint.endsWith('.json')) address.searchParams.set('format', 'json')
  return address.href
}

const providers: Provider[] = [
  {
    page: /^(?:youtube\.com\/(?:watch\?|shorts\/|live\/|playlist\?|embed\/)|youtu\.be\/.)/,
    endpoint: 'https://www.youtube.com/oembed',
  },
  {
    page: /^(?:player\.)?vimeo\.com\/(?:video\/|channels\/[^/]+\/|groups\/[^/]+\/videos\/|event\/|showcase\/\d+\/video\/)?\d+/,
    endpoint: 'https://vimeo.com/api/oembed.json',
  },
  {
    page: /^(?:dailymotion\.com\/video\/|dai\.ly\/.|geo\.dailymotion\.com\/player)/,
    endpoint: 'https://www.dailymotion.com/services/oembed',
  },
  {
    page: /^(?:twitter|x)\.com\/(?:i\/web|[^/]+)\/status(?:es)?\/\d+/,
    endpoint: 'https://publish.twitter.com/oembed',
    fixed: { omit_script: '1', dnt: 'true' },
  },
  { page: /^bsky\.app\/profile\/[^/]+\/post\/./, endpoint: 'https://embed.bsky.app/oembed' },
  { page: /^(?:on\.)?soundcloud\.com\/[^/]+\/?/, endpoint: 'https://soundcloud.com/oembed' },
  { page: /^(?:flickr\.com\/photos\/|flic\.kr\/.)/, endpoint: 'https://www.flickr.com/services/oembed/' },
  {
    page: /^(?:tiktok\.com\/@[^/]+\/(?:video|photo)\/\d+|v[mt]\.tiktok\.com\/.)/,
    endpoint: 'https://www.tiktok.com/oembed',
  },
  {
    page: /^open\.spotify\.com\/(?:episode|show|track|playlist|album)\//,
    endpoint: 'https://open.spotify.com/oembed',
  },
  { page: /^mixcloud\.com\/[^/]+\/[^/]+/, endpoint: 'https://app.mixcloud.com/oembed/' },
  { page: /^(?:slideshare\.net\/.+\/.+)/, endpoint: 'https://www.slideshare.net/api/oembed/2' },
  { page: /^speakerdeck\.com\/[^/]+\/[^/]+/, endpoint: 'https://speakerdeck.com/oembed.json' },
  { page: /^reddit\.com\/r\/[^/]+\/comments\//, endpoint: 'https://www.reddit.com/oembed' },
  { page: /^rumble\.com\/(?:v[\w]+|embed\/)/, endpoint: 'https://rumble.com/api/Media/oembed.json' },
  { page: /^odysee\.com\/@[^/]+\/./, endpoint: 'https://odysee.com/$/oembed' },
  { page: /^ted\.com\/talks\//, endpoint: 'https://www.ted.com/services/v1/oembed.json' },
  { page: /^wordpress\.tv\/\d{4}\//, endpoint: 'https://wordpress.tv/oembed/' },
]
