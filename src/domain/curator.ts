/**
 * What somebody who signs in may do. A role is granted for the whole site (`seriesId` null) or for one series, and
 * the greater one counts.
 *
 * - `owner`: everything, the site itself and its people included (site only)
 * - `editor`: writes and publishes, invites contributors
 * - `contributor`: writes drafts; what is published they may propose but not change
 */
export const roles = ['contributor', 'editor', 'owner'] as const
export type Role = (typeof roles)[number]

export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word)
}

export type Grant = { seriesId: string | null; role: Role }

/** Somebody who is signed in. `id` is the account's; `name` is what revisions say of who did it. */
export type Curator = { id: string; name: string; email: string; grants: Grant[] }

/** The greatest role a curator has for a series; null where none. `null` asks for the site as a whole. */
export function roleFor({ grants }: Pick<Curator, 'grants'>, seriesId: string | null): Role | null {
  const ranks = grants
    .filter(grant => grant.seriesId === null || grant.seriesId === seriesId)
    .map(({ role }) => roles.indexOf(role))
  return ranks.length ? roles[Math.max(...ranks)]! : null
}

/** Whether a curator has at least this role for a series (null: for the site). */
export function hasRole(curator: Pick<Curator, 'grants'>, role: Role, seriesId: string | null): boolean {
  const own = roleFor(curator, seriesId)
  return own !== null && roles.indexOf(own) >= roles.indexOf(role)
}

/** May put drafts into a series. */
export function mayWrite(curator: Pick<Curator, 'grants'>, seriesId: string): boolean {
  return hasRole(curator, 'contributor', seriesId)
}

/** May change what readers see. */
export function mayPublish(curator: Pick<Curator, 'grants'>, seriesId: string): boolean {
  return hasRole(curator, 'editor', seriesId)
}

/** May do what concerns the whole site: people, jobs, mails, audit. */
export function isOwner(curator: Pick<Curator, 'grants'>): boolean {
  return hasRole(curator, 'owner', null)
}

/**
 * May offer this role, or take it away: owners all of them, and editors that of contributors to what they edit. Whoever
 * could give more than they have would have it.
 */
export function mayGrant(
  curator: Pick<Curator, 'grants'>,
  { role, seriesId }: { role: Role; seriesId: string | null },
): boolean {
  if (role === 'owner' && seriesId !== null) return false
  return isOwner(curator) || (role === 'contributor' && hasRole(curator, 'editor', seriesId))
}

/** May offer some role somewhere. */
export function mayInvite(curator: Pick<Curator, 'grants'>): boolean {
  return curator.grants.some(({ seriesId }) => mayGrant(curator, { role: 'contributor', seriesId }))
}
