import { randomUUIDv7 } from 'node:crypto'
import { mergeFields } from '../../domain/merge-fields.ts'
import { freeSlug, slugOf } from '../../domain/slug.ts'
import {
  fieldsOfWriting,
  type WritingFields,
  type WritingKind,
  writingLists,
  writingPath,
} from '../../domain/writing.ts'
import { titleText } from '../../intake/page/words-of.ts'
import { type Gallery, markdownApart } from '../../intake/wordpress/export-apart.ts'
import type { ExportItem, ExportSite } from '../../intake/wordpress/item.ts'
import { titleOf } from '../../intake/wordpress/look.ts'
import { wordsOf } from '../../intake/wordpress/markdown.ts'
import { authorOf, termsOf } from '../../intake/wordpress/plain-finding.ts'
import { dueOf, publishedOf } from '../../intake/wordpress/published.ts'
import { withSounds } from '../../intake/wordpress/sounds.ts'
import { languageOf } from '../../intake/wordpress/tongue.ts'
import { findAttachments } from '../../storage/attachments.ts'
import { touchBlog } from '../../storage/blog.ts'
import { findImported, putImported } from '../../storage/imported.ts'
import { recordWriting } from '../../storage/record-writing.ts'
import type { Db } from '../../storage/tables.ts'
import {
  findWritingById,
  insertWriting,
  putTranslationGroup,
  slugsLike,
  takeWriting,
} from '../../storage/writings.ts'
import { changeWriting } from '../change-writing.ts'
import { publishAtOf, settlePublication } from '../settle-publication.ts'
import { putWritingAuthors, putWritingWords } from '../writing-words.ts'
import { withKeptPictures } from './kept-pictures.ts'

export type BroughtIn = {
  id: string
  path: string
  outcome: 'new' | 'changed' | 'unchanged'
  kept: { title: string; field: string }[]
}

/**
 * What a post or a page of an export says, as one of ours.
 *
 * @param text in Markdown; null: it shows galleries, whose pictures are to be found first
 */
export async function writingIn(
  db: Db,
  item: ExportItem,
  {
    site,
    text,
    key,
    kind,
    at,
  }: { site: ExportSite; text: string | null; at: number } & Pick<ToBringIn, 'key' | 'kind'>,
): Promise<WritingFields> {
  const host = site.url ? (URL.parse(site.url)?.hostname.replace(/^www\./, '') ?? null) : null
  const whole = text ?? (await markdownApart(withSounds(item), host, await picturesOf(db, item, key.site)))
  return fieldsOf(item, site, kind, whole, at)
}

type ToBringIn = {
  said: WritingFields
  /** What its translations have in common, within its site. */
  group: string | null
  key: { site: string; item: string }
  kind: WritingKind
  by: string
  at: number
}

/**
 * It becomes one of ours. Known from an earlier export, it takes over what is new there; what was changed here stays.
 */
export async function bringInWriting(db: Db, told: ToBringIn): Promise<BroughtIn> {
  const brought = await bringInFields(db, told)
  if (told.group) await putTranslationGroup(db, brought.id, `${told.key.site}#${told.group}`)
  return brought
}

async function bringInFields(db: Db, { said, key, kind, by, at }: ToBringIn): Promise<BroughtIn> {
  const known = await findImported(db, key.site, key.item)
  // It may come out by itself at this moment.
  const current =
    known?.kind === 'writing' && (await takeWriting(db, known.targetId)) !== null
      ? await findWritingById(db, known.targetId)
      : null
  if (!current) {
    const made = await makeWriting(
      db,
      kind,
      { ...said, text: await withKeptPictures(db, said.text) },
      { by, at },
    )
    await putImported(db, key.site, key.item, { kind: 'writing', targetId: made.id, said }, at)
    await touchBlog(db)
    return { ...made, outcome: 'new' as const, kept: [] }
  }
  const own = fieldsOfWriting(current)
  // What was not asked of it when it was brought in, it said all the same; its language nobody took.
  const before = { ...said, language: null, ...(known!.said as Partial<WritingFields>) }
  const asKept = async (fields: WritingFields) => ({
    ...fields,
    slug: own.slug,
    parentId: own.parentId,
    text: await withKeptPictures(db, fields.text),
  })
  const { value, conflicts } = mergeFields(await asKept(before), own, await asKept(said), writingLists)
  const changed = await changeWriting(db, current, value, { by, at, act: 'import' })
  await putImported(db, key.site, key.item, { kind: 'writing', targetId: current.id, said }, at)
  const { title } = current
  return {
    id: current.id,
    path: writingPath({ ...current, ...value }),
    outcome: changed ? ('changed' as const) : ('unchanged' as const),
    kept: conflicts.map(field => ({ title, field })),
  }
}

async function makeWriting(
  db: Db,
  kind: WritingKind,
  fields: WritingFields,
  { by, at }: { by: string; at: number },
): Promise<{ id: string; path: string }> {
  const id = randomUUIDv7()
  const taken = await slugsLike(db, kind, fields.slug)
  const slug = freeSlug(fields.slug, each => taken.has(each))
  const { authors, tags, categories, ...plain } = fields
  const publishAt = publishAtOf(null, fields, at)
  await insertWriting(db, { id, kind, ...plain, slug, publishAt }, at)
  if (publishAt !== null) await settlePublication(db, { writing: id }, publishAt)
  await putWritingAuthors(db, id, authors, at)
  await putWritingWords(db, id, { tags, categories })
  await recordWriting(db, id, { by, at, act: 'import', before: null, after: { ...fields, slug, publishAt } })
  return { id, path: writingPath({ kind, day: fields.day, slug }) }
}

function fieldsOf(
  item: ExportItem,
  site: ExportSite,
  kind: WritingKind,
  text: string,
  at: number,
): WritingFields {
  const published = publishedOf(item)
  const moment = published ? Date.parse(published) : Number.NaN
  const isPublic = item.status === 'publish' && !item.isProtected
  const title = titleOf(item, wordsOf(item.content.slice(0, 2000))) || '—'
  const order = Number(item.order ?? 0)
  return {
    slug: slugOf(titleText(decoded(item.slug ?? '')?.replaceAll('-', ' ')) ?? title),
    title,
    text,
    excerpt: item.excerpt.trim() ? wordsOf(item.excerpt).slice(0, 1000) : null,
    state: isPublic ? 'published' : 'draft',
    day: published?.slice(0, 10) ?? new Date(at).toISOString().slice(0, 10),
    publishedAt: isPublic ? (Number.isNaN(moment) ? at : moment) : null,
    publishAt: dueOf(item),
    language: languageOf(item),
    parentId: null,
    position: Number.isSafeInteger(order) && Math.abs(order) < 1e6 ? order : 0,
    inMenu: kind === 'page' && isPublic && (!item.parent || item.parent === '0'),
    authors: [authorOf(item, site)?.slice(0, 200)].filter(name => name !== undefined),
    ...termsOf(item),
  }
}

/** Pictures that a gallery of the item shows by their ids, or because they hang on it. */
async function picturesOf(db: Db, item: ExportItem, site: string): Promise<Gallery> {
  if (!/\[gallery\b/i.test(item.content)) return { byId: new Map(), own: [] }
  const ids = [...item.content.matchAll(/\b(?:ids|include)\s*=\s*["']([\d,\s]{1,4000})["']/g)]
    .flatMap(match => match[1]!.split(/[\s,]+/))
    .filter(Boolean)
  const told = ({ url, alt, title }: { url: string; alt: string | null; title: string | null }) => ({
    url,
    alt: alt ?? title ?? '',
  })
  const named =
    ids.length > 0 ? await findAttachments(db, site, { items: [...new Set(ids)].slice(0, 500) }) : []
  const own = item.id ? await findAttachments(db, site, { ofItem: item.id }) : []
  return {
    byId: new Map(named.map(each => [each.item!, told(each)])),
    own: own.filter(({ kind }) => kind === 'picture').map(told),
  }
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}
