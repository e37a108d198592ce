/**
 * What somebody who signs in may do. A role is granted for the whole site (`seriesId` null) or for one series, and
 * what any of them allows is allowed.
 *
 * - `owner`: everything, the site itself and its people included (site only)
 * - `editor`: writes and publishes, invites contributors
 * - `contributor`: writes drafts; what is published they may propose but not change
 * - `moderator`: decides on what others bring, and writes nothing. It stands beside a contributor and not below one:
 *   neither may what the other may
 */
export const roles = ['moderator', 'contributor', 'editor', 'owner'] as const
export type Role = (typeof roles)[number]

/** What each role may do is what these may do. */
const covered: Record<Role, readonly Role[]> = {
  moderator: ['moderator'],
  contributor: ['contributor'],
  editor: ['moderator', 'contributor', 'editor'],
  owner: roles,
}

/** Whether who has the one role may do all that the other may. */
export function covers(role: Role, other: Role): boolean {
  return covered[role].includes(other)
}

export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word)
}

export type Grant = { seriesId: string | null; role: Role }

/** Somebody who is signed in. `id` is the account's; `name` is what revisions say of who did it. */
export type Curator = { id: string; name: string; email: string; grants: Grant[] }

/** Whether a curator may do what this role may, in a series (null: in the site as a whole). */
export function hasRole({ grants }: Pick<Curator, 'grants'>, role: Role, seriesId: string | null): boolean {
  return grants.some(own => (own.seriesId === null || own.seriesId === seriesId) && covers(own.role, role))
}

/** Writes something somewhere: who only moderates has no business at most of the desk. */
export function isWriter({ grants }: Pick<Curator, 'grants'>): boolean {
  return grants.some(({ role }) => covers(role, 'contributor'))
}

/** Decides on what others bring, somewhere. */
export function isModerator({ grants }: Pick<Curator, 'grants'>): boolean {
  return grants.some(({ role }) => covers(role, 'moderator'))
}

/** On which of what others bring a curator may decide: null, on all of it; else on what stands below these series. */
export function moderatedBy(curator: Pick<Curator, 'grants'>): { seriesIds: string[] | null } {
  if (hasRole(curator, 'moderator', null)) return { seriesIds: null }
  const own = curator.grants.filter(({ role }) => covers(role, 'moderator'))
  return { seriesIds: own.flatMap(({ seriesId }) => seriesId ?? []) }
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
 * May offer this role, or take it away: owners all of them, and editors those of contributors and moderators to what they edit. Whoever
 * could give more than they have would have it.
 */
export function mayGrant(
  curator: Pick<Curator, 'grants'>,
  { role, seriesId }: { role: Role; seriesId: string | null },
): boolean {
  if (role === 'owner' && seriesId !== null) return false
  return isOwner(curator) || (isOfHelpers(role) && hasRole(curator, 'editor', seriesId))
}

/** The roles that editors offer. */
export function isOfHelpers(role: Role): boolean {
  return role === 'contributor' || role === 'moderator'
}

/** May offer some role somewhere. */
export function mayInvite(curator: Pick<Curator, 'grants'>): boolean {
  return curator.grants.some(({ seriesId }) => mayGrant(curator, { role: 'contributor', seriesId }))
}
