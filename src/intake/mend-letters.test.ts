import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { mendLetters } from './mend-letters.ts'

describe('letters that were encoded twice', () => {
  test.each([
    ['Rafael FranÃ§a, SÃ£o Paulo', 'Rafael França, São Paulo'],
    ['See the IRBâ€™s list â€“ today', 'See the IRB’s list – today'],
    ['â€œOpenOffice.org Writerâ€\u009d', '“OpenOffice.org Writer”'],
    ['Bruno LuÃ\u00ads GonÃ§alves', 'Bruno Luís Gonçalves'],
    ['8Â°C, Â© 2020, 5Â\u00a0â‚¬', '8°C, © 2020, 5\u00a0€'],
    ['Live ðŸŽ‰ tonight', 'Live 🎉 tonight'],
    ['ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
    ['FranÃƒÂ§a', 'França'],
  ])('%s is %s', (told, meant) => {
    expect(mendLetters(told)).toBe(meant)
  })

  test.each([
    'déjà-vu à la soirée\u00a0» – été\u00a0: « âge »',
    'BOA MANHÃ” e IRMÃ…',
    'Ãlvaro, Â, Ã.',
    'Ærø ß Ðorđe þ Größe „naïve“',
    '日本 Привет ελληνικά',
  ])('%s was never broken', told => {
    expect(mendLetters(told)).toBe(told)
  })

  test('of any text in Latin letters are the text again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,5}([àáâãäçèéêëíîïñóôõöúûü’“–—] ?[a-z]{1,5}){1,5}$/), meant => {
        const told = iconv.decode(Buffer.from(meant), 'windows-1252')
        expect(mendLetters(told)).toBe(meant)
      }),
    )
  })
})
