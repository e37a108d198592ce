import type { Db } from './tables.ts'

/** As whom the site is known to a server. `clientSecret` is sealed. */
type KnownAt = { origin: string; clientId: string; clientSecret: string; redirectUri: string }

export async function findMastodonServer(db: Db, origin: string): Promise<KnownAt | null> {
  const row = await db
    .selectFrom('mastodon_servers')
    .where('origin', '=', origin)
    .selectAll()
    .executeTakeFirst()
  return row
    ? { origin, clientId: row.client_id, clientSecret: row.client_secret, redirectUri: row.redirect_uri }
    : null
}

export async function putMastodonServer(db: Db, known: KnownAt & { at: number }): Promise<void> {
  const { origin, clientId, clientSecret, redirectUri, at } = known
  const told = { client_id: clientId, client_secret: clientSecret, redirect_uri: redirectUri, made_at: at }
  await db
    .insertInto('mastodon_servers')
    .values({ origin, ...told })
    .onConflict(conflict => conflict.column('origin').doUpdateSet(told))
    .execute()
}

/** The server knows the site no more, or knows it as somebody else. */
export async function deleteMastodonServer(db: Db, origin: string): Promise<void> {
  await db.deleteFrom('mastodon_servers').where('origin', '=', origin).execute()
}

/** Servers that were named before, and from which nobody ever came: anybody may name one. */
export async function forgetMastodonServers(db: Db, before: number): Promise<void> {
  await db
    .deleteFrom('mastodon_servers')
    .where('made_at', '<', before)
    .where(({ not, exists, selectFrom, eb, ref, val }) =>
      not(
        exists(
          selectFrom('visitors')
            .where('visitors.provider', '=', 'mastodon')
            .where('visitors.issuer', '=', eb(ref('mastodon_servers.origin'), '||', val('/')) as never)
            .select('visitors.id'),
        ),
      ),
    )
    .execute()
}
