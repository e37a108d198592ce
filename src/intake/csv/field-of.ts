import { fold } from '../../time/fold.ts'
import type { Field } from './column-names.ts'
import { synonyms } from './column-names.ts'
import { fieldOfQuestion } from './column-questions.ts'

/** Ranks from here on are of names with other words around them. */
export const inexact = 1000
type Match = { field: Field; rank: number }

/** What a column of this name holds: by the name as it is; then without what people put before, behind and around it. */
export function fieldOf(name: string): Match | null {
  if (name.length > 200 || name.trim() === '') return null
  const whole = folded(name)
  const exact = byName().get(whole)
  if (exact) return exact
  for (const form of new Set([
    whole,
    ...name
      .replace(/\(s\)/gi, 's')
      // “Intervenant(e)”, “Organizador(a)”, “Referent(in)”
      .replace(/(?<=\p{L})\((?:e|a|in|innen|es|as|er|n)\)/gu, '')
      // “Veranstalter*in”, “Referent:innen”
      .replace(/(?<=\p{L})[*_:](?:innen|in)\b/gu, '')
      .split(/\(.*?\)|\[.*?\]|[/:?,،？（）|\n*]|\s[-–—]\s/)
      .map(folded),
  ])) {
    const bare = form
      .replace(/^(?:what (?:is|are|will be) )?(?:the|your|please (?:add|enter|provide)) /, '')
      .replace(/^(?:name|title|names|titles) of (?:the |your )?(?=.)/, '')
      .replace(
        /^(?:event|evento|evenement|veranstaltungs?|session|activity|actividad|activite|item|entry|dc|schema) (?=.)/,
        '',
      )
      .replace(
        /^(?:links?|url|address|enlace|lien|tautan) (?:to|for|of|vers|a|al|de|del|la|the|your| )+(?:event )?(?=.)/,
        '',
      )
      .replace(
        / (?:required|optional|local|if any|if available|en|english|(?:in )?(?:utc|gmt)|in [a-z]{2,4}t)$/,
        '',
      )
      .replace(/ of (?:the |your )?(?:event|activity)$/, '')
      .replace(
        / (?:(?:der|des|del|de la|de l|do|da|dell|du|van het|van de|de) )?(?:l|dell)?(?:veranstaltung|events?|evento|evenement|actividad|activite|atividade|attivita|activiteit)$/,
        '',
      )
    const inner = bare.replace(/^(?:place|venue|location details|location|address|lugar|lieu|ort) (?=.)/, '')
    for (const last of [bare, bare.replace(/ names?$/, ''), inner, inner.replace(/ names?$/, '')]) {
      const match = byName().get(last)
      if (match) return { field: match.field, rank: match.rank + inexact }
    }
  }
  const first = byName().get(whole.replace(/ \d{1,2}$/, ''))
  if (first && numbered.has(first.field)) return { field: first.field, rank: first.rank + inexact }
  const asked = fieldOfQuestion(whole)
  return asked && { field: asked, rank: 2 * inexact }
}

/** Of what a row may have several, each in a column of its own: “Speaker 1”. */
const numbered = new Set<Field>(['speakers', 'moderators', 'tags'])

function folded(name: string): string {
  return fold(name.replace(/([a-z])([A-Z])/g, '$1 $2'))
}

let names: Map<string, Match> | undefined
function byName() {
  if (names) return names
  names = new Map()
  for (const [field, list] of Object.entries(synonyms) as [Field, string][])
    for (const [rank, name] of list.split('|').map(fold).entries())
      if (!names.has(name)) names.set(name, { field, rank })
  return names
}
