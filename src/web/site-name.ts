/** What a site is called where it needs a name: its host. */
export function siteOf(baseUrl: string): string {
  return new URL(baseUrl).host
}
