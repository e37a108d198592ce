import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  entryWords,
  joinTranslations,
  mapTranslations,
  putTranslation,
  soundTranslations,
  type Translations,
} from './translation.ts'

const nothing = { title: null, summary: null, note: null }

test('what is said in a language stands beside what is said in others, in one order', () => {
  const told = { language: 'fr', fields: { ...nothing, title: 'Une carte', note: 'Venez' }, opened: nothing }
  const first = putTranslation(null, told).translations
  const both = putTranslation(first, {
    language: 'ar',
    fields: { ...nothing, title: 'خريطة' },
    opened: nothing,
  })
  expect(JSON.stringify(both.translations)).toBe(
    '{"ar":{"title":"خريطة"},"fr":{"note":"Venez","title":"Une carte"}}',
  )
  const emptied = {
    language: 'fr',
    fields: nothing,
    opened: { ...nothing, title: 'Une carte', note: 'Venez' },
  }
  expect(putTranslation(both.translations, emptied).translations).toEqual({ ar: { title: 'خريطة' } })
  expect(putTranslation(first, emptied).translations).toBe(null)
})

test('a field that two say otherwise is a conflict, one that only one has changed is not', () => {
  const now = { fr: { title: 'Anna', summary: 'Anna' } }
  const told = { language: 'fr', fields: { title: 'Ben', summary: null, note: 'Ben' }, opened: nothing }
  expect(putTranslation(now, told)).toEqual({
    translations: { fr: { note: 'Ben', summary: 'Anna', title: 'Ben' } },
    conflicts: ['title'],
  })
  expect(putTranslation(now, { ...told, language: 'de' }).conflicts).toEqual([])
})

test('two that are one say what both said; where both did, the first one’s words stand', () => {
  expect(
    joinTranslations({ fr: { title: 'A' } }, { fr: { title: 'B', note: 'B' }, ru: { title: 'Б' } }),
  ).toEqual({
    fr: { note: 'B', title: 'A' },
    ru: { title: 'Б' },
  })
  expect(joinTranslations(null, { fr: { title: 'B' } })).toEqual({ fr: { title: 'B' } })
})

test('of what comes from elsewhere only translations are taken', () => {
  const told = {
    fr: { title: ' Une\0 carte ', note: 7, url: 'x' },
    'not a language': { title: 'x' },
    de: 'nothing',
    es: { title: '' },
    EN: { title: 'x' },
    it: { title: 'x'.repeat(101) },
  }
  expect(soundTranslations(told, entryWords, 100)).toEqual({ fr: { title: 'Une carte' } })
  for (const odd of [null, [], 'fr', 7, {}]) expect(soundTranslations(odd, entryWords, 100)).toBe(null)
  expect(
    mapTranslations({ fr: { title: 'a', text: 'b' } }, field => (field === 'text' ? 'c' : null)),
  ).toEqual({
    fr: { text: 'c' },
  })
})

describe('whatever is said', () => {
  const words = fc.record({
    title: fc.option(fc.constantFrom('a', 'b')),
    summary: fc.option(fc.constantFrom('a', 'b')),
    note: fc.option(fc.constantFrom('a', 'b')),
  })
  const said = fc.array(fc.record({ language: fc.constantFrom('fr', 'ar', 'zh'), fields: words }), {
    maxLength: 6,
  })
  const readIn = (all: Translations<'title' | 'summary' | 'note'>, language: string) => ({
    ...nothing,
    ...all?.[language],
  })

  test('the last that was said in a language is what is read in it, however it came about', () => {
    fc.assert(
      fc.property(said, acts => {
        let all = null as Translations<'title' | 'summary' | 'note'>
        const last: Record<string, object> = {}
        for (const { language, fields } of acts) {
          const put = putTranslation<'title' | 'summary' | 'note'>(all, {
            language,
            fields,
            opened: readIn(all, language),
          })
          expect(put.conflicts).toEqual([])
          all = put.translations
          last[language] = fields
        }
        for (const language of Object.keys(last)) expect(readIn(all, language)).toEqual(last[language])
        expect(soundTranslations(JSON.parse(JSON.stringify(all)), entryWords, 10)).toEqual(all)
        expect(joinTranslations(all, all)).toEqual(all)
      }),
    )
  })
})
