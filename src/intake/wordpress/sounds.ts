import type { ExportItem } from './item.ts'
import { told } from './meta.ts'

/** Episodes of a podcast that a plugin keeps beside a post: addresses of their sound or film. */
export function soundsOf({ meta }: Pick<ExportItem, 'meta'>): string[] {
  const all = [told(meta, ['audio_file', 'enclosure']), meta.get('enclosure')]
  const found = all.flatMap(words => words?.match(/^https?:\/\/\S+/gm) ?? [])
  return [...new Set(found)].slice(0, 10)
}

/** A text with what is to be heard and is not in it yet, as a short code of WordPress itself. */
export function withSounds(item: Pick<ExportItem, 'content' | 'meta'>): string {
  const missing = soundsOf(item).filter(url => !item.content.includes(url) && !/["\]]/.test(url))
  return item.content + missing.map(url => `\n\n[audio src="${url}"]`).join('')
}
