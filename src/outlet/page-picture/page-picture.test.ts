import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directionOf } from '../../domain/direction-of.ts'
import { createDraws, type Draws } from './draw-apart.ts'
import type { Hours, PagePicture } from './page-picture.ts'
import { sfntOf } from './sfnt.ts'

const hours: Hours = {
  zone: 'Times in London',
  minutes: 3000,
  across: 5,
  ground: [
    { kind: 'own', x: 840, width: 1440 },
    { kind: 'midnight', x: 840 },
    { kind: 'base', x: 840, width: 1440 },
  ],
  bars: [{ x: 900, width: 120, y: 0, height: 0.8, look: 'event' }],
  labels: [{ at: 34, lane: 0, isBefore: false, text: 'Maps for all' }],
  names: [{ at: 28, text: 'Saturday 6 March', kind: 'own-day' }],
}
const picture = (told: Partial<PagePicture> = {}): PagePicture => ({
  dir: 'ltr',
  accent: '#14606a',
  over: 'Open Data Day',
  title: 'Open Data Day 2021',
  lines: ['Saturday, 6 March 2021', '12 entries'],
  site: 'day.example',
  hours,
  otherwise: null,
  ...told,
})

let draws: Draws
beforeAll(() => {
  draws = createDraws()
})
afterAll(() => draws.end())

const paper = [253, 252, 248]
/** How much ink there is in a part of the picture, from 0 to 1. */
async function inkIn(bytes: Uint8Array, part: { left: number; top: number; width: number; height: number }) {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .extract(part)
    .raw()
    .toBuffer({ resolveWithObject: true })
  let ink = 0
  for (let at = 0; at < data.length; at += info.channels)
    if (paper.some((value, channel) => Math.abs(data[at + channel]! - value) > 40)) ink++
  return ink / (info.width * info.height)
}
const drawn = async (told: Partial<PagePicture>) => {
  const bytes = await draws.draw(picture(told))
  expect(bytes).not.toBeNull()
  expect(await sharp(bytes!).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  return bytes!
}
const title = { left: 0, top: 90, width: 1200, height: 190 }
const left = { ...title, width: 500 }
const right = { ...title, left: 700, width: 500 }

describe('a picture of a page', () => {
  test('has its words and its hours, and is small', async () => {
    const bytes = await drawn({})
    expect(await inkIn(bytes, title)).toBeGreaterThan(0.03)
    expect(await inkIn(bytes, { left: 360, top: 541, width: 48, height: 18 })).toBe(1)
    expect(bytes.length).toBeLessThan(80_000)
    expect(Buffer.from(bytes).equals(Buffer.from(await drawn({ title: 'Open Data Day 2022' })))).toBe(false)
    // The same is drawn alike.
    expect(Buffer.from(bytes).equals(Buffer.from(await drawn({})))).toBe(true)
  })

  test('runs from the right where its language does', async () => {
    const bytes = await drawn({ dir: 'rtl', title: 'يوم', lines: [], over: null })
    expect(await inkIn(bytes, right)).toBeGreaterThan(0.01)
    expect(await inkIn(bytes, left)).toBe(0)
    // The bar lies as far from the right as it else does from the left.
    expect(await inkIn(bytes, { left: 1200 - 408, top: 541, width: 48, height: 18 })).toBe(1)
  })

  test('whatever stands in it is drawn, and nothing is run or read', async () => {
    const titles = [
      '</text><script>alert(1)</script> & <image href="file:///etc/passwd"/>',
      '<span size="999999">&amp;</span>',
      'word '.repeat(100),
      'w'.repeat(500),
      '\u202Egnitirw\u0000 \uFFFF \uD800 '.repeat(5),
      '𝕏'.repeat(50),
      '',
    ]
    for (const each of titles) {
      const bytes = await drawn({ title: each, over: each, lines: [each, each] })
      // The hours are where they are, whatever is said above them.
      expect(await inkIn(bytes, { left: 360, top: 541, width: 48, height: 18 })).toBe(1)
    }
  })

  test('what cannot be written is left out, and no empty boxes are drawn', async () => {
    // Letters of scripts that nobody writes, which hardly any machine has.
    const bytes = await drawn({ title: '\u{11A00}\u{11A0B}\u{11A0C}', over: null, lines: [], hours: null })
    expect(await inkIn(bytes, title)).toBe(0)
    // What it is part of takes the place of a title that cannot be written, …
    const whole = await drawn({ title: '\u{11A0B}', lines: [], hours: null })
    expect(await inkIn(whole, title)).toBeGreaterThan(0.01)
    // … signs go alone, …
    const named = await drawn({ title: 'Maps', over: null, lines: [], hours: null })
    const withSign = await drawn({ title: 'Maps \u{1FAF8}\u{11A9E}', over: null, lines: [], hours: null })
    expect(Buffer.from(named).equals(Buffer.from(withSign))).toBe(true)
    // … and where the house’s own words are missing letters, it is told in others.
    const otherwise = picture({ lines: ['Saturday'] })
    const told = await drawn({ lines: ['\u{11A0B}'], otherwise })
    expect(Buffer.from(told).equals(Buffer.from(await drawn({ lines: ['Saturday'] })))).toBe(true)
  })

  test('thousands are asked for at once, and those who wait too long are sent away', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => draws.draw(picture({ hours: null }))))
    expect(answers.filter(bytes => bytes === null)).toHaveLength(10)
  })
})

test('a text runs as its first letter does', () => {
  expect(['2021 يوم', 'Open يوم', '2021', 'שלום'].map(directionOf)).toEqual(['rtl', 'ltr', 'ltr', 'rtl'])
})

test('a font comes out of its packing as it went in', () => {
  const woff = Buffer.alloc(44 + 20 + 4)
  woff.write('wOFF')
  woff.writeUInt32BE(0x00010000, 4)
  woff.writeUInt16BE(1, 12)
  woff.write('name', 44)
  woff.writeUInt32BE(64, 48)
  woff.writeUInt32BE(3, 52)
  woff.writeUInt32BE(3, 56)
  woff.writeUInt32BE(0xabcdef01, 60)
  woff.write('abc', 64)
  const sfnt = sfntOf(woff)
  expect(sfnt.readUInt32BE(0)).toBe(0x00010000)
  expect(sfnt.subarray(12, 16).toString()).toBe('name')
  expect([sfnt.readUInt32BE(16), sfnt.readUInt32BE(20), sfnt.readUInt32BE(24)]).toEqual([0xabcdef01, 28, 3])
  expect(sfnt.subarray(28).toString()).toBe('abc\0')
})
