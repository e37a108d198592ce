import { describe, expect, test } from 'vitest'
import { blogRetryMs, likenessOf, ownPart, withOwnPart } from './blog-post.ts'

describe('our part of a post', () => {
  test('comes last where there was none, and is changed in its place', () => {
    const first = withOwnPart('<p>Hello</p>\n', 'e1', '<p>one</p>')
    expect(first).toBe('<p>Hello</p>\n\n<!-- daylong:e1 -->\n<p>one</p>\n<!-- /daylong:e1 -->')
    expect(ownPart(first, 'e1')).toBe('\n<p>one</p>\n')
    const second = withOwnPart(`${first}\n<p>Bye</p>`, 'e1', '<p>two</p>')
    expect(second).toBe('<p>Hello</p>\n\n<!-- daylong:e1 -->\n<p>two</p>\n<!-- /daylong:e1 -->\n<p>Bye</p>')
    expect(withOwnPart('', 'e1', 'x')).toBe('<!-- daylong:e1 -->\nx\n<!-- /daylong:e1 -->')
  })

  test('is not that of another edition, and none where only one of its marks is left', () => {
    const whole = withOwnPart('', 'e1', 'x')
    expect(ownPart(whole, 'e2')).toBeNull()
    expect(ownPart(whole.replace('<!-- /daylong:e1 -->', ''), 'e1')).toBeNull()
    expect(ownPart('', 'e1')).toBeNull()
  })

  test('is alike whatever a blog makes of tags and spaces, and not once a word or an address is another', () => {
    const ours = '<p>It’s <strong>on</strong> &amp; <a href="https://x.example/">here</a></p>'
    expect(
      likenessOf(
        "<!-- x --><p>It&#8217;s on&nbsp;&#038;\n<a class='y' href='https://x.example/'>here</a></p>",
      ),
    ).toBe(likenessOf(ours))
    expect(likenessOf(ours.replace('>on<', '>off<'))).not.toBe(likenessOf(ours))
    expect(likenessOf(ours.replace('x.example', 'y.example'))).not.toBe(likenessOf(ours))
  })
})

test('a blog that does not answer is asked later and later, at last four times a day', () => {
  expect([1, 2, 3, 7, 50].map(failures => blogRetryMs(failures) / 60_000)).toEqual([5, 10, 20, 320, 360])
})
