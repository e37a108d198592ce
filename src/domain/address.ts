/** The path of an edition, or of an entry in it: a contract, and what redirects are kept by. */
export function addressOf(series: string, edition: string, entry?: string): string {
  return entry === undefined ? `/${series}/${edition}` : `/${series}/${edition}/${entry}`
}
