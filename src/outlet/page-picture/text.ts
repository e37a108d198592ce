import sharp from 'sharp'
import { lettersOf } from './fonts.ts'
import { escaped } from './written.ts'

/** Words as they were drawn: as wide and high as their ink. */
export type Text = { bytes: Buffer; width: number; height: number }

export type Look = {
  size: number
  colour: string
  bold?: boolean
  /** How much room there is, in pixels; what does not fit is cut, and ends in an ellipsis. */
  width: number
  height?: number
  /** To which side lines are set; one whose letters run the other way is set to the other by itself. */
  align?: 'left' | 'right'
}

/**
 * Words in any script, put together by Pango: on one line, or on several where there is a height for them.
 *
 * @param smaller sizes to be tried before anything is cut
 */
export async function drawText(words: string, look: Look, smaller: number[] = []): Promise<Text | null> {
  for (const size of [look.size, ...smaller].slice(0, -1)) {
    const text = await drawn(words, { ...look, size })
    if (fitOf(text, look) >= 1) return text
  }
  return drawCut(words, { ...look, size: smaller.at(-1) ?? look.size })
}

function fitOf(text: Text, { width, height }: Look): number {
  return Math.min(width / text.width, height ? height / text.height : 1)
}

async function drawCut(words: string, look: Look): Promise<Text | null> {
  let signs = [...new Intl.Segmenter().segment(words)].map(({ segment }) => segment)
  let told = words
  for (let step = 0; step < 12 && signs.length > 0; step++) {
    const text = await drawn(told, look)
    const fits = fitOf(text, look)
    if (fits >= 1) return text
    signs = signs.slice(0, Math.max(1, Math.floor(signs.length * Math.min(0.96, fits * 1.05))))
    told = `${signs.join('').trimEnd()}…`
  }
  return null
}

async function drawn(words: string, { size, colour, bold, width, height, align }: Look): Promise<Text> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${escaped(words)}</span>`,
      font: lettersOf(size, bold),
      dpi: 72,
      rgba: true,
      ...(height && { width, wrap: 'word-char', spacing: Math.round(size * -0.06), align: align ?? 'left' }),
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}
