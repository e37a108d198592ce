import { expect, test } from 'vitest'
import { markDead } from './mark-dead.ts'
import { htmlOf, leadOf, plainOf } from './markdown.ts'

test('what people wrote can do no harm', () => {
  const evil = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe src="https://evil.example"></iframe>',
    '<style>*{display:none}</style>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<form action="https://evil.example"><input name=password></form>',
    '![x](data:text/html;base64,PHNjcmlwdD4=)',
  ]
  for (const text of evil)
    expect(htmlOf(text)).not.toMatch(
      /<script|onerror|onload|href="javascript|<iframe|<style|<form|<input|src="data/i,
    )
})

test('what people wrote keeps its meaning', () => {
  expect(htmlOf('# Title\n\nA *word* and https://day.example/a_b_c')).toBe(
    '<h3>Title</h3>\n<p>A <em>word</em> and <a href="https://day.example/a_b_c" rel="noopener">https://day.example/a_b_c</a></p>\n',
  )
  expect(htmlOf('<p lang="ar" dir="rtl">كلمة</p>')).toContain('<p lang="ar" dir="rtl">كلمة</p>')
})

test('the lead is the first paragraph; a summary is words alone', () => {
  expect(leadOf('One.\n\nTwo.')).toEqual({ lead: 'One.', more: true })
  expect(leadOf(' One.\nStill one. ')).toEqual({ lead: 'One.\nStill one.', more: false })
  expect(plainOf('**A** & <b>B</b> "C"')).toMatch(/^A & B .C.$/)
  expect(plainOf('one two three', 8)).toBe('one two …')
})

test('a picture of ours leaves room for itself and is narrower on a small screen', () => {
  const id = '0195f000-0000-7000-8000-000000000001'
  const lazy = 'loading="lazy" />'
  expect(htmlOf(`![A march](/pictures/${id}.webp#1600x900)`)).toBe(
    `<p><img src="/pictures/${id}.webp" srcset="/pictures/${id}.webp?w=400 400w, /pictures/${id}.webp?w=800 800w, /pictures/${id}.webp 1600w" sizes="(min-width: 48rem) 46rem, 92vw" alt="A march" width="1600" height="900" ${lazy}</p>\n`,
  )
  expect(htmlOf(`![](/pictures/${id}.webp#300x200)`)).toBe(
    `<p><img src="/pictures/${id}.webp" alt="" width="300" height="200" ${lazy}</p>\n`,
  )
  expect(htmlOf(`![x](/pictures/${id}.webp)`)).toBe(
    `<p><img src="/pictures/${id}.webp" alt="x" ${lazy}</p>\n`,
  )
})

test('a picture of another site is a link: readers’ browsers ask nobody else', () => {
  const link = '<a href="https://else.example/a.jpg" rel="noopener">A march</a>'
  expect(htmlOf('![A march](https://else.example/a.jpg)')).toBe(`<p>${link}</p>\n`)
  expect(
    htmlOf('<img src="https://else.example/a.jpg" alt="A march" srcset="https://else.example/b.jpg 2x">'),
  ).toBe(link)
  for (const src of [
    '//else.example/a',
    'data:image/png;base64,AA',
    'x',
    '/pictures/../sign-out',
    '/\\else.example',
  ])
    expect(htmlOf(`<img src="${src}" alt="A march"> end`)).not.toMatch(/<img|data:|href="(?:\/\/|\/\\|data)/)
})

test('a dead link is marked however its address is told, and nothing that stands in it opens', () => {
  const dead = new Map([['https://gone.example/', { mark: 'changed-hands' as const, copy: null }]])
  const marked = (text: string) => markDead(htmlOf(text), dead, { say: key => key })
  const left = '<span class="changed-hands">w</span> <small>(link.changed-hands)</small>'
  for (const more of [
    '',
    ' lang="a>b"',
    ' title="x><img src=x onerror=alert(1)>"',
    " title='&quot; onclick=&quot;'",
  ])
    for (const link of [
      `<a href="https://gone.example/"${more}>w</a>`,
      `<a${more} href="https://gone.example/">w</a>`,
    ])
      expect(marked(link).trim()).toBe(`<p>${left}</p>`)
})
