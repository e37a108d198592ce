import { Hono } from 'hono'
import { mayPublish } from '../../domain/curator.ts'
import { Refusal } from '../../domain/refusal.ts'
import { editionWords, entryWords, type ToldTranslation } from '../../domain/translation.ts'
import {
  type Translated,
  translateEdition,
  translateEntry,
  translateSeries,
} from '../../services/translate.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { fieldsOf, refuseLongTexts, refuseOtherSites, tellSaved } from '../middleware/forms.ts'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import { ownEntry } from '../middleware/own-entry.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { type Language, languageOf, languages } from '../words.ts'
import { type Original, TranslatingPage } from './page.tsx'

type Words = Record<string, string | null>

/** What is translated at an address, by whom, and how. */
type Translating = {
  own: OwnEdition
  original: Original
  others: { path: string; title: string }[]
  pathIn: (language: Language) => string
  mayEdit: boolean
  store: (told: ToldTranslation<never>) => Promise<Translated<never>>
}

/** Where the words of entries, editions and series are said in other languages. */
export function translatingRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()
  const ofEntry = paths.deskEntryLanguages(':id')
  const ofEdition = paths.deskLanguages(':series', ':edition')
  const writing = [refuseOtherSites(config), curating(parts), refuseLongTexts] as const

  room.get(ofEntry, curating(parts), async c => open(c, await entryAt(c)))
  room.post(ofEntry, ...writing, async c => save(c, await entryAt(c)))
  room.get(ofEdition, curating(parts), async c => open(c, await editionAt(c)))
  room.post(ofEdition, ...writing, async c => save(c, await editionAt(c)))
  return room

  async function entryAt(c: Visit): Promise<Translating | Response> {
    const own = await ownEntry(c, parts, c.req.param('id') ?? '')
    if (own instanceof Response) return own
    const { entry, editionId } = { entry: own.row.entry, editionId: own.edition.id }
    const isEditor = mayPublish(own.curator, own.series.id)
    return {
      own,
      original: {
        title: entry.title,
        path: paths.deskEntry(entry.id),
        name: `translation ${entry.id}`,
        language: entry.language ?? own.edition.language,
        fields: only(entry, entryWords),
        translations: entry.translations,
      },
      others: [],
      pathIn: language => paths.deskEntryLanguages(entry.id, language),
      mayEdit: isEditor || entry.state === 'draft',
      store: told =>
        translateEntry(store, { id: entry.id, editionId }, told as never, {
          ...act(own),
          onlyDrafts: !isEditor,
        }) as Promise<Translated<never>>,
    }
  }

  async function editionAt(c: Visit): Promise<Translating | Response> {
    const own = await ownEdition(c, parts, c.req.param() as never)
    if (own instanceof Response) return own
    const { series, edition } = own
    const isOfSeries = c.req.query('of') === 'series'
    const of = isOfSeries ? series : edition
    const pathOf = (part: 'series' | 'edition', language?: Language) =>
      paths.deskLanguages(series.slug, edition.slug, language, part === 'series')
    const other = isOfSeries ? edition : series
    return {
      own,
      original: {
        title: of.title,
        path: isOfSeries ? paths.deskSeries(series.slug) : paths.deskText(series.slug, edition.slug),
        name: `translation ${of.id}`,
        language: of.language,
        fields: only(of, editionWords),
        translations: of.translations,
      },
      others: [{ path: pathOf(isOfSeries ? 'edition' : 'series'), title: other.title }],
      pathIn: language => pathOf(isOfSeries ? 'series' : 'edition', language),
      mayEdit: mayPublish(own.curator, series.id),
      store: told =>
        (isOfSeries
          ? translateSeries(store, series, told as never, act(own))
          : translateEdition(store, edition.id, told as never, act(own))) as Promise<Translated<never>>,
    }
  }

  function act({ curator }: OwnEdition) {
    return { by: curator.name, at: now() }
  }

  async function open(c: Visit, of: Translating | Response): Promise<Response> {
    if (of instanceof Response) return of
    const asked = languageOf(c.req.query('in') ?? '')
    const isOwn = asked === languageOf(of.original.language ?? '')
    const language = asked && !isOwn ? asked : await usualLanguage(c, of.original)
    const opened = saidIn(of.original, language)
    return show(c, of, { language, opened, typed: filled(opened) })
  }

  async function save(c: Visit, of: Translating | Response): Promise<Response> {
    if (of instanceof Response) return of
    if (!of.mayEdit) return refuse(c, parts)
    const typed = await fieldsOf(c)
    const language = languageOf(typed.language ?? '')
    if (!language || language === languageOf(of.original.language ?? '')) return open(c, of)
    const words = (prefix: string) =>
      Object.fromEntries(
        Object.keys(of.original.fields)
          .filter(field => field in typed)
          .map(field => [field, textIn(typed[prefix + field], field)]),
      )
    const told = { language, fields: words(''), opened: words('opened.') }
    try {
      const translated = await of.store(told as never)
      if ('conflicts' in translated) {
        const theirs = saidIn({ ...of.original, translations: translated.theirs }, language)
        const { say } = (await atDesk(c, parts)).showing
        return show(c, of, {
          language,
          typed,
          opened: theirs,
          theirs: Object.fromEntries(translated.conflicts.map(field => [field, theirs[field] ?? null])),
          wrong: say('conflict.notice', {
            who: say('conflict.somebody'),
            count: translated.conflicts.length,
          }),
        })
      }
      tellSaved(c, config, `${of.original.name} ${language}`)
      return goDone(c, config, of.pathIn(language), {
        act: translated.changed ? 'saved' : 'nothing-changed',
        undo: translated.changed ? translated.revision : null,
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { say } = (await atDesk(c, parts)).showing
      return show(c, of, { language, typed, opened: told.opened, wrong: sayRefusal(say, error) })
    }
  }

  /** The language of the page, unless that is the one it was written in: then the first in which nothing is said yet. */
  async function usualLanguage(c: Visit, { language, translations }: Original): Promise<Language> {
    const { showing } = await atDesk(c, parts)
    const others = (Object.keys(languages) as Language[]).filter(each => each !== languageOf(language ?? ''))
    if (others.includes(showing.language)) return showing.language
    return others.find(each => !translations?.[each]) ?? others[0]!
  }

  async function show(
    c: Visit,
    of: Translating,
    told: Pick<Parameters<typeof TranslatingPage>[0], 'language' | 'typed' | 'opened' | 'theirs' | 'wrong'>,
  ): Promise<Response> {
    const { own, original, others, pathIn, mayEdit } = of
    const at = await atDesk(c, parts, own.edition.homeZone, pathIn(told.language))
    const edition = { series: own.series, edition: own.edition }
    const page = <TranslatingPage {...{ at, edition, original, others, pathIn, mayEdit, ...told }} />
    return sendOnce(c, parts, page, told.wrong ? (told.theirs ? 409 : 422) : 200)
  }
}

function saidIn({ fields, translations }: Original, language: Language): Words {
  const said: Partial<Record<string, string>> = translations?.[language] ?? {}
  return Object.fromEntries(Object.keys(fields).map(field => [field, said[field] ?? null]))
}

function filled(words: Words): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([field, text]) => [field, text ?? '']))
}

function only(of: object, fields: readonly string[]): Words {
  return Object.fromEntries(
    fields.map(field => [field, (of as Record<string, string | null>)[field] ?? null]),
  )
}

/** As people mean it: a title is one line; nothing stands around a text. */
function textIn(typed: string | undefined, field: string): string | null {
  const text = (typed ?? '').replace(/\r\n?/g, '\n').trim()
  return (field === 'title' ? text.replace(/\s+/g, ' ') : text) || null
}
