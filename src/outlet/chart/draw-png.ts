import sharp, { type OverlayOptions } from 'sharp'
import { drawText } from '../page-picture/text.ts'
import { written } from '../page-picture/written.ts'
import type { Drawing } from './drawing.ts'

/** So many pixels of the picture for one of the drawing: it is read on paper and on fine screens. */
const finer = 2

/** The picture as PNG; in its other words where these cannot be written here. The fonts are to be loaded. */
export async function drawPng(drawing: Drawing): Promise<Uint8Array> {
  const [width, height] = [drawing.width * finer, drawing.height * finer]
  const placed: OverlayOptions[] = []
  for (const word of drawing.words) {
    const told = await written(word.text)
    if (told === null && drawing.otherwise) return drawPng(drawing.otherwise)
    if (!told) continue
    const text = await drawText(told, {
      size: word.size * finer,
      colour: word.colour,
      bold: word.bold ?? false,
      width,
    })
    if (!text) continue
    const back = word.at === 'left' ? 0 : word.at === 'middle' ? text.width / 2 : text.width
    const left = Math.round(Math.min(width - text.width, Math.max(0, word.x * finer - back)))
    const top = Math.round(Math.min(height - text.height, Math.max(0, word.y * finer - text.height / 2)))
    placed.push({ input: text.bytes, left, top })
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawing.width} ${drawing.height}" width="${width}" height="${height}">${drawing.shapes}</svg>`
  return sharp(Buffer.from(svg))
    .composite(placed)
    .png({ palette: true, colours: 128, dither: 0, effort: 4 })
    .toBuffer()
}
