import { type Curator, mayGrant, type Role } from '../../domain/curator.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findAccount } from '../../storage/accounts.ts'
import { host, recordAudit } from '../../storage/audit.ts'
import { grantRole, listGrants, takeOwners, withdrawRole } from '../../storage/grants.ts'
import { findSeriesById } from '../../storage/series.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'

/** Who gives a role: somebody who may, or the host. */
export type Granter = Curator | 'host'

/**
 * Gives an account a role, for the site or for a series, or takes away the one it has there.
 *
 * @param change role: null takes it away; seriesId: null is the whole site
 * @throws Refusal when it is not theirs to give or to take, or of the last owner
 */
export async function changeRole(
  store: Store,
  who: Granter,
  change: { accountId: string; seriesId: string | null; role: Role | null; at: number },
): Promise<void> {
  await store.db.transaction().execute(db => changeRoleWithin(db, who, change))
}

/** The same as part of a larger act. */
export async function changeRoleWithin(
  db: Db,
  who: Granter,
  {
    accountId,
    seriesId,
    role,
    at,
  }: { accountId: string; seriesId: string | null; role: Role | null; at: number },
): Promise<void> {
  const owners = await takeOwners(db)
  const account = await findAccount(db, accountId)
  if (!account) throw new Refusal('account-unknown', {}, 'There is no such account.')
  const former = (await listGrants(db, accountId)).find(each => each.seriesId === seriesId)?.role ?? null
  if (former === role) return
  const touched = [former, role].filter(each => each !== null)
  if (who !== 'host' && !touched.every(each => mayGrant(who, { role: each, seriesId })))
    throw new Refusal('role-not-yours', {}, 'This role is not yours to give or to take.')
  if (former === 'owner' && !owners.some(id => id !== accountId))
    throw new Refusal(
      'last-owner',
      {},
      'The site would be left without an owner. Make somebody else one first.',
    )
  if (role === null) await withdrawRole(db, { accountId, seriesId })
  else await grantRole(db, { accountId, seriesId, role, at })
  await recordAudit(db, {
    at,
    who: who === 'host' ? host : who,
    act: role === null ? 'role-withdrawn' : 'role-granted',
    subject: account.name,
    details: {
      email: account.email,
      role,
      former,
      series: seriesId && (await findSeriesById(db, seriesId))?.title,
    },
  })
}
