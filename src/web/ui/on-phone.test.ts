import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { codeOf } from './on-phone.tsx'

test('the code of an address is drawn square by square, with four white ones around it', async () => {
  const address = 'https://day.example/data-day/2021'
  const code = await codeOf(address)
  const drawn = Array.from({ length: code.size }, () => Array<boolean>(code.size).fill(false))
  for (const [, x, y, length] of code.path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    drawn[Number(y)]!.fill(true, Number(x), Number(x) + Number(length))
  expect(drawn).toEqual(encode(address, { ecc: 'M', border: 4 }).data)
  const edge = drawn.flatMap((row, y) =>
    row.filter((_, x) => Math.min(x, y, code.size - 1 - x, code.size - 1 - y) < 4),
  )
  expect(edge).not.toContain(true)
  expect(await codeOf(address)).toBe(code)
})
