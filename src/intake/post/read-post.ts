import type { Finding, InspectLine } from '../../domain/finding.ts'
import type { Problem } from '../../domain/problem.ts'
import { zoneOfPlace } from '../../time/places.ts'
import type { TimeContext } from '../../time/read-time.ts'
import type { Intake, IntakeOptions } from '../intake.ts'
import { readText } from '../read-text.ts'
import type { Post } from './markup/block.ts'
import { TooDeep } from './markup/html-tree.ts'
import { isPage, readMarkup } from './markup/read-markup.ts'
import { readStory } from './story/story.ts'
import { dayOfByline, yearOfDays } from './times/own-days.ts'

const maxBytes = 4 * 1024 * 1024
/** Pages carry scripts and styles; text alone of this size is no post. */
const maxCharacters = 1024 * 1024
const maxBlocks = 5000

/**
 * A curator's round-up post – plain text, Markdown, Org or HTML – → one `programme` line and its findings in the
 * order of the story. What is no text, larger than 4 MB or nested beyond reason gives a problem.
 */
export const readPost: Intake = function* (bytes, options) {
  const refused = refuse(bytes)
  if (refused) return yield { problem: refused }
  const { text } = readText(bytes)
  if (text.length > maxCharacters && !isPage(text)) {
    const says = `The text has ${text.length} characters and a post at most ${maxCharacters}; cut out the post itself.`
    return yield { problem: { code: 'too-large', says } }
  }
  let post: Post
  try {
    post = readMarkup(text, options.url)
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    return yield {
      problem: {
        code: 'too-deep',
        says: `The page nests its elements too deeply to be a post (${error.message}); save the post itself, without the page around it.`,
      },
    }
  }
  yield* linesOf(post, options)
}

function* linesOf(post: Post, options: IntakeOptions): Iterable<InspectLine> {
  if (options.published) post.head.published = options.published
  if (options.url) post.head.url = options.url
  post.head.published ??= dayOfAddress(post.head.url) ?? dayOfByline(post.blocks)
  const context: TimeContext = {}
  const known = post.head.published
  // A year in the title is enough to read days by, though it is no day of publication; so is the one all days name.
  const titled = /(?<!\d)20\d\d(?!\d)/.exec(post.head.title ?? post.blocks[0]?.runs[0]?.text ?? '')?.[0]
  const year = titled ?? (known ? undefined : yearOfDays(post.blocks))
  const readOn = year && !options.readOn?.startsWith(year) ? undefined : options.readOn
  const published = known ?? readOn ?? (titled ? `${titled}-01-01` : undefined)
  if (published) context.published = published
  if (!known && year) context.year = Number(year)
  const zone = options.zone ?? post.head.timeZone
  if (zone) context.zone = zone
  if (post.head.language) context.language = post.head.language
  const blocks = post.blocks.length
  const { programme, findings } = readStory({ ...post, blocks: post.blocks.slice(0, maxBlocks) }, context)
  if (post.blocks.length === 0 && !programme.title) {
    return yield {
      problem: {
        code: 'empty',
        says: 'There is no text in this file; a post needs at least a title or one paragraph.',
      },
    }
  }
  yield { programme }
  for (const finding of findings)
    yield { finding: withZoneOfPlace((known ?? readOn) ? finding : withoutGuess(finding, published)) }
  if (blocks > maxBlocks) {
    const says = `The post has ${blocks} paragraphs and the first ${maxBlocks} were read; import the rest as a file of its own.`
    yield { problem: { code: 'too-long', says, where: `after paragraph ${maxBlocks}` } }
  }
}

/** "18:00 local time" where the place is told on a line of its own. */
function withZoneOfPlace(finding: Finding): Finding {
  const { start, end, place, floating, doubts = [], ...rest } = finding
  const isOpen = floating && doubts.some(({ code }) => code === 'zone-missing')
  const zone = isOpen && place && start?.includes('T') ? zoneOfPlace(place)?.zone : undefined
  if (!zone) return finding
  const zoned = (wall: string) =>
    Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toString({ smallestUnit: 'second' })
  const others = doubts.filter(({ code }) => code !== 'zone-missing')
  return {
    ...rest,
    place: place!,
    start: zoned(start!),
    ...(end && { end: zoned(end) }),
    ...(others.length > 0 && { doubts: others }),
  }
}

/** Where only the year of the post is known, an hour without a day stays an hour. */
function withoutGuess(finding: Finding, published: string | undefined): Finding {
  const isMissing = finding.doubts?.some(doubt => doubt.code === 'date-missing')
  if (!published || !isMissing || !finding.start?.startsWith(published)) return finding
  const { start, end, sessions, ...rest } = finding
  const time = start.slice(11, 16)
  return time ? { ...rest, time } : rest
}

/** Blogs put the day into the address: `/2020/12/18/title/`. */
function dayOfAddress(url: string | undefined): string | undefined {
  const match = /\/(20\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/_-])/.exec(url ?? '')
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined
}

function refuse(bytes: Uint8Array): Problem | null {
  if (bytes.length === 0) return { code: 'empty', says: 'The file is empty; save the post again.' }
  if (bytes.length > maxBytes) {
    const size = Math.round(bytes.length / 1024 / 1024)
    return {
      code: 'too-large',
      says: `The file has ${size} MB and a post at most 4 MB; cut out the post, or save the page without its pictures.`,
      values: { megabytes: 4 },
    }
  }
  if (isBinary(bytes))
    return {
      code: 'not-text',
      says: 'The file is no text (it holds binary data); save the post as text, Markdown or HTML.',
    }
  return null
}

/** Control characters that no text in any charset holds; UTF-16 has its NULs in a pattern and is let through. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192)
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (isWide) return false
  let odd = 0
  let nul = 0
  for (const byte of head) {
    if (byte === 0) nul++
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++
  }
  return odd > head.length * 0.02 || (nul > head.length * 0.02 && nul < head.length * 0.3)
}
