import type { WritingFields, WritingKind } from '../../domain/writing.ts'

export type Typed = Record<string, string>

/** What a post or a page says, as it stands in its form. */
export function fillWriting(fields: WritingFields): Typed {
  return {
    title: fields.title,
    slug: fields.slug,
    text: fields.text,
    excerpt: fields.excerpt ?? '',
    state: fields.state,
    publishAt: fields.publishAt === null ? '' : 'yes',
    language: fields.language ?? '',
    day: fields.day,
    authors: fields.authors.join(', '),
    tags: fields.tags.join(', '),
    categories: fields.categories.join(', '),
    parentId: fields.parentId ?? '',
    position: String(fields.position),
    inMenu: fields.inMenu ? 'yes' : '',
  }
}

/** What a form says of a post or a page; `current` is what it said before, or what a new one begins with. */
export function readWriting(typed: Typed, current: WritingFields, kind: WritingKind): WritingFields {
  const state = (['draft', 'published', 'withdrawn'] as const).find(each => each === typed.state)
  const position = Number(typed.position || 0)
  return {
    ...current,
    title: line(typed.title),
    slug: line(typed.slug) || current.slug,
    text: (typed.text ?? '').replace(/\r\n?/g, '\n').trim(),
    excerpt: line(typed.excerpt) || null,
    state: state ?? current.state,
    // When that is is not asked; whether it still is.
    publishAt: typed.publishAt === 'yes' ? current.publishAt : null,
    language: isLanguage(typed.language) ? typed.language : null,
    day: line(typed.day) || current.day,
    authors: list(typed.authors),
    tags: list(typed.tags),
    categories: list(typed.categories),
    ...(kind === 'page' && {
      parentId: typed.parentId || null,
      position: Number.isSafeInteger(position) && Math.abs(position) < 1e6 ? position : 0,
      inMenu: typed.inMenu === 'yes',
    }),
  }
}

/** What a new one begins with. */
export function emptyWriting(day: string, author: string): WritingFields {
  return {
    slug: '',
    title: '',
    text: '',
    excerpt: null,
    state: 'draft',
    day,
    publishedAt: null,
    publishAt: null,
    language: null,
    authors: [author],
    tags: [],
    categories: [],
    parentId: null,
    position: 0,
    inMenu: false,
  }
}

function isLanguage(tag: string | undefined): tag is string {
  // What has the look of a tag and is none, `en-gb-gb`, no page could name.
  return /^[a-z]{2,3}(?:-[A-Za-z]{2,4})*$/.test(tag ?? '') && isTag(tag!)
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}

function line(typed: string | undefined): string {
  return (typed ?? '').replace(/\s+/g, ' ').trim()
}

function list(typed: string | undefined): string[] {
  return [...new Set((typed ?? '').split(/[,،、，;\n]/u).map(line))].filter(word => word !== '')
}
