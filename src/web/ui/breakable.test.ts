import { expect, test } from 'vitest'
import { breakable } from './breakable.ts'

const broken = (words: string) => breakable(words).join('')

test('long words break where they were put together, short ones never', () => {
  expect(broken('#InternationalMigrantsDay in times of #COVID-19')).toBe(
    '#International<wbr>Migrants<wbr>Day in times of #COVID-19',
  )
  expect(broken('at rstudio::global(2021)')).toBe('at rstudio::<wbr>global<wbr>(2021)')
})

test('what is written stays what is written', () => {
  expect(broken('<script>LongEnoughToBeBroken')).toBe(
    '&lt;script&gt;Long<wbr>Enough<wbr>To<wbr>Be<wbr>Broken',
  )
})
