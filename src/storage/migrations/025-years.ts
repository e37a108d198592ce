import { type Kysely, sql } from 'kysely'

/**
 * Organisations and people get an address of their own, which stays when they are called otherwise.
 *
 * @public read by the migrator
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['organisations', 'people']) {
    await db.schema.alterTable(table).addColumn('slug', 'text').execute()
    // Names by which something is known besides have their turn last.
    const order = sql.raw(table === 'organisations' ? 'merged_into is not null, id' : 'id')
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from ${sql.table(table)} order by ${order}`.execute(db)
    const numbers = new Map<string, number>()
    const taken = new Set<string>()
    for (const { id, name } of rows) {
      const slug = freeSlug(slugOf(name), taken, numbers)
      taken.add(slug)
      await sql`update ${sql.table(table)} set slug = ${slug} where id = ${id}`.execute(db)
    }
    await db.schema.createIndex(`${table}_by_slug`).unique().on(table).column('slug').execute()
  }
  /** 1: a curator has taken a person's page away. */
  await db.schema
    .alterTable('people')
    .addColumn('is_hidden', 'integer', c => c.notNull().defaultTo(0))
    .execute()
  await db.schema.createIndex('entry_people_by_person').on('entry_people').column('person_id').execute()
  await db.schema.createIndex('entry_tags_by_tag').on('entry_tags').column('tag_id').execute()
}

function freeSlug(slug: string, taken: Set<string>, numbers: Map<string, number>): string {
  if (!taken.has(slug)) return slug
  for (let number = numbers.get(slug) ?? 2; ; number++) {
    if (taken.has(`${slug}-${number}`)) continue
    numbers.set(slug, number + 1)
    return `${slug}-${number}`
  }
}

/** As addresses were made when this was written: Latin letters without diacritics, other scripts as they are. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøđðþłħıŋŧ]/g, letter => undecomposed[letter]!)
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/['’ʼ‘`´\u00AD]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '')
  const signs = Array.from(
    slug || Array.from(name.trim() || '-', sign => sign.codePointAt(0)!.toString(16)).join('-'),
  )
  if (signs.length <= longest) return signs.join('')
  const cut = signs.slice(0, longest).join('')
  const lastWord = cut.lastIndexOf('-')
  return (lastWord > longest / 2 ? cut.slice(0, lastWord) : cut).replace(/-+$/, '')
}

const longest = 64

const undecomposed: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
  ŧ: 't',
}
