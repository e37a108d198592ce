import { faultsOfEdition } from '../../domain/edition-faults.ts'
import type { EditionFields } from '../../domain/edition-fields.ts'
import { only } from '../../domain/entry-fields.ts'
import type { Author } from '../../domain/programme.ts'
import { Refusal } from '../../domain/refusal.ts'
import { momentOfPublication } from '../../services/settle-publication.ts'
import { zonesTyped } from '../ui/entry-form/read-zone.ts'
import { linksTold, tellLinks } from '../ui/links-field.tsx'
import { type FormFields, languageIn, lineIn, localMoment, textIn, wordsIn } from './typed.ts'

/** What is wrong with what was typed, by field. */
export type Wrong<Fields> = Partial<Record<keyof Fields, Refusal>>

/** What an edition says, as it stands in its form. */
export function fillEdition(fields: EditionFields): FormFields {
  const { author, publishAt, homeZone } = fields
  return {
    title: fields.title,
    slug: fields.slug,
    text: fields.text ?? '',
    state: fields.state,
    startsOn: fields.startsOn,
    endsOn: fields.endsOn,
    homeZone,
    assumedMinutes: String(fields.assumedMinutes),
    hashtags: fields.hashtags.map(tag => `#${tag.replace(/^#/, '')}`).join(' '),
    tags: fields.tags.join(', '),
    categories: fields.categories.join(', '),
    'author.name': author?.name ?? '',
    'author.bio': author?.bio ?? '',
    'author.picture': author?.picture ?? '',
    'author.links': tellLinks(author?.links ?? []),
    coAuthors: fields.coAuthors.join(', '),
    credit: fields.credit ?? '',
    language: fields.language ?? '',
    takesSuggestions: fields.takesSuggestions ? 'yes' : 'no',
    publishAt: publishAt === null ? '' : localMoment(publishAt, homeZone),
  }
}

/**
 * What a form says of an edition; what it does not hold, and what nobody has touched in it, stays as it is.
 *
 * @param current what the edition said when the form was filled
 * @param at epoch milliseconds: a planned publication lies after it
 */
export function readEdition(
  typed: FormFields,
  current: EditionFields,
  { locale, at }: { locale: string; at: number },
): { told: EditionFields; wrong: Wrong<EditionFields> } {
  const startsOn = typed.startsOn?.trim() ?? current.startsOn
  const told: EditionFields = {
    ...current,
    title: lineIn(typed.title),
    slug: lineIn(typed.slug) || current.slug,
    text: textIn(typed.text),
    state: stateIn(typed.state) ?? current.state,
    startsOn,
    endsOn: typed.endsOn?.trim() || startsOn,
    homeZone: zoneIn(typed.homeZone, startsOn, locale) ?? lineIn(typed.homeZone),
    assumedMinutes: Number(typed.assumedMinutes || current.assumedMinutes),
    hashtags: hashtagsIn(typed.hashtags, current.hashtags),
    tags: wordsIn(typed.tags, current.tags),
    categories: wordsIn(typed.categories, current.categories),
    author: authorIn(typed),
    coAuthors: wordsIn(typed.coAuthors, current.coAuthors),
    credit: textIn(typed.credit),
    language: languageIn(typed, current.language),
    takesSuggestions:
      typed.takesSuggestions === undefined ? current.takesSuggestions : typed.takesSuggestions === 'yes',
  }
  keepUntouched(typed, told, current)
  const wrong: Wrong<EditionFields> = {}
  for (const { field, refusal } of faultsOfEdition(told)) wrong[field] ??= refusal
  const planned = typed.publishAt?.trim() ?? ''
  const isAsBefore =
    current.publishAt !== null && planned === localMoment(current.publishAt, current.homeZone)
  if (told.state !== 'draft' || planned === '') told.publishAt = null
  else if (!isAsBefore && !wrong.homeZone) {
    try {
      told.publishAt = momentOfPublication({ wall: planned, zone: told.homeZone }, at)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      wrong.publishAt = error
    }
  }
  return { told, wrong }
}

/** A field may say more than its words: whoever has not touched it has not said anything else. */
function keepUntouched(typed: FormFields, told: EditionFields, current: EditionFields): void {
  const filled = fillEdition(current)
  const isUntouched = (name: string) => textIn(typed[name]) === textIn(filled[name])
  const untouched = (Object.keys(told) as (keyof EditionFields)[]).filter(field =>
    field === 'author' ? ofAuthor.every(isUntouched) : field in filled && isUntouched(field),
  )
  Object.assign(told, only(current, untouched))
}

const ofAuthor = ['author.name', 'author.bio', 'author.picture', 'author.links']

/** The one zone that was meant by a name, a city or a country. */
export function zoneIn(typed: string | undefined, day: string, locale: string): string | null {
  const words = lineIn(typed).slice(0, 100)
  if (words === '') return null
  const { zones } = zonesTyped(words, `${day}T12:00:00`, locale)
  return zones.length === 1 ? zones[0]! : null
}

function stateIn(typed: string | undefined): EditionFields['state'] | null {
  return typed === 'draft' || typed === 'live' || typed === 'archived' ? typed : null
}

/** As they were stored, with or without their sign. */
function hashtagsIn(typed: string | undefined, before: string[]): string[] {
  const plain = (tag: string) => tag.replace(/^#+/, '')
  const told = [...new Set((typed ?? '').split(/[\s,،、，;]+/u).map(plain))].filter(tag => tag !== '')
  return told.map(tag => before.find(known => plain(known) === tag) ?? tag)
}

function authorIn(typed: FormFields): Author | null {
  const name = lineIn(typed['author.name'])
  const bio = textIn(typed['author.bio'])
  const picture = ownPicture(typed['author.picture'])
  const links = linksTold(typed['author.links'])
  return name || bio || picture || links.length ? { name, bio, picture, links } : null
}

/** Readers’ pages ask no other site for a picture. */
function ownPicture(typed: string | undefined): string | null {
  const told = lineIn(typed)
  return told === '' || told.length > 1000 ? null : told
}
