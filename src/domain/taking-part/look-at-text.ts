import { countLinks, hostsOf } from './links-of.ts'
import type { Evidence, Offered } from './verdict.ts'
import { hidden } from './words-of.ts'

/** What a text tells by itself, whoever brings it. */
export function lookAtText({ text, url, language }: Pick<Offered, 'text' | 'url' | 'language'>): Evidence[] {
  const evidence: Evidence[] = []
  const links = countLinks(text) + (url ? 1 : 0)
  const domains = hostsOf(text, url).length
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (links > 2 && words / links < 60)
    evidence.push({
      code: 'links',
      weight: Math.min(3, (links - 2) / 2 + (domains > 3 ? 0.5 : 0)),
      value: links,
    })
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  if (letters >= 25 && capitals / letters > 0.6) evidence.push({ code: 'capitals', weight: 1 })
  const mixed = mixedWords(text)
  if (mixed > 0) evidence.push({ code: 'scripts', weight: Math.min(3, 1 + mixed / 2), value: mixed })
  const unseen = text.match(hidden)?.length ?? 0
  if (unseen > 3) evidence.push({ code: 'hidden-signs', weight: 1.5, value: unseen })
  if (language !== null && letters >= 25 && isOfOtherScript(text, language))
    evidence.push({ code: 'language', weight: 1 })
  return evidence
}

/** Words in which letters stand that only look like those beside them: Latin with Cyrillic or Greek. */
function mixedWords(text: string): number {
  return (text.match(/[\p{L}\p{M}]{3,}/gu) ?? []).filter(
    word => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word),
  ).length
}

/** Whether most of a text is in letters that the language of its page does not have; Latin ones are everybody's. */
function isOfOtherScript(text: string, language: string): boolean {
  const own = scripts[language.split('-')[0]!] ?? 'Latin'
  const of = (script: string) => text.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 1
  return (
    (of('Latin') + (own === 'Latin' ? 0 : of(own)) + (own === 'Han' ? of('Hiragana') + of('Katakana') : 0)) /
      letters <
    0.3
  )
}

const scripts: Record<string, string> = {
  ar: 'Arabic',
  fa: 'Arabic',
  ur: 'Arabic',
  he: 'Hebrew',
  el: 'Greek',
  th: 'Thai',
  ko: 'Hangul',
  hi: 'Devanagari',
  zh: 'Han',
  ja: 'Han',
  ru: 'Cyrillic',
  uk: 'Cyrillic',
  bg: 'Cyrillic',
  sr: 'Cyrillic',
  bn: 'Bengali',
  ta: 'Tamil',
  am: 'Ethiopic',
  hy: 'Armenian',
  ka: 'Georgian',
}
