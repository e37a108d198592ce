import type { Finding, InspectLine } from '../../domain/finding.ts'
import type { Problem, ProblemCode, ProblemValues } from '../../domain/problem.ts'
import type { Intake, IntakeOptions } from '../intake.ts'
import { TooDeep } from '../post/markup/html-tree.ts'
import { readText } from '../read-text.ts'
import { adviceOn, signatureOf } from '../signature.ts'
import { isActivity, readActivity, whyNoActivity } from '../social/activity.ts'
import { postInEmbed } from '../social/embedded-post.ts'
import { findingsOf } from './findings.ts'
import { whyNothing } from './gate.ts'
import { readJsonLd } from './json-ld.ts'
import { readMf2Json } from './microformats.ts'
import { findingOf, readEmbedded } from './oembed.ts'
import { takeApart } from './page.ts'
import { readVisibleText } from './visible-text.ts'

/** A page's text without its pictures; what comes after is read no more, and said so. */
const mostBytes = 4 * 1024 * 1024

/**
 * One web page, an oEmbed answer (JSON or XML) or bare JSON-LD → the page's own subject first, then the other events
 * on it. Every field says where it came from; where the page's sources disagree, a doubt says so. What is no page,
 * tells nothing or lets nobody in gives a problem.
 */
export const readPage: Intake = function* (bytes, options) {
  const signature = bytes.length ? signatureOf(bytes) : null
  if (signature) return yield { problem: { code: 'not-text', says: adviceOn[signature] } }
  const { text, cut } = readText(bytes, { maxBytes: mostBytes })
  if (text.trim() === '')
    return yield problem('empty', 'The page is empty; save it again, or give its address.')
  if (cut)
    yield problem(
      'too-large',
      `The page is larger than ${mostBytes / 1024 / 1024} MB; only the beginning was read.`,
      { megabytes: mostBytes / 1024 / 1024 },
    )
  try {
    yield* linesOf(text, options)
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    yield problem('too-deep', `The page nests its elements too deeply to be read (${error.message}).`)
  }
}

function* linesOf(text: string, options: IntakeOptions): Iterable<InspectLine> {
  const activities = readActivity(text, options)
  if (activities?.length) return yield* activities.map(finding => ({ finding }))
  if (isActivity(text) && !/"@graph"/.test(text.slice(0, 20_000)))
    return yield problem('not-an-event', whyNoActivity(text))
  const embedded = readEmbedded(text)
  if (embedded) {
    const finding = postInEmbed(embedded, options.url) ?? findingOf(embedded, options.url)
    return yield finding
      ? { finding }
      : problem('nothing-found', 'This oEmbed answer tells neither a title nor a player.')
  }
  const isData = /^\s*[{[]/.test(text)
  const page = takeApart(isData ? '' : text, options.url)
  if (isData) page.blocks.push(text)
  const data = readJsonLd(page.blocks)
  const items = isData ? [...data.items, ...readMf2Json(text)] : data.items
  const findings = findingsOf(page, isData ? '' : text, items, options)
  yield* findings.map((finding: Finding) => ({ finding }))
  if (data.unreadable > 0) {
    yield problem(
      'broken-data',
      `${data.unreadable} of ${page.blocks.length} blocks of JSON-LD on this page cannot be read; they were left out.`,
    )
  }
  if (!findings.length) yield { problem: isData ? noData : whyNothing(page, readVisibleText(page)) }
}

const noData: Problem = {
  code: 'nothing-found',
  says: 'This data tells of no event, statement, video or article. Give the address or file of the event itself.',
}

function problem(code: ProblemCode, says: string, values?: ProblemValues): { problem: Problem } {
  return { problem: { code, says, ...(values && { values }) } }
}
