import { rmSync } from 'node:fs'
import { drawPng } from '../chart/draw-png.ts'
import type { Drawing } from '../chart/drawing.ts'
import { drawPicture } from './draw.ts'
import { loadFonts } from './fonts.ts'
import type { PagePicture } from './page-picture.ts'

const folder = process.argv[2]!
const fonts = loadFonts(folder)

/** A process that draws one picture after the other, as long as there is somebody to ask for them. */
process.on('message', async (picture: PagePicture | Drawing) => {
  try {
    await fonts
    process.send!({ bytes: await ('shapes' in picture ? drawPng(picture) : drawPicture(picture)) })
  } catch (error) {
    process.send!({ failed: error instanceof Error ? error.message : String(error) })
  }
})
process.on('disconnect', () => {
  rmSync(folder, { recursive: true, force: true })
  process.exit()
})
