import { describe, expect, test } from 'vitest'
import { bringInAll, readExportInto, sourceOf } from '../../../test/archives.ts'
import { stores } from '../../../test/stores.ts'
import { roundUp, type WxrItem, wxr } from '../../../test/wxr.ts'
import { readArchiveItems } from '../../storage/archive-items.ts'
import { readComments } from '../../storage/comments.ts'
import { readProgramme } from '../../storage/programmes.ts'
import { findRedirect } from '../../storage/redirects.ts'
import { findWriting, listTranslations } from '../../storage/writings.ts'

/** As Polylang keeps it. */
const polylang = (tag: string, name: string, group: string) => ({
  terms: [
    { domain: 'language', slug: tag, name },
    { domain: 'post_translations', slug: group, name: group },
  ],
})
const event = (id: number, title: string, more: Partial<WxrItem>): WxrItem => ({
  id,
  title,
  type: 'tribe_events',
  slug: `event-${id}`,
  link: `https://blog.example/event/event-${id}/`,
  meta: { _EventStartDate: '2020-12-18 18:00:00', _EventTimezone: 'Europe/Paris' },
  ...more,
})

describe.each(stores)('one text in several languages, in $name', ({ empty }) => {
  test('is known as that, by Polylang and by WPML', async () => {
    const store = await empty()
    const posts: WxrItem[] = [
      { id: 1, title: 'Who cares', slug: 'who-cares', ...polylang('en', 'English', 'pll_1') },
      { id: 2, title: 'Qui prend soin', slug: 'qui-prend-soin', ...polylang('fr', 'Français', 'pll_1') },
      {
        id: 3,
        title: 'Wer sorgt',
        slug: 'wer-sorgt',
        status: 'private',
        ...polylang('de', 'Deutsch', 'pll_1'),
      },
      {
        id: 4,
        title: 'About us',
        type: 'page',
        slug: 'about-us',
        meta: { _wpml_import_language_code: 'en', _wpml_import_translation_group: '77' },
      },
      {
        id: 5,
        title: 'Quiénes somos',
        type: 'page',
        slug: 'quienes-somos',
        meta: { _wpml_import_language_code: 'es', _wpml_import_translation_group: '77' },
      },
      { id: 6, title: 'Alone', slug: 'alone' },
    ]
    const source = sourceOf(wxr(posts))
    const { id } = await readExportInto(store, source)
    const found = (await readArchiveItems(store.db, id)).map(({ found }) => [
      found.language,
      found.translationOf,
    ])
    expect(found).toEqual([
      ['en', undefined],
      ['fr', 'Who cares'],
      ['de', 'Who cares'],
      ['en', undefined],
      ['es', 'About us'],
      [undefined, undefined],
    ])
    await bringInAll(store, source)
    const others = async (kind: 'post' | 'page', slug: string) => {
      const writing = (await findWriting(store.db, kind, slug))!
      const all = await listTranslations(store.db, writing.id)
      return [writing.language, ...all.map(({ language, title }) => `${language} ${title}`)]
    }
    // Of the one that is not public readers are told nothing.
    expect(await others('post', 'who-cares')).toEqual(['en', 'fr Qui prend soin'])
    expect(await others('post', 'wer-sorgt')).toEqual(['de', 'en Who cares', 'fr Qui prend soin'])
    expect(await others('page', 'quienes-somos')).toEqual(['es', 'en About us'])
    expect(await others('post', 'alone')).toEqual([null])
  })

  test('is known as that of what was brought in before anybody asked for languages', async () => {
    const store = await empty()
    const posts = [
      { id: 1, title: 'Who cares', slug: 'who-cares', ...polylang('en', 'English', 'pll_1') },
      { id: 2, title: 'Qui prend soin', slug: 'qui-prend-soin', ...polylang('fr', 'Français', 'pll_1') },
    ]
    await bringInAll(store, sourceOf(wxr(posts)))
    await store.db.updateTable('writings').set({ language: null, translation_group: null }).execute()
    for (const { item, said } of await store.db.selectFrom('imported').select(['item', 'said']).execute()) {
      const { language: _, publishAt: __, ...before } = JSON.parse(said!)
      await store.db
        .updateTable('imported')
        .set({ said: JSON.stringify(before) })
        .where('item', '=', item)
        .execute()
    }
    await bringInAll(store, sourceOf(wxr(posts)))
    const french = (await findWriting(store.db, 'post', 'qui-prend-soin'))!
    expect(french.language).toBe('fr')
    expect(await listTranslations(store.db, french.id)).toMatchObject([{ title: 'Who cares' }])
  })

  test('is known as that where qTranslate kept all in one', async () => {
    const store = await empty()
    const posts: WxrItem[] = [
      {
        id: 1,
        title: '[:en]Who cares[:fr]Qui prend soin[:]',
        slug: 'who-cares',
        content: '[:en]We do.[:fr]Nous.[:]\n\n<a href="https://a.example">a.example</a>',
        comments: [{ id: 1, text: 'Me too' }],
      },
      {
        id: 2,
        title: '<!--:de-->Alt<!--:--><!--:en-->Old<!--:-->',
        content: '<!--:de-->Ja<!--:--><!--:en-->Yes<!--:-->',
      },
      { id: 3, title: 'Smileys [:-)]', content: 'Nothing of that: [:] and [:x]' },
    ]
    const { report } = await bringInAll(store, sourceOf(wxr(posts)))
    expect(report).toMatchObject({ posts: 5, comments: 1, failed: 0 })
    const french = (await findWriting(store.db, 'post', 'qui-prend-soin'))!
    expect(french).toMatchObject({ title: 'Qui prend soin', language: 'fr' })
    expect(french.text).toMatch(/^Nous\.\s+\[?a\.example/)
    expect((await listTranslations(store.db, french.id)).map(({ title }) => title)).toEqual(['Who cares'])
    expect(await findRedirect(store, '/fr/2020/12/18/who-cares')).toBe('/2020/12/qui-prend-soin')
    const again = await bringInAll(store, sourceOf(wxr(posts)))
    expect(again.report).toMatchObject({ posts: 0, unchanged: 5 })
  })

  test('is one event, called as it is first, with what was said of it in both', async () => {
    const store = await empty()
    const events: WxrItem[] = [
      event(1, 'A vigil', { ...polylang('en', 'English', 'pll_2') }),
      event(2, 'Veillée aux bougies', {
        ...polylang('fr', 'Français', 'pll_2'),
        comments: [{ id: 9, text: 'J’y serai' }],
      }),
      // Nobody could read it, and nobody can.
      event(3, 'Kerzenwache, intern', { ...polylang('de', 'Deutsch', 'pll_2'), status: 'private' }),
    ]
    await bringInAll(store, sourceOf(wxr(events)))
    const { entries } = (await readProgramme(store, 'migrants-day', '2020'))!
    expect(entries.map(({ title, languages }) => [title, languages])).toEqual([['A vigil', []]])
    const said = await readComments(store.db, { entryId: entries[0]!.id })
    expect(said.map(({ text }) => text)).toEqual(['J’y serai'])
    expect(await findRedirect(store, '/event/event-2')).toBe('/migrants-day/2020/a-vigil')
    const again = await bringInAll(store, sourceOf(wxr(events)))
    expect(again.report).toMatchObject({ entries: 0, comments: 0, failed: 0 })
    expect((await readProgramme(store, 'migrants-day', '2020'))!.entries).toHaveLength(1)
  })

  test('is one programme, and a post in the other language', async () => {
    const store = await empty()
    const title = 'International Migrants Day 2020: a collection of events'
    const lists: WxrItem[] = [
      { id: 1, title, content: roundUp(2020), ...polylang('en', 'English', 'pll_3') },
      { id: 2, title: `${title} (fr)`, content: roundUp(2020), ...polylang('fr', 'Français', 'pll_3') },
    ]
    const { id } = await readExportInto(store, sourceOf(wxr(lists)))
    const to = (await readArchiveItems(store.db, id)).map(({ destination, edition }) => [
      destination.to,
      edition,
    ])
    expect(to).toEqual([
      ['edition', '2020'],
      ['post', null],
    ])
  })
})
