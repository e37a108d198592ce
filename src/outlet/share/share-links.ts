/** What is passed on: a line about it, its address, and hashtags without their sign. */
export type Shared = { title: string; text: string; url: string; hashtags: string[] }

export const networks = ['X', 'Bluesky', 'Facebook', 'WhatsApp', 'mail'] as const
export type Network = (typeof networks)[number]

/** Longer lines leave no room for address and hashtags where a message has 280 characters. */
const longestText = 180

/** The whole message, as it can be copied anywhere. */
export function messageOf({ text, url, hashtags }: Shared): string {
  return [shortened(text), url, tagsOf(hashtags)].filter(Boolean).join(' ')
}

/** Addresses at which networks open a message that is ready to be sent; nothing is loaded from them before. */
export function shareLink(network: Network, shared: Shared): string {
  const { title, text, url, hashtags } = shared
  const query = (told: Record<string, string>) =>
    Object.entries(told)
      .filter(([, value]) => value)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&')
  const links: Record<Network, () => string> = {
    X: () =>
      `https://x.com/intent/post?${query({ text: shortened(text), url, hashtags: hashtags.map(plain).join(',') })}`,
    Bluesky: () => `https://bsky.app/intent/compose?${query({ text: messageOf(shared) })}`,
    Facebook: () => `https://www.facebook.com/sharer/sharer.php?${query({ u: url })}`,
    WhatsApp: () => `https://wa.me/?${query({ text: messageOf(shared) })}`,
    mail: () => `mailto:?${query({ subject: title, body: `${text}\r\n\r\n${url}` })}`,
  }
  return links[network]()
}

/** Where a server of Mastodon opens a message; null for what names no server. */
export function mastodonLink(server: string, shared: Shared): string | null {
  const host = server
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^@?[^@/]*@/, '')
    .replace(/\/.*$/, '')
    .toLowerCase()
  const isHost = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,24}$/u.test(host)
  const address = `https://${host}/share?text=${encodeURIComponent(messageOf(shared))}`
  // Not all that looks like a name is one: letters of both directions make none.
  return isHost && URL.canParse(address) ? address : null
}

function tagsOf(hashtags: string[]): string {
  return hashtags.map(tag => `#${plain(tag)}`).join(' ')
}

function plain(tag: string): string {
  return tag.replace(/^#/, '')
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length > longestText
    ? `${characters
        .slice(0, longestText - 1)
        .join('')
        .trimEnd()}…`
    : text
}
