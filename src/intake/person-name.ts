import { looksLikeName } from './post/parties/parties.ts'

/** A person’s name as it is said: “Smith, Bob” of an address book is Bob Smith. */
export function personName(told: string): string {
  const name = told
    .replace(/\s+/g, ' ')
    .replace(/,(?:\s*,)+/g, ',')
    .trim()
  // An address book says of which office somebody is: “Müller, Anna (DE)”.
  const [, last, first] = /^([^,]{2,40}), ?([^,()]{1,40}?)(?: ?\([^()]{1,40}\))?$/.exec(name) ?? []
  if (!last || !first || behind.test(first)) return name
  return isNamePart(last) && isNamePart(first) ? `${first} ${last}` : name
}

/** The people in one field: “Ann Lee, Bob Ray and Cy Fox”, “Lee, A., Ray, B.”; one where it names one. */
export function peopleIn(told: string): string[] {
  const names = told.replace(/\s+/g, ' ').trim()
  if (initials.test(names)) return [...names.matchAll(onePair)].map(([, last, first]) => `${first} ${last}`)
  const parts = names.split(
    names.includes(';') ? /\s*;\s*/ : /\s*,\s*(?:(?:and|und|et|y|e)\s+)?|\s+(?:and|und|et|y|e|&)\s+/u,
  )
  const people = parts.map(personName).filter(Boolean)
  return people.length > 1 && people.every(looksLikeName) ? people : [personName(names)]
}

const pair = String.raw`(\p{L}[\p{L}'’ -]{1,40}), ((?:\p{Lu}\.[ -]?){1,4})`
const initials = new RegExp(`^${pair}(?:[,;]? (?:and |& )?${pair})+[,;.]?$`, 'u')
const onePair = new RegExp(`${pair}(?=[,;. ]|$)`, 'gu')

/** What stands behind a whole name. */
const behind =
  /^(?:jr|sr|ph\.? ?d|md|m\.d|ma|mba|msc|bsc|esq|dr|prof|i{1,3}|iv|llm|rn|cpa|ltd|inc|llc|gmbh)\b\.?/i

function isNamePart(words: string): boolean {
  const each = words.split(' ')
  return (
    each.length <= 3 &&
    !/[\d@&/|()]/.test(words) &&
    each.every(word => /^\p{Lu}/u.test(word) || particle.test(word)) &&
    /^\p{Lu}/u.test(each.at(-1)!)
  )
}

const particle = /^(?:de|da|do|dos|del|della|van|von|der|den|la|le|bin|al|el|ben|zu|ter|di|du|ibn)$/i

/** Who is no one: accounts that a machine made. */
export function isAccount(name: string): boolean {
  return /^(?:[\w.-]*admin(?:istrator)?\d*|administrador|webmaster|root|superuser|super user|user\d*|editor|wordpress|www-data|no-?reply)$/i.test(
    name.trim(),
  )
}

/** Whether a category says anything: WordPress has one for what nobody filed. */
export function isSubject(name: string): boolean {
  return !/^(?:uncategori[sz]ed|unkategorisiert|nicht kategorisiert|allgemein|non class[ée]|sin categor[íi]a|sem categoria|senza categoria|geen categorie|без рубрики|غير مصنف|未分类|未分類)$/i.test(
    name.trim(),
  )
}
