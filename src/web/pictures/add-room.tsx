import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Picture } from '../../domain/picture.ts'
import { Refusal } from '../../domain/refusal.ts'
import { addPicture, mostPictureBytes, pictureTooLarge } from '../../services/add-picture.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, theCurator } from '../middleware/curator.ts'
import { refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import { type Env, headerOf, type Parts, readerOf, type Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { AddPicturePage } from './add-picture-page.tsx'

/** Pictures come in here: from the text field's script, or from a page that gives the line to put into a text. */
export function addPictureRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()
  // The form around the picture has a few words besides.
  const limit = bodyLimit({
    maxSize: mostPictureBytes + 100_000,
    onError: c => refuse(c as Visit, pictureTooLarge()),
  })

  room.get(paths.addPicture(), curating(parts), c => show(c, {}))

  room.post(paths.addPicture(), refuseOtherSites(config), curating(parts), limit, async c => {
    const { picture: file, alt } = await c.req.parseBody()
    if (!(file instanceof File) || file.size === 0)
      return show(c, { wrong: showingOf(readerOf(c, parts), 'UTC').say('write.picture.missing') }, 422)
    const bytes = new Uint8Array(await file.arrayBuffer())
    try {
      const picture = await addPicture(store, bytes, { by: (await theCurator(c)).name, at: now() })
      const words = typeof alt === 'string' ? alt : ''
      return wantsJson(c)
        ? c.json({ ...picture, address: addressOf(picture), markdown: markdownOf(picture, words) }, 201)
        : show(c, { markdown: markdownOf(picture, words), picture, alt: words })
    } catch (error) {
      if (error instanceof Refusal) return refuse(c, error)
      throw error
    }
  })
  return room

  function refuse(c: Visit, refusal: Refusal): Response | Promise<Response> {
    const wrong = sayRefusal(showingOf(readerOf(c, parts), 'UTC').say, refusal)
    return wantsJson(c) ? c.json({ says: wrong }, 422) : show(c, { wrong }, 422)
  }

  async function show(
    c: Visit,
    told: { wrong?: string; markdown?: string; picture?: Picture; alt?: string },
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const at = await atDesk(c, parts)
    return sendOnce(c, parts, <AddPicturePage at={at} megabytes={mostPictureBytes / 1e6} {...told} />, status)
  }
}

function wantsJson(c: Visit): boolean {
  return headerOf(c, 'accept')?.includes('application/json') ?? false
}

/** The size stands behind it, so that pages leave room for the picture. */
function addressOf({ id, width, height }: Picture): string {
  return `${paths.picture(id)}#${width}x${height}`
}

function markdownOf(picture: Picture, alt: string): string {
  const words = alt.replace(/\s+/g, ' ').trim().slice(0, 500)
  return `![${words.replace(/[\\[\]]/g, '\\$&')}](${addressOf(picture)})`
}
