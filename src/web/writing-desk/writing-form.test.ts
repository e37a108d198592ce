import { expect, test } from 'vitest'
import { emptyWriting, readWriting } from './writing-form.ts'

test('a language is one that pages can name, or none', () => {
  const languageOf = (language: string) =>
    readWriting({ language }, emptyWriting('2020-12-18', 'Ada'), 'post').language
  expect(['pt', 'pt-BR', 'zh-Hant-TW', '', 'en-gb-gb', 'x', '"><b>'].map(languageOf)).toEqual([
    'pt',
    'pt-BR',
    'zh-Hant-TW',
    null,
    null,
    null,
    null,
  ])
})
