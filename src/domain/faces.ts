/**
 * Which pictures of those who take part a host wants. `told`: those that providers tell of whoever signs in; `server`:
 * address, with a slash at its end, of a server that knows pictures by the hash of a mail address.
 */
export type Faces = { told: boolean; server: string | null }

/** As a host says it: `drawn`, `told`, `gravatar`, or the address of another server of the kind; null: none of them. */
export function facesOf(told: string): Faces | null {
  if (told === 'drawn' || told === 'told') return { told: told === 'told', server: null }
  if (told === 'gravatar') return { told: true, server: 'https://gravatar.com/avatar/' }
  const url = URL.parse(told)
  const isServer = url !== null && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username
  return isServer ? { told: true, server: url.href.replace(/\/?$/, '/') } : null
}

/** Nobody is asked for a picture by a mail address more often. The page on privacy tells from here. */
export const facesAskedDays = 30
