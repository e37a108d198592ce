/**
 * What stands in a form: the text of each field by its name, without the prefix that tells several forms of one page
 * apart. Members of lists are `people.0.name`, `people.0.role` …; a box that is not ticked is not there.
 */
export type Typed = ReadonlyMap<string, string>

/** The lists of an entry that have a row for each member, and the fields of a row. */
export const rowFields = {
  organisations: ['name', 'url', 'role'],
  people: ['name', 'role', 'affiliation', 'url'],
  links: ['role', 'url', 'title'],
} as const
export type RowList = keyof typeof rowFields

/** More fields and letters than any entry has: what is longer was not typed by anybody. */
const mostFields = 6000
const mostLetters = 1_500_000

/**
 * What was sent, without files. Line breaks are as we keep them, not as forms send them. Null where it holds more
 * than anybody types.
 */
export function typedOfForm(form: Iterable<[string, unknown]>, prefix = ''): Typed | null {
  const typed = new Map<string, string>()
  let letters = 0
  for (const [name, value] of form) {
    if (typeof value !== 'string' || !name.startsWith(prefix)) continue
    typed.set(name.slice(prefix.length), value.replace(/\r\n?/g, '\n'))
    letters += name.length + value.length
    if (typed.size > mostFields || letters > mostLetters) return null
  }
  return typed
}

/** The numbers of a list's rows, in their order; there may be gaps where rows were removed. */
export function rowsOf(typed: Typed, list: RowList): number[] {
  const numbers = new Set<number>()
  for (const name of typed.keys()) {
    const number = new RegExp(`^${list}\\.(\\d{1,6})\\.`).exec(name)?.[1]
    if (number !== undefined) numbers.add(Number(number))
  }
  return [...numbers].sort((a, b) => a - b)
}

/** One row's fields, `''` where nothing is typed. */
export function rowOf(typed: Typed, list: RowList, number: number): Record<string, string> {
  return Object.fromEntries(
    rowFields[list].map(field => [field, typed.get(`${list}.${number}.${field}`) ?? '']),
  )
}

/**
 * What a button of the form does to it before it is shown again: `more:people` adds a row, `less:people.2` takes one
 * away. Null for what is no such act.
 */
export function changeRows(typed: Typed, act: string): Typed | null {
  const [, verb, list, number] = /^(more|less):(organisations|people|links)(?:\.(\d{1,6}))?$/.exec(act) ?? []
  if (!isRowList(list)) return null
  const changed = new Map(typed)
  if (verb === 'more') {
    const next = (rowsOf(typed, list).at(-1) ?? -1) + 1
    for (const field of rowFields[list]) changed.set(`${list}.${next}.${field}`, '')
  } else for (const field of rowFields[list]) changed.delete(`${list}.${number}.${field}`)
  return changed
}

function isRowList(name: string | undefined): name is RowList {
  return name !== undefined && Object.hasOwn(rowFields, name)
}
