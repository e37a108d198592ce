import type { ExportItem } from './item.ts'
import { told } from './meta.ts'

/**
 * Episodes of a podcast that a plugin keeps beside a post: addresses of their sound or film. What the text itself leads
 * to, WordPress only notes once more.
 */
export function soundsOf({ meta, content }: Pick<ExportItem, 'meta' | 'content'>): string[] {
  const all = [told(meta, ['audio_file']), meta.get('enclosure')]
  const found = all.flatMap(words => words?.match(/^https?:\/\/[^\s"\]]+/gm) ?? [])
  return [...new Set(found)].filter(url => !content.includes(url)).slice(0, 10)
}

/** A text with what is to be heard beside it, as a short code of WordPress itself. */
export function withSounds(item: Pick<ExportItem, 'content' | 'meta'>): string {
  return (
    item.content +
    soundsOf(item)
      .map(url => `\n\n[audio src="${url}"]`)
      .join('')
  )
}
