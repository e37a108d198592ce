import { addressOrNull, clean } from './content.ts'
import type { Finding, LinkRole } from './finding.ts'

/** What somebody says instead of what was read: only what they changed. '' takes a link out. */
export type Correction = {
  title?: string
  /** RFC 9557, as a finding tells it; `end` null: not known. */
  when?: { start: string; end: string | null }
  links?: Partial<Record<CorrectedLink, string>>
}

export const correctedLinks = ['source', 'registration', 'join', 'recording'] as const satisfies LinkRole[]
export type CorrectedLink = (typeof correctedLinks)[number]

/**
 * A finding as its sender says it is. What they say of its time leaves no doubt of it; whether to believe them is the
 * curator's.
 */
export function correctFinding(finding: Finding | null, { title, when, links = {} }: Correction): Finding {
  const next: Finding = { ...(finding ?? { kind: 'event', title: '' }), from: { ...finding?.from } }
  if (title !== undefined) {
    next.title = clean(title)
    next.from!.title = 'sender'
  }
  if (when) {
    for (const field of ['end', 'time', 'allDay', 'floating'] as const) delete next[field]
    next.start = when.start
    next.from!.start = 'sender'
    if (when.end) next.end = when.end
    next.doubts = (next.doubts ?? []).filter(({ field }) => !['start', 'end', 'time'].includes(field))
    const { start: _start, end: _end, ...told } = next.told ?? {}
    next.told = told
  }
  for (const role of correctedLinks) {
    const url = links[role]
    if (url === undefined) continue
    const sound = addressOrNull(url)
    if (role === 'source') {
      if (sound) next.url = sound
      else delete next.url
      next.from!.url = 'sender'
      next.links = (next.links ?? []).filter(link => link.role !== 'source')
      continue
    }
    const others = (next.links ?? []).filter(link => link.role !== role)
    next.links = sound ? [...others, { role, url: sound }] : others
    next.from!.links = 'sender'
  }
  return next
}

/** The address that a finding has for this now. */
export function linkOf(finding: Finding | null, role: CorrectedLink): string {
  const link = finding?.links?.find(each => each.role === role)?.url
  return link ?? (role === 'source' ? (finding?.url ?? '') : '')
}
