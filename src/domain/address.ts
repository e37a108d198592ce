/** The path of an edition, or of an entry in it: a contract, and what redirects are kept by. */
export function addressOf(series: string, edition: string, entry?: string): string {
  return entry === undefined ? `/${series}/${edition}` : `/${series}/${edition}/${entry}`
}

/** The path of a link that the host made for somebody to come in by; command line and pages both write it. */
export function hostLinkPath(token: string): string {
  return `/sign-in/host/${token}`
}

/** What somebody is told, where only they come to: mails and pages both write it. @param act what is done there */
export function subscriptionsPath(
  token: string,
  act?: 'confirmed' | 'ended' | 'removed' | 'export.json',
): string {
  return `/subscriptions/${token}${act ? `/${act}` : ''}`
}

/** Where one thing that is told is ended, by a POST. */
export function endingPath(token: string, subscription: string): string {
  return `${subscriptionsPath(token, 'ended')}?of=${subscription}`
}

/** Where somebody comes back to who said at a provider who they are; of Mastodon's servers each has its own. */
export function visitorBackPath(provider: string, host: string | null): string {
  return `/you/back/${provider}${host === null ? '' : `/${host}`}`
}

/** What waits for moderators; mails and pages both write it, and the next. @param query which of them */
export function queuePath(query = ''): string {
  return `/desk/comments${query ? `?${query}` : ''}`
}

/** Whether one is told by mail that something waits; by a mail's own link (`token`) without signing in. */
export function queueMailsPath(token?: string): string {
  return `/desk/comments/mails${token ? `/${token}` : ''}`
}

/** Of a comment: it leads to where that stands. */
export function commentPath(id: string): string {
  return `/comments/${id}`
}
