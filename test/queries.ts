import fc from 'fast-check'

/** Query strings that anybody may send: of these names and others, with values that mean something, nothing, or harm. */
export function queryParts(names: string[]): fc.Arbitrary<string> {
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  const value = fc.oneof(
    fc.constantFrom(
      'maps',
      'to-come',
      'awake',
      'event',
      'en',
      '2',
      '0',
      '-1',
      '99999999999999999999',
      '2021-03-06',
      '2021-02-31',
      'data-day/2020',
      '../..',
      '%',
      '"',
      '-',
      '\0',
      '\u202e',
      '<script>alert(1)</script>',
      '" onerror="x',
      "'; drop table entries; --",
      'a OR b NEAR(c)',
      '*',
      ':',
      '（地图）',
      'x'.repeat(3000),
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  )
  const part = fc.tuple(name, value, fc.boolean()).map(([name, value, isRaw]) => {
    const sound = value.toWellFormed()
    return `${encodeURIComponent(name.toWellFormed())}=${isRaw ? encodeURI(sound).replaceAll('#', '') : encodeURIComponent(sound)}`
  })
  return fc.array(part, { maxLength: 6 }).map(parts => parts.join('&'))
}

/** Whether something of these has come into a page as it must not. */
export function isHarmed(html: string): boolean {
  return /<script>alert|" onerror="/.test(html)
}
