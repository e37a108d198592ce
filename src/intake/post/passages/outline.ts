import type { Block } from '../markup/block.ts'
import { statusWords } from '../words/fate-words.ts'
import { moodOfHeading } from '../words/lead.ts'
import { isPlainHeading, type Mood, moodOf } from '../words/section-words.ts'
import { emptyPassage, type Passage, passageOf } from './passage.ts'

/** A block with what belongs under it: the deeper items and the further paragraphs of a list item. */
export type Piece = { block: Block; passage: Passage; children: Piece[]; intro?: Passage }

/** A heading with what stands below it, up to the next heading. */
export type Section = {
  heading: Passage
  rank: number
  parent: Section | null
  /** What it lists, by its own heading or the nearest above that says so. */
  mood: Mood | undefined
  plain: boolean
  pieces: Piece[]
  sections: Section[]
}

/** Blocks → sections within sections; the first holds what stands before any heading. */
export function outlineOf(
  blocks: Block[],
  isHeading: (passage: Passage) => boolean = () => false,
  mood = moodOf,
): Section {
  const top: Section = {
    heading: emptyPassage,
    rank: 0,
    parent: null,
    mood: undefined,
    plain: true,
    pieces: [],
    sections: [],
  }
  let section = top
  let open: Piece[] = []
  for (const block of blocks) {
    const passage = passageOf(block.runs)
    const rank =
      rankOf(block, passage) ||
      (block.form === 'paragraph' && block.level === 0 && isHeading(passage) ? 8 : 0)
    if (rank > 0) {
      section = openSection(section, passage, rank, mood)
      open = []
      continue
    }
    if (block.form === 'code' || block.form === 'rule') continue
    const piece: Piece = { block, passage, children: [] }
    const depth = block.form === 'item' ? block.level - 1 : block.level
    const parent = open[Math.min(depth, open.length) - 1]
    if (parent) parent.children.push(piece)
    else addPiece(section, piece)
    if (block.form === 'item') open = [...open.slice(0, block.level - 1), piece]
    else if (block.level === 0) open = []
  }
  return top
}

/** A list item that introduces the items below it, as a section. */
export function sectionUnder(section: Section, piece: Piece): Section {
  const under = makeSection(section, piece.passage, 9)
  under.pieces = piece.children
  return under
}

/** The nearest heading that is more than "When" or "Upcoming events". */
export function namedHeading(section: Section | null): Section | null {
  for (let at = section; at && at.rank > 0; at = at.parent) if (!at.plain) return at
  return null
}

/** All text of a piece and of what is under it. */
export function wordsOf(piece: Piece): string {
  return [piece.passage.text, ...piece.children.map(wordsOf)].join('\n')
}

/** The passages of a piece and of what is under it. */
export function passagesOf(piece: Piece): Passage[] {
  return [piece.passage, ...piece.children.flatMap(passagesOf)]
}

/** All passages below a heading, the heading included. */
export function allPassages(section: Section): Passage[] {
  return [section.heading, ...section.pieces.flatMap(passagesOf), ...section.sections.flatMap(allPassages)]
}

/** A paragraph in bold type alone is a heading below all others. */
function rankOf(block: Block, passage: Passage): number {
  if (block.form === 'heading') return block.level
  if (block.form === 'item') return headsAll(block, passage) ? 7 : 0
  if (block.form !== 'paragraph' || block.level > 0 || passage.text.length > 90 || passage.text.length < 2)
    return 0
  const bold = passage.strong[0]
  if (!bold || passage.text.includes('\n')) return 0
  const before = passage.text.slice(0, bold.start)
  const after = passage.text.slice(bold.end)
  const isAlone = (words: string) => words.length <= 2 || !/[\p{L}\p{N}]/u.test(words)
  if (!isAlone(before) || !isAlone(withoutStatus(after))) return 0
  return /[.;,]$/.test(passage.text) ? 0 : 7
}

/** "2. STATEMENTS": numbered by hand and in capitals, a part and no item of a list. */
function headsAll(block: Block, { text, links }: Passage): boolean {
  const isPart =
    block.level === 1 &&
    links.length === 0 &&
    text.length < 50 &&
    /^[^\p{Ll}]*\p{Lu}{4}[^\p{Ll}]*$/u.test(text)
  return isPart && moodOfHeading(text) !== undefined
}

/** "**Title** – POSTPONED": what became of it stands behind the name. */
function withoutStatus(text: string): string {
  return text.length > 40
    ? text
    : statusWords.reduce((rest, [, words]) => rest.replace(new RegExp(words.source, 'giu'), ''), text)
}

function openSection(current: Section, heading: Passage, rank: number, mood: typeof moodOf): Section {
  let parent: Section = current
  while (parent.rank >= rank && parent.parent) parent = parent.parent
  const section = makeSection(parent, heading, rank, mood)
  parent.sections.push(section)
  return section
}

function makeSection(parent: Section, heading: Passage, rank: number, moodIn = moodOf): Section {
  const own = moodIn(heading.text)
  const inherits = own === undefined || (own === 'articles' && parent.mood === 'aside')
  const mood = inherits ? parent.mood : own
  return { heading, rank, parent, mood, plain: isPlainHeading(heading.text), pieces: [], sections: [] }
}

function addPiece(section: Section, piece: Piece): void {
  const before = section.pieces.at(-1)
  if (piece.block.form === 'item' && before) {
    const intro =
      before.block.form === 'item'
        ? before.intro
        : before.block.form === 'paragraph'
          ? before.passage
          : undefined
    if (intro) piece.intro = intro
  }
  section.pieces.push(piece)
}
