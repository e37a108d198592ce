import { expect, test } from 'vitest'
import { endpointOf } from './endpoint.ts'

const url = 'https://there.example/posts/1'
const inHtml = (html: string, link: string | null = null) => endpointOf({ html, link, url })

test.each([
  ['</wm>; rel=webmention', 'https://there.example/wm'],
  ['<https://wm.example/in?site=1>; rel="webmention"', 'https://wm.example/in?site=1'],
  [
    '</style.css>; rel="preload", <wm>; title="a, b"; REL="other WebMention"',
    'https://there.example/posts/wm',
  ],
  ['</a>; rel="not-webmention", </b>; rel="next"', null],
  ['</a>; rel="next", <>; rel="webmention"', url],
  ['<javascript:alert(1)>; rel="webmention"', null],
  ['nonsense; rel="webmention"', null],
])('of the header %s', (header, endpoint) => {
  expect(inHtml('', header)).toBe(endpoint)
})

test.each([
  ['<link rel="webmention" href="/wm">', 'https://there.example/wm'],
  [
    '<a href="wm" rel="webmention">tell us</a><link rel=webmention href=/later>',
    'https://there.example/posts/wm',
  ],
  ['<LINK REL="pingback WEBMENTION" HREF="/wm">', 'https://there.example/wm'],
  ['<link rel="webmention" href="">', url],
  ['<link rel="webmention"><a rel="webmention" href="/wm">', 'https://there.example/wm'],
  ['<!-- <link rel="webmention" href="/no"> --><a rel="webmention" href="/wm">', 'https://there.example/wm'],
  ['&lt;link rel="webmention" href="/no"&gt;<a rel="webmention" href="/wm">', 'https://there.example/wm'],
  ['<script>"<link rel=webmention href=/no>"</script><textarea><a rel=webmention href=/no></textarea>', null],
  ['<template><link rel="webmention" href="/no"></template>', null],
  ['<a rel="not-webmention" href="/no"><p rel="webmention" href="/no">', null],
  ['<base href="https://base.example/x/"><link rel="webmention" href="wm">', 'https://base.example/x/wm'],
  ['<link rel="webmention" href="/wm?a=1&amp;b=2">', 'https://there.example/wm?a=1&b=2'],
  ['<link rel="webmention" href="mailto:a@b.example">', null],
])('of the page %s', (html, endpoint) => {
  expect(inHtml(html)).toBe(endpoint)
})

test('the header goes before the page, and a page of many tags is read through', () => {
  const html = `${'<a rel="x" href="y">'.repeat(50_000)}<link rel="webmention" href="/page">`
  expect(inHtml(html, '</header>; rel="webmention"')).toBe('https://there.example/header')
  expect(inHtml(html)).toBe('https://there.example/page')
})
