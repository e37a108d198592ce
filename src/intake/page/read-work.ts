import type { Finding, FoundLink, Kind, Provenance } from '../../domain/finding.ts'
import { linkRole } from '../link-role.ts'
import { type Item, itemsOf, type Thing, textOf, toldIn, valuesOf } from './item.ts'
import { languageTags } from './language-tags.ts'
import { readMoment } from './moment.ts'
import { resolveAddress } from './page.ts'
import { partiesOfWork } from './parties.ts'
import { isLiveBroadcast } from './things.ts'
import { summaryText, titleText } from './words-of.ts'

/** An article, statement, video or toolkit as one or several sources tell it. Null for one without title and player. */
export function readWork(kind: Kind, thing: Thing, base: string | undefined): Finding | null {
  const from: Record<string, Provenance> = {}
  const first = thing[0]!
  const finding: Finding = { kind, title: '' }
  const name = toldIn(
    thing,
    ...(kind === 'video'
      ? ['name', 'headline', 'title']
      : ['headline', 'name', 'title', 'alternativeHeadline']),
  )
  finding.title = titleText(name?.text) ?? ''
  if (name) from.title = name.item.source
  const told = toldIn(thing, 'url', 'mainEntityOfPage')
  const url =
    resolveAddress(told?.text, base) ??
    thing.map(item => item.id).find(id => id && /^https?:/.test(id) && !id.includes('#'))
  if (url) [finding.url, from.url] = [url, first.source]
  const published = publishedOf(thing)
  if (published) [finding.published, from.published] = [published.text, published.source]
  const description = toldIn(thing, 'description', 'abstract', 'text')
  const summary = summaryText(description?.text)
  if (summary) [finding.summary, from.summary] = [summary, description!.item.source]
  const image = toldIn(thing, 'image', 'thumbnailUrl', 'thumbnail')
  const [inner] = itemsOf(first, 'image')
  const picture = resolveAddress((inner && textOf(inner, 'url', 'contentUrl')) ?? image?.text, base)
  if (picture) [finding.image, from.image] = [picture, first.source]
  const { organisations, people } = partiesOfWork(thing, base)
  if (organisations.length) [finding.organisations, from.organisations] = [organisations, first.source]
  if (people.length) [finding.people, from.people] = [people, first.source]
  const languages = languageTags(thing.flatMap(item => valuesOf(item, 'inLanguage')))
  if (languages.length) [finding.languages, from.languages] = [languages, first.source]
  const links = linksOf(kind, thing, base)
  if (links.length) [finding.links, from.links] = [links, first.source]
  const tags = thing
    .flatMap(item => valuesOf(item, 'keywords'))
    .flatMap(value => (typeof value === 'string' ? value.split(/[,;]/) : []))
  const cleanTags = [...new Set(tags.flatMap(tag => titleText(tag) ?? []))].slice(0, 30)
  if (cleanTags.length) [finding.tags, from.tags] = [cleanTags, first.source]
  finding.from = from
  return finding.title === '' && !links.length ? null : finding
}

/** The player, the file or the page of a video; a stream while it is live. */
export function videoLink(thing: Thing, base: string | undefined): FoundLink | undefined {
  const told =
    toldIn(thing, 'embedUrl', 'embedURL') ?? toldIn(thing, 'url') ?? toldIn(thing, 'contentUrl', 'contentURL')
  const url =
    resolveAddress(told?.text, base) ?? thing.map(item => item.id).find(id => id && /^https?:/.test(id))
  if (!url) return undefined
  const broadcast = thing.flatMap(item => itemsOf(item, 'publication'))[0]
  const isLive = broadcast !== undefined && isLiveBroadcast(broadcast, thing[0])
  const role = linkRole(url)
  return { role: isLive || role === 'livestream' ? 'livestream' : 'recording', url }
}

function publishedOf(thing: Thing): { text: string; source: Provenance } | undefined {
  for (const item of thing) {
    for (const name of ['datePublished', 'uploadDate', 'datePosted', 'dateCreated', 'releaseDate']) {
      const told = textOf(item, name)
      const text = told && publishedText(told)
      if (text) return { text, source: item.source }
    }
  }
  return undefined
}

/** A moment of publication as it was told: `2020-12-18`, `2020-12-18T14:00:00+01:00`; undefined for what is no date. */
export function publishedText(told: string): string | undefined {
  const moment = readMoment(told)
  if (!moment?.day) return undefined
  return moment.clock ? `${moment.day}T${moment.clock}${moment.offset ?? ''}` : moment.day
}

function linksOf(kind: Kind, thing: Thing, base: string | undefined): FoundLink[] {
  const links: FoundLink[] = []
  const hasFilm = thing.some(item => itemsOf(item, 'video', 'audio', 'associatedMedia').length > 0)
  const own = kind === 'video' && !hasFilm ? videoLink(thing, base) : undefined
  if (own) links.push(own)
  const inner: Item[] = thing.flatMap(item => itemsOf(item, 'video', 'audio', 'associatedMedia')).slice(0, 10)
  for (const item of inner) {
    const link = item.types.some(type => /Video|Audio/.test(type)) ? videoLink([item], base) : undefined
    if (link && !links.some(one => one.url === link.url)) links.push(link)
  }
  return links
}
