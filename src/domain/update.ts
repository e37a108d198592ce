import type { EntryFields } from './entry-fields.ts'
import type { EventTime } from './event-time.ts'
import type { EventStatus, LinkRole } from './finding.ts'

/**
 * What readers are told of a change. Values are told with it, so that it can be said in any language and still be
 * said when the entry has changed again.
 */
export type Update =
  | { kind: 'new' }
  | { kind: 'time'; from: EventTime; to: EventTime }
  | { kind: 'status'; status: EventStatus; reason: string | null }
  | { kind: 'recording'; state: 'available' | 'removed' | 'none' }
  | { kind: 'link'; role: LinkRole }
  | { kind: 'withdrawn'; title: string }
  | { kind: 'other'; fields: string[] }

/** An update as readers are told of it; `entry` is null where it is not shown any more. */
export type ToldUpdate = {
  at: number
  number: number
  entryId: string | null
  update: Update
  /** `parentSlug` of a session: that of its event, on whose page it stands. */
  entry: { slug: string; title: string; parentSlug: string | null } | null
}

/** Links that readers wait for. */
const awaited: readonly LinkRole[] = ['join', 'livestream', 'registration', 'programme', 'slides']

/** Fields that readers are not told of: they see them, or need not know. */
const silent: readonly string[] = [
  'position',
  'parentId',
  'mergedInto',
  'slug',
  'publishAt',
  'doubts',
  'imageAlt',
  'language',
  'translations',
  'statusReason',
  'deadLinks',
  'textShown',
]

/**
 * The updates of one change of an entry in a programme that readers see.
 *
 * @param before null where it is new; else what the changed fields said; `after` what they say
 * @param title today's; @param state of the entry after the change, where the change does not tell
 */
export function updatesOf(
  before: Partial<EntryFields> | null,
  after: Partial<EntryFields>,
  { title, state }: { title: string; state: EntryFields['state'] },
): Update[] {
  const isShown = (after.state ?? state) === 'published'
  const wasShown = before !== null && (before.state ?? after.state ?? state) === 'published'
  if (!isShown) return wasShown ? [{ kind: 'withdrawn', title }] : []
  if (!wasShown) return [{ kind: 'new' }]
  const updates: Update[] = []
  const told = new Set<string>(silent)
  if (before.time && after.time) {
    updates.push({ kind: 'time', from: before.time, to: after.time })
    told.add('time')
  }
  if (after.status) {
    updates.push({ kind: 'status', status: after.status, reason: after.statusReason ?? null })
    told.add('status')
  }
  const recording = recordingNews(before, after)
  if (recording) {
    updates.push({ kind: 'recording', state: recording })
    told.add('recording').add('links')
  }
  for (const role of newRoles(before, after)) {
    updates.push({ kind: 'link', role })
    told.add('links')
  }
  const others = Object.keys(after).filter(field => !told.has(field))
  if (others.length > 0) updates.push({ kind: 'other', fields: others })
  return updates
}

function recordingNews(before: Partial<EntryFields>, after: Partial<EntryFields>) {
  const { recording } = after
  if (recording === 'available' || recording === 'removed' || recording === 'none') return recording
  return newLinks(before, after).some(({ role }) => role === 'recording') ? 'available' : null
}

function newRoles(before: Partial<EntryFields>, after: Partial<EntryFields>): LinkRole[] {
  return [...new Set(newLinks(before, after).map(({ role }) => role))].filter(role => awaited.includes(role))
}

function newLinks({ links: before = [] }: Partial<EntryFields>, { links = [] }: Partial<EntryFields>) {
  return links.filter(link => !before.some(({ role, url }) => role === link.role && url === link.url))
}
