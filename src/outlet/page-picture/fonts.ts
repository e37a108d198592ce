import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { sfntOf } from './sfnt.ts'

/** Noto Sans (OFL 1.1), by the scripts that its files are divided into. */
const files = [
  '@fontsource/noto-sans/files/noto-sans-latin',
  '@fontsource/noto-sans/files/noto-sans-latin-ext',
  '@fontsource/noto-sans/files/noto-sans-cyrillic',
  '@fontsource/noto-sans/files/noto-sans-cyrillic-ext',
  '@fontsource/noto-sans/files/noto-sans-greek',
  '@fontsource/noto-sans/files/noto-sans-greek-ext',
  '@fontsource/noto-sans/files/noto-sans-vietnamese',
  '@fontsource/noto-sans/files/noto-sans-devanagari',
  '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic',
]

/**
 * What words are drawn in: first the house's letters, then whatever the machine has. The strong ones are called by a
 * family of their own: asked for by weight, Pango finds them in one of the files alone.
 */
export function lettersOf(size: number, isBold = false): string {
  const weight = isBold ? ' SemiBold' : ''
  return `Noto Sans${weight}, Noto Sans Arabic${weight}, sans, ${size}`
}

/**
 * Makes the letters known that every installation has. Pango takes fonts from files alone, and not packed as they are
 * for browsers.
 *
 * @param folder where they are unpacked; empty, and to be removed when nothing is drawn any more
 */
export async function loadFonts(folder: string): Promise<void> {
  for (const [at, file] of files.entries())
    for (const weight of [400, 600]) {
      const packed = readFileSync(new URL(import.meta.resolve(`${file}-${weight}-normal.woff`)))
      const fontfile = join(folder, `${at}-${weight}.ttf`)
      writeFileSync(fontfile, sfntOf(packed))
      await sharp({ text: { text: 'a', font: 'Noto Sans 10', fontfile } })
        .raw()
        .toBuffer()
    }
}
