import { addLink } from '../drafts/draft.ts'
import { fateIn } from '../drafts/fate.ts'
import { keep } from '../drafts/keep.ts'
import { ownRole } from '../drafts/own-role.ts'
import type { Story } from '../drafts/story-state.ts'
import type { Hints } from '../entries/entry-title.ts'
import { entryOf } from '../entries/read-entry.ts'
import { looksLikeParty } from '../parties/names.ts'
import type { Piece, Section } from '../passages/outline.ts'
import { linesOf } from '../passages/passage.ts'
import { joined } from '../passages/passage-join.ts'
import { readAnnouncement } from '../prose/announcement.ts'
import { addOwnerInProse } from '../prose/owner-in-prose.ts'
import { dayAlone, dayIn } from '../times/headed-day.ts'
import { eventTimes, isDayOnly, withoutTimes } from '../times/times-of.ts'
import { cleanTitle, isGeneric, isTitle, titleMarks } from '../titles/titles.ts'
import { bodyWord } from '../words/body-words.ts'
import { withoutFate } from '../words/fate-words.ts'
import { kindWord } from '../words/kind-words.ts'
import { labelOf } from '../words/label-words.ts'
import { kindOfMood, moodOfLead } from '../words/lead.ts'

/** A heading over one thing: its particulars stand below, in labelled lines or around one time. Gives the pieces left over. */
export function readBlock(story: Story, section: Section, day: string | undefined): Piece[] | null {
  const { heading, pieces } = section
  if (section.rank === 0 || section.plain || section.sections.length > 0 || pieces.length === 0) return null
  const hours = eventTimes(heading, story.context, day).filter(time => time.start?.includes('T'))
  const isDay = dayIn(heading.text, story.context) ?? dayAlone(heading.text, story.context)
  if (hours.length === 0 && isDay && heading.text.length < 60) return null
  const text = cleanTitle(
    withoutTimes(
      heading.text,
      hours.map(time => time.at),
    ),
  )
  if (!isTitle(text) || laterAlone.test(text)) return null
  const isSectionName =
    section.mood !== undefined &&
    text.split(/\s+/).length <= 5 &&
    !/[:：]/.test(text) &&
    moodOfLead(text) !== undefined
  // Under "Later" or "Also" what opens with a name of its own is not called by the heading.
  const first = pieces[0]!.passage
  const own = titleMarks(first, [])[0]
  const opensWithName = own && own.weight >= 4 && !/[\p{L}\p{N}]/u.test(first.text.slice(0, own.start))
  if (opensWithName && !/\s/.test(text) && kindWord(text) === null) return null
  if (titleMarks(first, []).some(mark => mark.link) && namesNothing.test(text)) return null
  const end = pieces.findIndex((piece, at) => at > 0 && isAnother(piece))
  const words = pieces
    .slice(0, end === -1 ? undefined : end)
    .filter(
      piece =>
        piece.block.form === 'paragraph' || piece.block.form === 'item' || piece.block.form === 'embed',
    )
  const lines = words.flatMap(piece => linesOf(piece.passage))
  const keys = lines.map(line => labelOf(line.text)?.key)
  const isLabelled = keys.some(key => key && /^(?:when|where|day|clock|organisers|what|register)$/.test(key))
  const labelled = isLabelled ? keys.filter(Boolean).length : 0
  const isNamed = kindWord(text) !== null && !isGeneric(text)
  if (isSectionName && !isNamed && labelled < 2 && hours.length === 0) return null
  const timed = words.filter(piece =>
    eventTimes(piece.passage, story.context, day).some(time => !isDayOnly(time) || day),
  ).length
  const parentMood = section.parent?.mood
  const items = words.filter(
    piece =>
      piece.block.form === 'item' &&
      !/^(?:when|where|day|clock|organisers|what|register|speakers)$/.test(
        labelOf(piece.passage.text)?.key ?? '',
      ),
  )
  if (labelled < 2 && items.length > 1) return null
  const single =
    hours.length > 0 || (timed === 1 && pieces.filter(piece => piece.block.form === 'item').length < 3)
  if (
    labelled < 2 &&
    !single &&
    !(
      parentMood &&
      parentMood !== 'aside' &&
      words.length <= 3 &&
      pieces.every(piece => piece.block.form === 'paragraph')
    )
  )
    return null
  const told = words.map(piece => piece.passage)
  const passage = joined(hours.length > 0 ? [heading, ...told] : told)
  const bare = withoutFate(text)
  const { title, owner } = ownedTitle(bare)
  const hints: Hints = { title, day, kind: kindOfMood(section.mood), organisation: owner }
  const draft = entryOf(story, passage, hints)
  if (!draft) return null
  addOwnerInProse(draft, passage)
  const fate = bare === text ? undefined : fateIn(text.slice(bare.length))
  if (fate && draft.finding.kind === 'event') draft.finding.status = fate
  const link = heading.links[0]
  if (link) addLink(draft, link.url, ownRole(draft.finding.kind, link.url, heading))
  for (const piece of words)
    if (piece.block.url) addLink(draft, piece.block.url, ownRole(draft.finding.kind, piece.block.url, null))
  draft.notes.push(passage.text)
  keep(story, draft)
  return pieces.filter(piece => !words.includes(piece) && piece.block.form !== 'image')
}

/** "Waves over water – Radio Lagoon (Kerala)": what, and behind the dash who. */
function ownedTitle(text: string): { title: string; owner?: string } {
  const [, title, tail] = /^(.{4,})\s[–—|]\s([^–—|]{3,80})$/u.exec(text) ?? []
  const owner = tail?.replace(/\s\([^()]+\)$/u, '')
  const isOwned = title && owner && bodyWord.test(owner) && looksLikeParty(owner) && !bodyWord.test(title)
  return isOwned ? { title, owner } : { title: text }
}

const laterAlone =
  /^(?:later|afterwards|beforehand|soon|also|danach|später|außerdem|ensuite|plus tard|aussi|después|más tarde|también|depois|também|dopo|poi|anche)[.:]?$/iu

/** "And later", "Coming up": what is below has a name of its own. */
const namesNothing =
  /^(?:and|und|et|y|e|dan)\s\p{Ll}+(?:\s\p{Ll}+)?$|^(?:coming up|later on|more to come|noch mehr|später|plus tard|à venir|más tarde|próximamente|mais tarde|em breve|più tardi|segera)$/iu

/** What announces something of its own is no more of the thing above. */
function isAnother(piece: Piece): boolean {
  if (piece.block.form !== 'paragraph') return false
  const told = readAnnouncement(piece.passage)
  return told !== null && told.organisations.length > 0 && /[:：]$/.test(piece.passage.text)
}
