import type { ToldUpdate } from '../../domain/update.ts'
import type { Key } from '../words.ts'

/** What happened, in a word or two. */
export function headingOf({ update }: ToldUpdate): Key {
  if (update.kind === 'status') return `told.status.${update.status}`
  if (update.kind === 'recording') return `told.recording.${update.state}`
  if (update.kind === 'link') return `told.link.${linkWord(update.role)}`
  return `told.${update.kind}`
}

function linkWord(role: string): 'join' | 'livestream' | 'registration' | 'programme' | 'slides' | 'other' {
  const known = ['join', 'livestream', 'registration', 'programme', 'slides'] as const
  return known.find(each => each === role) ?? 'other'
}
