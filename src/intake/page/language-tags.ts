import { textOf, type Value } from './item.ts'

/** `en-GB`, `{"@type": "Language", "name": "Spanish", "alternateName": "es"}`, "Deutsch" → BCP 47 tags without regions. */
export function languageTags(values: Value[]): string[] {
  const told = values.flatMap(value =>
    typeof value === 'string' ? value.split(/\s*[,;]\s*/) : [textOf(value, 'alternateName', 'name') ?? ''],
  )
  return [...new Set(told.flatMap(one => tagOf(one) ?? []))].slice(0, 20)
}

function tagOf(told: string): string | undefined {
  const tag = /^([a-z]{2,3})(?:[-_][a-z]{2,4})*$/i.exec(told.trim())?.[1]?.toLowerCase()
  if (tag) return tag
  return names().get(told.trim().toLowerCase())
}

let known: Map<string, string> | undefined
function names(): Map<string, string> {
  if (known) return known
  known = new Map()
  const tags =
    'en es fr de pt it nl ar zh ru id tr ja ko hi bn ur fa pl uk sv da nb fi el he th vi sw am so tl ro hu cs'.split(
      ' ',
    )
  for (const locale of ['en', ...tags]) {
    const display = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' })
    for (const tag of locale === 'en' ? tags : [locale]) known.set(display.of(tag)?.toLowerCase() ?? tag, tag)
  }
  return known
}
