import { Hono } from 'hono'
import { hasRole, mayWrite } from '../../domain/curator.ts'
import { Refusal } from '../../domain/refusal.ts'
import { openStates, type SuggestionState } from '../../domain/suggestion.ts'
import { usualWords } from '../../outlet/suggestion/write-to-sender.ts'
import { answerSuggestion } from '../../services/suggestions/answer-suggestion.ts'
import { creditSender } from '../../services/suggestions/credit-sender.ts'
import { bringBackSuggestion, markAsSpam } from '../../services/suggestions/settle-suggestion.ts'
import { readEntries } from '../../storage/entries.ts'
import { listSuggestionReadings } from '../../storage/readings.ts'
import { listSeries } from '../../storage/series.ts'
import { findTemplate, keepTemplate } from '../../storage/suggestion-templates.ts'
import { countSuggestions, listEntriesOf, listSteps, listSuggestions } from '../../storage/suggestions.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { atTheDesk, curating, refuse, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { fieldsOf, refuseLongTexts, refuseOtherSites } from '../middleware/forms.ts'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import { noticeWords } from '../notice-words.ts'
import { paths } from '../paths.ts'
import type { ReadNow } from '../read-now.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { letterFor } from '../ui/sender-words.ts'
import { within } from '../within.ts'
import type { Drafted } from './answer-forms.tsx'
import { contextOf, namesIn } from './card-routes.tsx'
import { foundOf } from './found.ts'
import { trustOf } from './mail-trust.tsx'
import { type OwnSuggestion, ownSuggestion } from './own-suggestion.ts'
import { SuggestionPage } from './suggestion-page.tsx'
import { type SuggestionList, SuggestionsPage, suggestionLists } from './suggestions-page.tsx'

const onePage = 50

const statesOf: Record<SuggestionList, readonly SuggestionState[]> = {
  open: openStates,
  decided: ['accepted', 'declined', 'expired', 'withdrawn'],
  spam: ['spam'],
}

/** What readers suggested: what was read of it stands on the same cards as what a curator pastes. */
export function suggestionsRoom(parts: Parts, readNow: ReadNow): Hono<Env> {
  const { store, config, now, patienceMs, wholeProgrammes } = parts
  const { db } = store
  const room = new Hono<Env>()
  const guards = [refuseOtherSites(config), atTheDesk(parts), refuseLongTexts] as const

  room.get(paths.deskSuggestions(), atTheDesk(parts), async c => {
    const curator = await theCurator(c)
    const series = (await listSeries(store)).filter(
      ({ id }) => mayWrite(curator, id) || hasRole(curator, 'moderator', id),
    )
    const editions = series.flatMap(each => each.editions)
    return showList(c, null, new Map(editions.map(({ id, title }) => [id, title])))
  })

  room.get('/desk/:series/:edition/suggestions', curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param())
    return own instanceof Response ? own : showList(c, own, new Map([[own.edition.id, own.edition.title]]))
  })

  room.get(paths.deskSuggestion(':id'), atTheDesk(parts), async c => {
    const own = await ownSuggestion(c, parts, c.req.param('id')!)
    return own instanceof Response ? own : showOne(c, own)
  })

  room.post(paths.deskSuggestion(':id', 'answers'), ...guards, async c => {
    const own = await ownSuggestion(c, parts, c.req.param('id')!)
    if (own instanceof Response) return own
    if (!own.mayPublish) return refuse(c, parts)
    const { suggestion, curator, series } = own
    const form = await fieldsOf(c)
    const act = form.act === 'ask' || form.act === 'decline' ? form.act : 'tell'
    const words = (form.words ?? '').replaceAll('\r\n', '\n').trim()
    const write =
      form.mail === 'yes'
        ? await letterFor(parts, { language: suggestion.language, title: own.edition.title })
        : null
    try {
      const answer = { act, words } as const
      await answerSuggestion(store, suggestion.id, answer, write, { by: curator.name, at: now() })
      if (form.keep === 'yes' && act !== 'ask') {
        const kept = await generalWords(own, words)
        const kind = act === 'tell' ? 'accepted' : 'declined'
        await keepTemplate(db, { seriesId: series.id, language: suggestion.language, kind, words: kept })
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { say } = (await atDesk(c, parts, own.edition.homeZone)).showing
      return showOne(c, own, { act, words, wrong: sayRefusal(say, error) })
    }
    return goDone(c, config, paths.deskSuggestion(suggestion.id), { act: `suggestion-${act}` })
  })

  room.post(paths.deskSuggestion(':id', 'spam'), ...guards, async c => {
    const own = await ownSuggestion(c, parts, c.req.param('id')!)
    if (own instanceof Response) return own
    if (!own.mayModerate) return refuse(c, parts)
    const { suggestion, series, edition, curator } = own
    await markAsSpam(store, suggestion.id, { by: curator.name, at: now() })
    const to = own.mayWrite ? paths.deskSuggestionsIn(series.slug, edition.slug) : paths.deskSuggestions()
    return goDone(c, config, to, { act: 'suggestion-spam' })
  })

  room.post(paths.deskSuggestion(':id', 'credit'), ...guards, async c => {
    const own = await ownSuggestion(c, parts, c.req.param('id')!)
    if (own instanceof Response) return own
    if (!own.mayPublish && !own.mayModerate) return refuse(c, parts)
    const { suggestion, curator } = own
    await creditSender(store, suggestion.id, false, { who: 'curator', by: curator.name, at: now() })
    return c.redirect(paths.deskSuggestion(suggestion.id), 303)
  })

  room.post(paths.deskSuggestion(':id', 'openings'), ...guards, async c => {
    const own = await ownSuggestion(c, parts, c.req.param('id')!)
    if (own instanceof Response) return own
    const { suggestion, curator } = own
    if (!own.mayPublish && !(own.mayModerate && suggestion.state === 'spam')) return refuse(c, parts)
    try {
      const unread = await bringBackSuggestion(store, suggestion.id, { by: curator.name, at: now() })
      await within(readNow.begin(unread), patienceMs)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
    return c.redirect(paths.deskSuggestion(suggestion.id), 303)
  })

  return room

  async function showList(c: Visit, own: OwnEdition | null, titles: Map<string, string>): Promise<Response> {
    const asked = c.req.query('state')
    const list = suggestionLists.find(each => each === asked) ?? 'open'
    const editionIds = [...titles.keys()]
    const before = c.req.query('before')
    const found = await listSuggestions(db, {
      editionIds,
      states: statesOf[list],
      limit: onePage + 1,
      ...(before && { before }),
    })
    const byState = await countSuggestions(db, editionIds)
    const countOf = (each: SuggestionList) =>
      [...byState.values()].reduce(
        (sum, states) => sum + statesOf[each].reduce((part, state) => part + (states[state] ?? 0), 0),
        0,
      )
    const at = await atDesk(c, parts, own?.edition.homeZone)
    const suggestions = found.slice(0, onePage)
    return sendOnce(
      c,
      parts,
      <SuggestionsPage
        at={at}
        own={own}
        list={list}
        suggestions={suggestions}
        counts={{ open: countOf('open'), decided: countOf('decided'), spam: countOf('spam') }}
        titles={titles}
        older={found.length > onePage ? suggestions.at(-1)!.id : null}
      />,
    )
  }

  async function showOne(
    c: Visit,
    own: OwnSuggestion,
    refused?: { act: 'ask' | 'tell' | 'decline'; words: string; wrong: string },
  ): Promise<Response> {
    const { suggestion, series, edition } = own
    const here = refused ? paths.deskSuggestion(suggestion.id) : undefined
    const at = await atDesk(c, parts, edition.homeZone, here)
    const programme = (await wholeProgrammes(series.slug, edition.slug))!
    const readings = await listSuggestionReadings(db, suggestion.id)
    if (!refused && suggestion.state !== 'spam' && readings.some(({ state }) => state === 'waiting'))
      c.header('refresh', '3')
    const sections = (own.mayWrite ? readings : []).map(reading => ({
      own: { ...own, reading },
      found: foundOf(reading, programme),
      number: null,
      state: null,
      again: null,
      refused: null,
      undo: null,
      context: contextOf({ ...own, reading }, at.showing),
      showing: at.showing,
    }))
    const steps = await listSteps(db, suggestion.id)
    const drafted: Drafted = {
      tell: await draftOf(own, 'accepted'),
      decline: await draftOf(own, 'declined'),
      ask: await draftOf(own, 'question'),
      isTold: steps.some(({ act }) => act === 'tell'),
      open: refused?.act ?? null,
    }
    if (refused) drafted[refused.act] = refused.words
    const page = (
      <SuggestionPage
        at={at}
        own={own}
        steps={steps}
        sections={sections}
        names={namesIn(programme)}
        drafted={drafted}
        trust={await trustOf(db, suggestion.id)}
        refused={refused?.wrong ?? null}
      />
    )
    return sendOnce(c, parts, page, refused ? 422 : 200)
  }

  /** The words of the series where it has some of its own. */
  async function draftOf(own: OwnSuggestion, kind: 'accepted' | 'declined' | 'question'): Promise<string> {
    const { suggestion, series, edition } = own
    const words = await noticeWords(suggestion.language)
    const entries = await entriesOf(own)
    const isShown = entries.some(({ state }) => state === 'published')
    const usual = kind === 'accepted' && entries.length > 0 && !isShown ? 'drafted' : kind
    const links = linksOf(own, entries)
    const template = await findTemplate(db, { seriesId: series.id, language: suggestion.language, kind })
    if (template === null || usual === 'drafted')
      return usualWords(usual, { words, title: edition.title }, links)
    return template.replaceAll('{title}', edition.title).replaceAll('{links}', links.join('\n'))
  }

  /** Words as they can be used for another suggestion. */
  async function generalWords(own: OwnSuggestion, words: string): Promise<string> {
    const links = linksOf(own, await entriesOf(own)).join('\n')
    const general = links === '' ? words : words.replace(links, '{links}')
    return general.replaceAll(own.edition.title, '{title}')
  }

  async function entriesOf({ suggestion }: OwnSuggestion) {
    const ids = await listEntriesOf(db, suggestion.id)
    return (await readEntries(db, { ids })).map(({ entry }) => entry)
  }

  function linksOf({ series, edition }: OwnSuggestion, entries: { slug: string; state: string }[]): string[] {
    return entries
      .filter(({ state }) => state === 'published' && edition.state !== 'draft')
      .map(({ slug }) => config.baseUrl + paths.entry(series.slug, edition.slug, slug))
  }
}
