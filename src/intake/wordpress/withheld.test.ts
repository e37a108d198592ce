import { expect, test } from 'vitest'
import { withoutWithheld } from './withheld.ts'

test('short codes and blocks that never end take no longer than the text is long', () => {
  const begun = performance.now()
  for (const words of ['[private]', '[ppwp1][mepr-protected2]', '<!-- wp:private ', '[private]a[/private]'])
    withoutWithheld(words.repeat(800_000 / words.length))
  expect(performance.now() - begun).toBeLessThan(5000)
})

test('what stands between the short codes of members is cut out up to its own end, one by one', () => {
  const text = 'a [private]1[/Private] b [pmpro_membership]2[/private]3[/pmpro_membership] c [private]d'
  expect(withoutWithheld(text)).toEqual({
    text: 'a  b  c [private]d',
    names: ['private', 'pmpro_membership'],
  })
})

test('a block that never ends is hidden to the end of the text', () => {
  const text = 'a <!-- wp:pmpro/membership -->1<!-- wp:paragraph -->2<!-- /wp:paragraph -->'
  expect(withoutWithheld(text)).toEqual({ text: 'a ', names: ['pmpro/membership'] })
})
