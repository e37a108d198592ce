import { fold } from '../../time/fold.ts'
import { textOf, type Value } from './item.ts'

/** `en-GB`, `{"@type": "Language", "name": "Spanish", "alternateName": "es"}`, "Deutsch" → BCP 47 tags without regions. */
export function languageTags(values: Value[]): string[] {
  const told = values.flatMap(value =>
    typeof value === 'string' ? value.split(/\s*[,;]\s*/) : [textOf(value, 'alternateName', 'name') ?? ''],
  )
  return [...new Set(told.flatMap(one => tagOf(one) ?? []))].slice(0, 20)
}

/** Folded names of languages in several languages and in their own, with their tags. */
export function languageNames(): Map<string, string> {
  if (known) return known
  known = new Map()
  for (const locale of [...others, 'pt', 'it', 'es', 'fr', 'de', 'en']) {
    const display = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' })
    for (const tag of tags) known.set(fold(display.of(tag) ?? tag), tag)
  }
  for (const tag of tags) {
    const own = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag)
    if (own) known.set(fold(own), tag)
  }
  return known
}

/** Names that these share with the ones behind them are the latter's. */
const others = 'ar he fa hi ur ja ko zh vi id tr el hu fi cs pl ro ca sv da nb nl uk ru'.split(' ')

let known: Map<string, string> | undefined

const tags =
  'en es fr de pt it nl ar zh ru id tr ja ko hi bn ur fa pl uk sv da nb fi el he th vi sw am so tl ro hu cs sk bg sr hr ca eu gl ta te ml ne si km lo my ms ka hy az kk uz ky ps ku ha yo zu'.split(
    ' ',
  )

function tagOf(told: string): string | undefined {
  const tag = /^([a-z]{2,3})(?:[-_][a-z]{2,4})*$/i.exec(told.trim())?.[1]?.toLowerCase()
  return tag ?? languageNames().get(fold(told))
}
