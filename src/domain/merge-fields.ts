/** By what the members of a list are known, for each field that is a list. */
export type ListKeys<Fields> = { [Field in keyof Fields]?: (member: never) => string }

export type MergedValue = {
  value: unknown
  /** It stays other than it is told, because a person changed it. */
  kept: boolean
  /** Both sides have changed it, each otherwise. */
  conflict: boolean
}

/**
 * What becomes of something that two have written: `base` is what it was when the second began, `current` what it is
 * now, `told` what the second says. A field that only one of them changed takes that one's value; lists are merged
 * member by member. In `conflicts` are fields that both changed otherwise; there the current value stands.
 */
export function mergeFields<Fields extends object>(
  base: Fields,
  current: Fields,
  told: Fields,
  lists: ListKeys<Fields>,
): { value: Fields; conflicts: (keyof Fields)[] } {
  const value = { ...current }
  const conflicts: (keyof Fields)[] = []
  for (const field of Object.keys(told) as (keyof Fields)[]) {
    const key = lists[field] as ((member: unknown) => string) | undefined
    const merged = key
      ? mergeList(base[field] as unknown[], current[field] as unknown[], told[field] as unknown[], key)
      : mergeValue(base[field], current[field], told[field])
    value[field] = merged.value as Fields[typeof field]
    if (merged.conflict) conflicts.push(field)
  }
  return { value, conflicts }
}

/** A value that nobody but the current writer ever told is theirs, and nothing is kept from the teller. */
export function mergeValue(base: unknown, current: unknown, told: unknown): MergedValue {
  if (same(current, told)) return { value: current, kept: false, conflict: false }
  if (same(current, base)) return { value: told, kept: false, conflict: false }
  const addedByPerson = same(base, told) && base === null
  return { value: current, kept: !addedByPerson, conflict: !same(base, told) }
}

type MergeMember = (base: unknown, current: unknown, told: unknown) => MergedValue

/** @param mergeMember what becomes of a member that both lists have; the current one stands where nothing is said */
export function mergeList(
  base: unknown[],
  current: unknown[],
  told: unknown[],
  key: (member: unknown) => string,
  mergeMember: MergeMember = (_, member) => ({ value: member, kept: false, conflict: false }),
): MergedValue {
  const before = new Map(base.map(member => [key(member), member]))
  const now = new Map(current.map(member => [key(member), member]))
  const then = new Map(told.map(member => [key(member), member]))
  const untouched = [...now.keys()].join('\0') === [...before.keys()].join('\0')
  const unmoved = [...before.keys()].join('\0') === [...then.keys()].join('\0')

  const value: unknown[] = []
  let kept = false
  let conflict = false
  for (const [name, member] of now) {
    const toldMember = then.get(name)
    if (toldMember !== undefined) {
      const own = mergeMember(before.get(name), member, toldMember)
      value.push(own.value)
      kept ||= own.kept
      conflict ||= own.conflict
    } else if (!before.has(name)) value.push(member)
  }
  for (const [name, member] of then) {
    if (now.has(name)) continue
    if (before.has(name)) kept = true
    else value.push(member)
  }
  if (untouched && !unmoved) {
    const order = [...then.keys()]
    value.sort((a, b) => order.indexOf(key(a)) - order.indexOf(key(b)))
  }
  return { value, kept, conflict }
}

export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
