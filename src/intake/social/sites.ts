/** A place where people and organisations post, and what the address of one post looks like there. */
export type SocialSite = { name: string; host: RegExp; post: RegExp; film?: RegExp }

/** The site of a post, by its address; null for anything else, profiles and start pages too. */
export function siteOfPost(url: string | undefined): SocialSite | null {
  if (!url || !URL.canParse(url)) return null
  const { hostname, pathname, search } = new URL(url)
  const host = hostname.replace(/^(?:www|m|mobile|web|[a-z]{2}-[a-z]{2})\./, '')
  return sites.find(site => site.host.test(host) && site.post.test(pathname + search)) ?? null
}

/** Posts that are a film rather than words. */
export function isFilm(site: SocialSite, url: string): boolean {
  return site.film?.test(new URL(url).pathname) ?? false
}

const sites: SocialSite[] = [
  { name: 'X', host: /^(?:twitter|x)\.com$/, post: /^\/(?:i\/web|[^/]+)\/status(?:es)?\/\d+/ },
  {
    name: 'Facebook',
    host: /(?:^|\.)facebook\.com$/,
    post: /^\/(?:[^/]+\/(?:posts|photos)\/|permalink\.php|story\.php|photo(?:\.php|\/)|share\/p\/|groups\/[^/]+\/(?:posts|permalink)\/|reel\/|share\/[rv]\/)/,
    film: /^\/(?:reel|share\/[rv])\//,
  },
  {
    name: 'Instagram',
    host: /^instagram\.com$/,
    post: /^\/(?:[^/]+\/)?(?:p|reels?|tv)\/[\w-]+/,
    film: /\/(?:reels?|tv)\//,
  },
  {
    name: 'LinkedIn',
    host: /(?:^|\.)linkedin\.com$/,
    post: /^\/(?:posts\/|feed\/update\/|embed\/feed\/update\/)/,
  },
  { name: 'Threads', host: /^threads\.(?:net|com)$/, post: /^\/(?:@[^/]+\/post|t)\// },
  { name: 'Bluesky', host: /^bsky\.app$/, post: /^\/profile\/[^/]+\/post\// },
  {
    name: 'YouTube',
    host: /^youtube\.com$/,
    post: /^\/post\/|^\/(?:channel\/[^/]+|@[^/]+)\/community\?.*\blb=/,
  },
  {
    name: 'TikTok',
    host: /(?:^|\.)tiktok\.com$/,
    post: /^\/@[^/]+\/(?:video|photo)\/\d+/,
    film: /\/video\//,
  },
  { name: 'Telegram', host: /^t\.me$/, post: /^\/(?:s\/)?\w{4,}\/\d+/ },
  // Mastodon and its kin, on any host.
  {
    name: 'Mastodon',
    host: /./,
    post: /^\/@[^/]+\/\d{12,}(?:$|[?/])|^\/users\/[^/]+\/statuses\/\d{12,}|^\/notice\/\w{12,}|^\/@[^/]+\/statuses\/\w{20,}/,
  },
]
