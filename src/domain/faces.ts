/**
 * Which pictures of those who take part a host wants. `told`: those that providers tell of whoever signs in; `server`:
 * address, with a slash at its end, of a server that knows pictures by the hash of a mail address.
 */
export type Faces = { told: boolean; server: string | null }

/** What `gravatar` stands for. */
export const gravatarServer = 'https://gravatar.com/avatar/'

/** Nobody is asked for a picture by a mail address more often. The page on privacy tells from here. */
export const facesAskedDays = 30
