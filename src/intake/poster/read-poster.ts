import type { Finding } from '../../domain/finding.ts'
import type { Intake } from '../intake.ts'

/**
 * A picture – a poster, a flyer photographed – of which nothing is read: an event by the name of the file, with the
 * picture itself where it has an address, and a note that says what is left to do.
 */
export const readPoster: Intake = function* (_, { name, url }) {
  const image = url && /^https?:/.test(url) ? url : undefined
  const finding: Finding = { kind: 'event', title: titleOf(name ?? url) ?? 'Poster' }
  finding.from = { title: 'file', ...(image && { image: 'file', url: 'file' }) }
  if (image) [finding.url, finding.image] = [image, image]
  yield { finding }
  const says =
    'This is a picture: Daylong does not read posters. Fill in what it says; the picture is kept with the entry.'
  yield { problem: { code: 'picture', says, note: true } }
}

/** `/files/Migrants-Day_poster-2020.jpg` → `Migrants Day poster 2020`; what cameras and screens name is no title. */
function titleOf(path: string | undefined): string | undefined {
  const file =
    path
      ?.replace(/[?#].*$/, '')
      .split(/[\\/]/)
      .at(-1) ?? ''
  const words = decoded(file)
    .replace(/\.\w{2,5}$/, '')
    .replace(/[_\-+\s]+/g, ' ')
    .replace(/(?:^| )(?:\d{2,5}x\d{2,5}|scaled|final|copy|v\d+|\d+px)(?= |$)/gi, '')
    .trim()
  const isNamed =
    /\p{L}{3}/u.test(words) &&
    !/^(?:img|dsc|image|photo|screenshot|screen shot|whatsapp|scan|unnamed|untitled)\b/i.test(words)
  const isCode = /^[\da-f]{16,}$/i.test(words.replaceAll(' ', '')) || /^[A-Za-z\d]{20,}$/.test(words)
  return isNamed && !isCode ? words.slice(0, 200) : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
