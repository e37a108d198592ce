/** The path of an edition, or of an entry in it: a contract, and what redirects are kept by. */
export function addressOf(series: string, edition: string, entry?: string): string {
  return entry === undefined ? `/${series}/${edition}` : `/${series}/${edition}/${entry}`
}

/** The path of a link that the host made for somebody to come in by; command line and pages both write it. */
export function hostLinkPath(token: string): string {
  return `/sign-in/host/${token}`
}
