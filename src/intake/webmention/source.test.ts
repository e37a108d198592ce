import { describe, expect, test } from 'vitest'
import { readMentionSource } from './source.ts'

const url = 'https://there.example/posts/1'
const target = 'https://day.example/migrants-day/2020'
const read = (text: string, contentType: string | null = 'text/html; charset=utf-8') =>
  readMentionSource(text, { contentType, url, target })

describe('a page links to an address', () => {
  test.each([
    [`<a href="${target}">the day</a>`, true],
    [`<A HREF='${target}#at-noon'>the day</A>`, true],
    [`<img src="${target}">`, true],
    [`<base href="https://day.example/migrants-day/"><a href="2020">the day</a>`, true],
    [`<a href="${target}/listening">an entry of it</a>`, false],
    [`<p>${target}</p>`, false],
    [`<!-- <a href="${target}"> -->`, false],
    [`<script>x = '<a href="${target}">'</script><template><a href="${target}"></a></template>`, false],
    [`<a title="${target}" href="/">the day</a>`, false],
  ])('%s: %s', (html, isLinking) => {
    expect(read(html).isLinking).toBe(isLinking)
  })

  test.each([
    ['application/json', JSON.stringify({ items: [{ in: [target] }] }), true],
    ['application/feed+json', JSON.stringify({ in: `${target}/x` }), false],
    ['application/json', '{ broken', false],
    ['text/plain', `See ${target}.`, true],
    ['text/plain', `See ${target}-and-more`, false],
    ['application/pdf', target, false],
  ])('as %s: %s', (type, text, isLinking) => {
    expect(read(text, type).isLinking).toBe(isLinking)
  })
})

describe('what it says of itself', () => {
  test('is told by microformats: of several entries the one that links there', () => {
    const html = `<title>All posts – There</title><div class="h-feed"><div class="p-author h-card"><a class="p-name u-url" href="/">Amina</a></div>
      <div class="h-entry"><p class="e-content">Another one.</p></div>
      <div class="h-entry"><p class="e-content">We  listen\n at <a href="${target}">the day</a>.</p></div></div>`
    expect(read(html)).toEqual({
      isLinking: true,
      author: 'Amina',
      title: 'All posts – There',
      excerpt: 'We listen at the day.',
    })
  })

  test('is words alone, whatever is written there, and no more than a few', () => {
    const html = `<div class="h-entry"><span class="p-author">&lt;script>alert(1)&lt;/script></span>
      <div class="e-content"><script>alert(2)</script>${'word '.repeat(500)}<a href="${target}">x</a></div></div>`
    const { author, excerpt } = read(html)
    expect(author).toBe('<script>alert(1)</script>')
    expect(excerpt).not.toContain('alert')
    expect(excerpt.length).toBeLessThanOrEqual(300)
    expect(excerpt.endsWith('word …')).toBe(true)
  })

  test('may be nothing', () => {
    expect(read(`<a href="${target}">x</a>`)).toEqual({
      isLinking: true,
      author: null,
      title: null,
      excerpt: '',
    })
  })
})
