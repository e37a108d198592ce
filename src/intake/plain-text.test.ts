import { expect, test } from 'vitest'
import { plainMarkdown } from './plain-markdown.ts'
import { plainText } from './plain-text.ts'

test('a link is told with its address, made whole where it names no site; within its own page it leads nowhere', () => {
  const html =
    '<p>See <a href="/x">here</a>, <a href="#top">above</a>, <a href="mailto:a@b.example">us</a>, <a href="//c.example/d">there</a>, <a href="atlas.example">Atlas</a>, <a href="x.html">X</a></p>'
  expect(plainText(html, 'https://e.example/z/')).toBe(
    'See here <https://e.example/x>, above, us <a@b.example>, there <https://c.example/d>, Atlas <https://atlas.example>, X <https://e.example/z/x.html>',
  )
  expect(plainText(html)).toBe(
    'See here, above, us <a@b.example>, there <https://c.example/d>, Atlas <https://atlas.example>, X',
  )
})

test('a picture that leads to itself is left out, one that leads elsewhere tells where', () => {
  expect(plainText('<a href="https://e.example/a.jpg"><img src="b.jpg"></a>The set')).toBe('The set')
  expect(plainText('<a href="https://e.example/register"><img src="b.jpg"></a>')).toBe(
    'https://e.example/register',
  )
})

test('cells and captions do not run into each other', () => {
  expect(
    plainText('<table><tr><td>9:00</td><td>Start</td></tr><tr><td>9:30</td><td>Talk</td></tr></table>'),
  ).toBe('9:00 Start\n9:30 Talk')
  expect(plainText('<figure><img src="a.jpg"><figcaption>A crowd</figcaption></figure><p>Then</p>')).toBe(
    'A crowd\n\nThen',
  )
})

test('what Word and page builders leave behind is left out', () => {
  expect(plainText('Normal 0 false false false MicrosoftInternetExplorer4')).toBeUndefined()
  expect(plainText('Normal 0 21 false false false DE-DE X-NONE X-NONE Herzlich willkommen')).toBe(
    'Herzlich willkommen',
  )
  expect(plainText('[vc_row full="yes"][vc_column]\n\nJoin us.\n\n[/vc_column][/vc_row]')).toBe('Join us.')
})

test('entities are letters, also where there is no tag', () => {
  expect(plainText('fish &hellip; chips &rsquo;n&rsquo; peas, a < b')).toBe('fish … chips ’n’ peas, a < b')
  expect(plainText('AT&T; R&D')).toBe('AT&T; R&D')
})

test('marks of Markdown are left out, with their addresses kept', () => {
  expect(
    plainMarkdown(
      '# Title\n\nSee **our** [guide](https://e.example/a_(b)) and [page](/c), ![A crowd](x.png) 2 ** 3',
    ),
  ).toBe('Title\n\nSee our guide <https://e.example/a_(b)> and page, A crowd 2 ** 3')
  expect(plainMarkdown('snake_case__name and [sic] (see below)')).toBe(
    'snake_case__name and [sic] (see below)',
  )
})

test('the line ends of a text with a word in bold, and no more markup, are kept', () => {
  expect(plainText('One\n\nTwo <b>and</b> more\nThree &amp; four')).toBe('One\n\nTwo and more\nThree & four')
  expect(plainText('<p>One\ntwo</p><p>Three</p>')).toBe('One two\n\nThree')
})

test('an address with two underscores stays whole', () => {
  const guarded = 'https://urldefense.com/v3/__https://example.org/reg__;!!abc'
  expect(plainMarkdown(`__Now__: ${guarded}`)).toBe(`Now: ${guarded}`)
})
