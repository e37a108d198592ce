import sharp from 'sharp'
import { lettersOf } from './fonts.ts'

/**
 * The same words with what can be drawn of them here; null where letters are missing, without which they would say
 * nothing, or something else. Signs that are missing – emoji, arrows – go, and the words around them stay.
 */
export async function written(words: string): Promise<string | null> {
  let told = ''
  for (const sign of words) {
    if (await isThere(sign)) told += sign
    else if (/[\p{L}\p{N}]/u.test(sign)) return null
  }
  return told.replace(/\s+/g, ' ').trim()
}

const known = new Map<string, boolean>()

async function isThere(sign: string): Promise<boolean> {
  // Marks are part of the letter before them, alone they would be drawn on a circle.
  if (/[\x20-\x7e\p{M}\p{Cf}\s]/u.test(sign)) return true
  let there = known.get(sign)
  if (there === undefined) {
    const like = boxlike[sign]
    there = like ? await isThere(like) : !(await isBox(sign))
    if (known.size >= 10_000) known.clear()
    known.set(sign, there)
  }
  return there
}

/** Letters that look like boxes by right: they are there where others of their script are. */
const boxlike: Record<string, string> = {
  ...Object.fromEntries([...'口囗日曰目田回国囧'].map(sign => [sign, '中'])),
  ロ: 'ア',
  ㅁ: 'ㄱ',
  ם: 'א',
}

/** What no font has is drawn as a frame, with digits in it or without. */
async function isBox(sign: string): Promise<boolean> {
  const text = { text: escaped(sign), font: lettersOf(60), dpi: 72, rgba: true }
  const { data, info } = await sharp({ text })
    .extractChannel('alpha')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  if (width < 12 || height < 12) return false
  const isInk = (x: number, y: number) => data[y * width + x]! > 96
  const row = (y: number) => share(width, x => isInk(x, y))
  const column = (x: number) => share(height, y => isInk(x, y))
  // The frame may begin a pixel or two further in.
  const most = (line: (at: number) => number, from: number) =>
    Math.max(line(from), line(from + 1), line(from + 2))
  return [most(row, 0), most(row, height - 3), most(column, 0), most(column, width - 3)].every(
    each => each > 0.85,
  )
}

function share(long: number, is: (at: number) => boolean): number {
  let found = 0
  for (let at = 0; at < long; at++) if (is(at)) found++
  return found / long
}

/** For Pango's markup. */
export function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
