import type { Provenance } from '../../domain/finding.ts'

/**
 * A thing as structured data tells it, in the words of schema.org, whichever way it was written: JSON-LD, microdata,
 * RDFa or microformats. Types and properties come without their vocabulary's address.
 */
export type Item = {
  types: string[]
  id?: string
  props: Map<string, Value[]>
  source: Provenance
  /** It stands beside the page's own content: in a navigation, a side-bar, a footer. */
  aside: boolean
}
export type Value = string | Item

/** One thing as several sources of a page tell it, the most trusted first. */
export type Thing = Item[]

export function newItem(types: string[], source: Provenance, aside = false): Item {
  return { types, props: new Map(), source, aside }
}

export function addValue(item: Item, name: string, value: Value): void {
  if (typeof value === 'string' && value.trim() === '') return
  const known = item.props.get(name)
  if (known) known.push(value)
  else item.props.set(name, [value])
}

export function valuesOf(item: Item, ...names: string[]): Value[] {
  return names.flatMap(name => item.props.get(name) ?? [])
}

export function itemsOf(item: Item, ...names: string[]): Item[] {
  return valuesOf(item, ...names).filter(value => typeof value !== 'string')
}

/** The first text of the first property that has one; of a nested thing its name. */
export function textOf(item: Item, ...names: string[]): string | undefined {
  for (const value of valuesOf(item, ...names)) {
    const text = typeof value === 'string' ? value : textOf(value, 'name', 'headline', '@value')
    if (text?.trim()) return text.trim()
  }
  return undefined
}

/** The same over all sources, with the one it came from. */
export function toldIn(thing: Thing, ...names: string[]): { text: string; item: Item } | undefined {
  for (const item of thing) {
    const text = textOf(item, ...names)
    if (text) return { text, item }
  }
  return undefined
}

/** `https://schema.org/Event`, `schema:Event`, `http://schema.org/Event/` → `Event`. */
export function bareName(name: string): string {
  return name
    .trim()
    .replace(/[/#]+$/, '')
    .replace(/^.*[/#]|^(?:schema|sdo|s):/i, '')
}
