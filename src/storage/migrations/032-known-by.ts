import { type Kysely, sql } from 'kysely'

/**
 * What has no UID is known by its title or its address: both are asked for, a batch at a time, while a file comes in.
 *
 * @public read by the migrator
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const key of ['title_key', 'url_key'])
    await db.schema
      .createIndex(`identities_by_${key}`)
      .on('identities')
      .column(key)
      .where(sql.ref('uid'), 'is', null)
      .execute()
}
