import { randomUUIDv7 } from 'node:crypto'
import type { ExportItem, ExportSite } from '../../intake/wordpress/item.ts'
import { keptAttachments } from '../../storage/attachments.ts'
import { readPictureSizes } from '../../storage/pictures.ts'
import type { Db } from '../../storage/tables.ts'

/** Any address, to its end: to look for pictures from each `http` on is as slow as there are many. */
const address = /https?:\/\/[^\s()<>"'\\]{1,2000}(?=([\s)"'<]|$)?)/gi
/** How that of a picture goes on behind it. */
const pictureAddress = /^.+?\.(?:jpe?g|png|gif|webp|avif)(?:\?.*)?(?=\]|$)/i

/** @param end what stands behind the address; nothing where that keeps it from being one */
function pictureOf(whole: string, end: string | undefined): string | null {
  const [picture] = pictureAddress.exec(whole) ?? []
  return picture && (end !== undefined || picture.length < whole.length) ? picture : null
}

function addressesIn(text: string): string[] {
  return [...text.matchAll(address)].flatMap(([whole, end]) => pictureOf(whole, end) ?? [])
}

/** The addresses of pictures in a text, as their site lists them: without the size that a page asked for. */
function picturesIn(text: string): { written: string; original: string }[] {
  return [...new Set(addressesIn(text))].slice(0, 500).map(written => ({
    written,
    original: written.replace(/\?.*$/, '').replace(/-\d{2,5}x\d{2,5}(?=\.\w+$)/, ''),
  }))
}

/** The text with pictures that are kept here shown from here. */
export async function withKeptPictures(db: Db, text: string): Promise<string> {
  const found = picturesIn(text)
  if (found.length === 0) return text
  const asked = new Set(
    found.flatMap(({ written, original }) => [original, written.replace(/\?.*$/, '')].flatMap(bothSchemes)),
  )
  const kept = new Map((await keptAttachments(db, [...asked])).map(({ url, pictureId }) => [url, pictureId!]))
  if (kept.size === 0) return text
  const sizes = await readPictureSizes(db, [...new Set(kept.values())])
  const ownOf = (address: string) => {
    const plain = address.replace(/\?.*$/, '')
    const original = plain.replace(/-\d{2,5}x\d{2,5}(?=\.\w+$)/, '')
    const id = [plain, original]
      .flatMap(bothSchemes)
      .map(each => kept.get(each))
      .find(Boolean)
    const size = id && sizes.get(id)
    return size ? `/pictures/${id}.webp#${size.width}x${size.height}` : address
  }
  return text.replace(address, (whole: string, end: string | undefined) => {
    const picture = pictureOf(whole, end)
    return picture ? ownOf(picture) + whole.slice(picture.length) : whole
  })
}

function bothSchemes(address: string): string[] {
  const rest = address.replace(/^https?:/i, '')
  return [`https:${rest}`, `http:${rest}`]
}

/** Pictures of the site itself that its texts show, whether the export lists them or not. */
export function picturesOf(item: ExportItem, site: ExportSite, key: string) {
  const host = site.url ? URL.parse(site.url)?.hostname.replace(/^www\./, '') : undefined
  return picturesIn(item.content)
    .flatMap(({ original }) => {
      const url = URL.parse(original)
      const own = url?.hostname.replace(/^www\./, '')
      return url && (own === host || own?.endsWith('.files.wordpress.com')) ? [url.href] : []
    })
    .map(url => ({
      id: randomUUIDv7(),
      url,
      site: key,
      item: null,
      ofItem: item.id ?? null,
      title: null,
      alt: null,
      kind: 'picture' as const,
    }))
}
