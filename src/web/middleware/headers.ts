import type { Player } from '../../domain/recordings/player.ts'

/** What a page may do. Inline style and script pass by their hashes alone; nothing of anybody else is run. */
export function htmlHeaders(hashes: {
  styles: string[]
  scripts: string[]
  players?: readonly Pick<Player, 'origin' | 'kind'>[]
}): Record<string, string> {
  const [framed, played] = [true, false].map(isFramed => {
    const own = (hashes.players ?? []).filter(({ kind }) => (kind === 'frame') === isFramed)
    return [...new Set(own.map(({ origin }) => origin))].join(' ')
  })
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${hashes.scripts.join(' ')}`.trim(),
    `style-src ${hashes.styles.join(' ') || "'none'"}`,
    // An icon that is none, until the page is seen.
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    // A player that a reader may ask for, on its page alone.
    ...(framed ? [`frame-src ${framed}`] : []),
    ...(played ? [`media-src ${played}`] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return { 'content-security-policy': policy.join('; '), ...plainHeaders }
}

/** What every answer carries. */
export const plainHeaders: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
}

/** What is no page, and may do nothing where a browser opens it all the same. */
export const inertHeaders: Record<string, string> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  ...plainHeaders,
}
