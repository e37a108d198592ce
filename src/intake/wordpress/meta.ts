import type { ExportItem } from './item.ts'

/** What plugins keep beside an item; the first of several keys that says something. */
export function told(meta: Map<string, string>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = meta.get(key)?.trim()
    if (value && value !== '0') return value
  }
  return undefined
}

export function isYes(value: string | undefined): boolean {
  return /^(?:yes|1|true|on)$/i.test(value?.trim() ?? '')
}

/** Numbers of other items, as one number, several lines or a list that PHP wrote: `a:1:{i:0;s:2:"12";}`. */
export function idsIn(value: string | undefined): string[] {
  if (!value) return []
  if (/^a:\d+:\{/.test(value))
    return [...value.matchAll(/i:\d+;(?:s:\d+:"(\d+)"|i:(\d+));/g)].map(([, text, number]) => text ?? number!)
  return value.split(/[\s,]+/).filter(each => /^\d+$/.test(each) && each !== '0')
}

/** Names of the item's terms in a taxonomy, such as the venues of a calendar. */
export function termsIn({ terms }: ExportItem, taxonomy: RegExp): string[] {
  return terms.flatMap(({ domain, name }) => (taxonomy.test(domain) ? name : []))
}
