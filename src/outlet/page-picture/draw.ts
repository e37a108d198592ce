import sharp, { type OverlayOptions } from 'sharp'
import { directionOf } from '../../domain/direction-of.ts'
import { accentsOf, colours } from './colours.ts'
import { hoursSvg, type Stage } from './hours-svg.ts'
import { type Hours, type PagePicture, pictureHeight, pictureWidth } from './page-picture.ts'
import { drawText, type Look } from './text.ts'
import { written } from './written.ts'

const stage: Stage = { y: 396, height: pictureHeight - 396, plotY: 416, plotHeight: 146, width: pictureWidth }
const margin = 60
const width = pictureWidth - 2 * margin

/**
 * The picture as PNG. What neither the house's fonts nor the machine's can write is left out: a picture says less rather
 * than show empty boxes. The fonts are to be loaded.
 */
export async function drawPicture(asked: PagePicture): Promise<Uint8Array> {
  const picture = await writable(asked)
  if (!picture) return drawPicture(asked.otherwise!)
  const { hours, dir, accent } = picture
  const { strong } = accentsOf(accent)
  const ground = hours
    ? hoursSvg(hours, stage, dir, accent)
    : `<rect y="${pictureHeight - 14}" width="100%" height="14" fill="${strong}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${pictureHeight}"><rect width="100%" height="100%" fill="${colours.paper}"/>${ground}</svg>`
  const words = [...(await headOf(picture)), ...(hours ? await namesOf(hours, dir) : [])]
  // Of an image only what was asked for may be a megabyte: pictures are sent again and again.
  return sharp(Buffer.from(svg))
    .composite(words)
    .png({ palette: true, colours: 192, dither: 0, effort: 3 })
    .toBuffer()
}

/** The picture with the words of it that can be written here; null: it is to be told in others. */
async function writable(picture: PagePicture): Promise<PagePicture | null> {
  const { title, over, lines, hours, otherwise } = picture
  const [when, ...others] = await Promise.all(lines.map(line => written(short(line, 200))))
  const names = hours && (await allOf(hours.names))
  if (otherwise && (when === null || (names && names.length < hours!.names.length))) return null
  const above = over && (await written(short(over, 200)))
  // A title that cannot be written leaves its place to what it is part of.
  const called = await written(short(title, 300))
  const zone = hours?.zone ? await written(hours.zone) : null
  return {
    ...picture,
    over: called ? above : null,
    title: called || above || '',
    lines: [when, ...others].filter(line => line !== null && line !== undefined),
    hours: hours && { ...hours, zone, names: names!, labels: await allOf(hours.labels) },
  }
}

async function allOf<Named extends { text: string }>(named: Named[]): Promise<Named[]> {
  const told = await Promise.all(
    named.map(async each => ({ ...each, text: await written(short(each.text, 80)) })),
  )
  return told.filter(({ text }) => text) as Named[]
}

/**
 * Nobody reads more in a picture. What cannot be seen goes, for which fonts have no letters, and what would turn the
 * order of words; joiners stay, which some scripts are written with, and what keeps words apart from each other.
 */
function short(words: string, most: number): string {
  const plain = words
    .replace(
      /[\p{Cc}\p{Co}\p{Cn}\p{Cs}]|(?!\u200c|\u200d|[\u2066-\u2069])\p{Cf}|\p{Variation_Selector}/gu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()
  const signs = [...plain]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : plain
}

/** Where it stands, its title, when and by whom. */
async function headOf({
  dir,
  accent,
  over,
  title,
  lines,
  site,
  hours,
}: PagePicture): Promise<OverlayOptions[]> {
  const { strong } = accentsOf(accent)
  const isRight = dir === 'rtl'
  const placed: OverlayOptions[] = []
  const put = async (
    words: string,
    top: number,
    look: Look,
    { atEnd = false, smaller = [] as number[] } = {},
  ) => {
    const align = directionOf(words) === 'rtl' ? 'left' : isRight ? 'right' : 'left'
    const text = words === '' ? null : await drawText(words, { ...look, align }, smaller)
    if (!text) return top
    const left = isRight === atEnd ? margin : pictureWidth - margin - text.width
    placed.push({ input: text.bytes, left, top })
    return top + text.height
  }
  await put(site, 44, { size: 25, colour: strong, bold: true, width: 300 }, { atEnd: true })
  if (over) await put(over, 44, { size: 25, colour: colours.quiet, width: width - 340 })
  const height = hours ? 178 : 340
  const [size = 0, ...smaller] = titleSizes
  let top = await put(title, 100, { size, colour: colours.ink, bold: true, width, height }, { smaller })
  for (const [index, line] of lines.entries()) {
    const colour = index ? colours.quiet : colours.ink
    top = await put(line, top + (index ? 16 : 30), { size: 29, colour, width })
  }
  if (hours?.zone)
    await put(hours.zone, stage.y - 32, { size: 19, colour: colours.quiet, width: 500 }, { atEnd: true })
  return placed
}

/** Long titles are written smaller. */
const titleSizes = [68, 58, 48, 40, 34]

async function namesOf({ names, labels, across }: Hours, dir: 'ltr' | 'rtl'): Promise<OverlayOptions[]> {
  const below = stage.plotY + stage.plotHeight
  const lane = stage.plotHeight / across
  const isRight = dir === 'rtl'
  const placeOf = (percent: number) => ((isRight ? 100 - percent : percent) / 100) * pictureWidth
  const hoursAndDays = names.map(async ({ at, text: words, kind }) => {
    const isHour = kind === 'hour'
    const colour = kind === 'own-day' ? colours.ink : colours.quiet
    const text = await drawText(words, {
      size: isHour ? 16 : 20,
      colour,
      bold: kind === 'own-day',
      width: 400,
    })
    if (!text) return null
    const left = isHour
      ? placeOf(at) - text.width / 2
      : isRight
        ? placeOf(at) - 8 - text.width
        : placeOf(at) + 8
    return inside(text, left, below + (isHour ? 9 : 35))
  })
  const beside = labels.map(async ({ at, lane: index, isBefore, text: words }) => {
    const text = await drawText(words, { size: Math.min(17, lane * 0.72), colour: colours.ink, width: 400 })
    if (!text) return null
    const isLeft = isBefore !== isRight
    const left = isLeft ? placeOf(at) - 7 - text.width : placeOf(at) + 7
    return inside(text, left, below - (index + 0.4) * lane - text.height / 2)
  })
  return (await Promise.all([...hoursAndDays, ...beside])).filter(each => each !== null)
}

/** What would leave the picture is not shown: half a word says nothing. */
function inside(
  { bytes, width, height }: { bytes: Buffer; width: number; height: number },
  left: number,
  top: number,
): OverlayOptions | null {
  const [x, y] = [Math.round(left), Math.round(top)]
  const isInside = x >= 0 && y >= 0 && x + width <= pictureWidth && y + height <= pictureHeight
  return isInside ? { input: bytes, left: x, top: y } : null
}
