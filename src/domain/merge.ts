import { type Content, keyOf } from './content.ts'
import { type MergedValue, mergeList, mergeValue, same } from './merge-fields.ts'

export type Merged = {
  content: Content
  /** Fields that become other than they are now. */
  changed: (keyof Content)[]
  /** Fields in which the entry stays other than the source says, because a person changed them. */
  kept: (keyof Content)[]
  /** Those of them that both sides have changed, each otherwise: two people must be shown both. */
  conflicts: (keyof Content)[]
}

/**
 * What becomes of an entry when its source is read again: `base` is what the source said last, `current` what the
 * entry says now, `told` what the source says today. A field that only one side changed takes that side's value;
 * where both did, the person's stands. Lists are merged member by member.
 */
export function mergeContent(base: Content, current: Content, told: Content): Merged {
  const content: Record<string, unknown> = { ...current }
  const changed: (keyof Content)[] = []
  const kept: (keyof Content)[] = []
  const conflicts: (keyof Content)[] = []
  for (const field of Object.keys(told) as (keyof Content)[]) {
    // What the source said last may be from before there was such a field.
    const merged = isList(field)
      ? mergeList(
          base[field] ?? [],
          current[field],
          told[field],
          keyOf[field] as (member: unknown) => string,
          (before, now, then) => mergeMember(before, now, then, field),
        )
      : mergeValue(base[field] ?? null, current[field], told[field])
    content[field] = merged.value
    if (merged.kept) kept.push(field)
    if (merged.conflict) conflicts.push(field)
    if (!same(merged.value, current[field])) changed.push(field)
  }
  // A doubt about a value that was not taken over is none; one that the entry has already stays with it.
  const doubts = content.doubts as Content['doubts']
  const about = doubts.filter(
    doubt =>
      current.doubts.includes(doubt) ||
      !kept.some(field => field === doubt.field || (field === 'time' && /^(start|end)$/.test(doubt.field))),
  )
  if (about.length < doubts.length) {
    content.doubts = about
    if (same(about, current.doubts)) changed.splice(changed.indexOf('doubts') >>> 0, 1)
    else if (!changed.includes('doubts')) changed.push('doubts')
  }
  const noDoubts = (field: keyof Content) => field !== 'doubts'
  return {
    content: content as Content,
    changed,
    kept: kept.filter(noDoubts),
    conflicts: conflicts.filter(noDoubts),
  }
}

type ListField = keyof typeof keyOf

function isList(field: keyof Content): field is ListField {
  return field in keyOf
}

/**
 * Name and address of an organisation or a person are theirs, not the entry's; what they have to do with the entry is
 * the entry's, and so is a link's title. Nobody edits a doubt: where it is told anew, it
 * leaves to choose what is told today.
 */
function mergeMember(base: unknown, current: unknown, told: unknown, field: ListField): MergedValue {
  if (field === 'doubts') return { value: same(base, told) ? current : told, kept: false, conflict: false }
  if (field === 'links') return mergeValue(base ?? current, current, told)
  const own = field === 'organisations' ? 'role' : field === 'people' ? 'affiliation' : null
  if (own === null) return { value: current, kept: false, conflict: false }
  const of = (member: unknown) => (member as Record<string, unknown>)[own] ?? null
  const merged = mergeValue(base === undefined ? of(current) : of(base), of(current), of(told))
  return { ...merged, value: { ...(current as object), [own]: merged.value } }
}
