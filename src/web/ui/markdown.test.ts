import { expect, test } from 'vitest'
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
