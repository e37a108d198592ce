import { expect, test } from 'vitest'
import { reservedWords } from '../domain/reserved-words.ts'
import { ownPath, paths, withKept } from './paths.ts'

test('the site’s own addresses begin with words that no series may have', () => {
  const own = [
    paths.zone('/'),
    paths.chooseZone(),
    paths.chooseLanguage(),
    paths.health(),
    paths.robots(),
    paths.asset('a.css'),
  ]
  for (const path of own) expect(reservedWords).toContain(/^\/([^/?]+)/.exec(path)?.[1])
})

test('what a reader asked for stays before the place in the page', () => {
  expect(withKept('/a/2020/talk#one', 'zone=Asia/Manila')).toBe('/a/2020/talk?zone=Asia/Manila#one')
  expect(withKept('/a/2020?view=told', 'lang=ar')).toBe('/a/2020?view=told&lang=ar')
  expect(withKept('/a', '')).toBe('/a')
})

test('a form leads back into the site alone', () => {
  expect(ownPath('/a/2020?zone=UTC#talk')).toBe('/a/2020?zone=UTC#talk')
  for (const elsewhere of [
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    'https://evil.example',
    undefined,
  ])
    expect(ownPath(elsewhere)).toBeNull()
})
