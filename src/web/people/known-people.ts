import { type Curator, isOfHelpers, isOwner, mayGrant, type Role, roles } from '../../domain/curator.ts'
import type { Series } from '../../domain/programme.ts'
import { type Account, listAccounts } from '../../storage/accounts.ts'
import { type Invitation, listInvitations } from '../../storage/invitations.ts'
import { listSeriesNames } from '../../storage/series.ts'
import type { Parts } from '../show.ts'

export type Person = Account & Curator
type Named = Pick<Series, 'id' | 'slug' | 'title'>

/** What somebody may know of who else is here. */
export type KnownPeople = {
  people: Person[]
  invitations: Invitation[]
  /** Series for which they may offer a role. */
  series: Named[]
  /** Whether they may offer one for the whole site. */
  forSite: boolean
  /** Roles they may offer. */
  roles: Role[]
  titleOf: (seriesId: string) => string
}

/** Owners know everybody; editors those who have a role in what they edit, and whom they invited to it. */
export async function knownPeople(curator: Curator, { store: { db } }: Parts): Promise<KnownPeople> {
  const all = await listSeriesNames(db)
  const may = (seriesId: string | null) => mayGrant(curator, { role: 'contributor', seriesId })
  const titles = new Map(all.map(({ id, title }) => [id, title]))
  const [people, invitations] = [await listAccounts(db), await listInvitations(db)]
  const isKnown = ({ grants }: Person) => grants.some(({ seriesId }) => may(seriesId))
  return {
    people: isOwner(curator) ? people : people.filter(isKnown),
    invitations: invitations.filter(({ role, series }) =>
      mayGrant(curator, { role, seriesId: series?.id ?? null }),
    ),
    series: all.filter(({ id }) => may(id)),
    forSite: may(null),
    roles: roles.filter(role => isOwner(curator) || isOfHelpers(role)),
    titleOf: id => titles.get(id) ?? '',
  }
}
