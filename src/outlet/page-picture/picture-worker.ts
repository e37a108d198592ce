import { rmSync } from 'node:fs'
import { drawPicture } from './draw.ts'
import { loadFonts } from './fonts.ts'
import type { PagePicture } from './page-picture.ts'

const folder = process.argv[2]!
const fonts = loadFonts(folder)

/** A process that draws one picture after the other, as long as there is somebody to ask for them. */
process.on('message', async (picture: PagePicture) => {
  try {
    await fonts
    process.send!({ bytes: await drawPicture(picture) })
  } catch (error) {
    process.send!({ failed: error instanceof Error ? error.message : String(error) })
  }
})
process.on('disconnect', () => {
  rmSync(folder, { recursive: true, force: true })
  process.exit()
})
