import type { Kind, LinkRole } from '../../../domain/finding.ts'
import { linkRole } from '../../link-role.ts'
import type { Passage } from '../passages/passage.ts'
import { roleIn } from './draft.ts'

export function isVideo(url: string): boolean {
  const role = linkRole(url)
  return (role === 'recording' || role === 'livestream') && !/\/playlist\b/.test(url)
}

/** The link to the thing itself: a video's is where it is watched, an event's page tells its programme. */
export function ownRole(kind: Kind, url: string, passage: Passage | null): LinkRole {
  const link = passage?.links.find(one => one.url === url)
  const role = link && passage ? roleIn(passage, link) : linkRole(url)
  if (kind === 'video') return role === 'livestream' ? 'livestream' : isVideo(url) ? 'recording' : 'source'
  if (kind === 'event') return role && role !== 'source' ? role : 'programme'
  return 'source'
}
