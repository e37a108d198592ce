import { addressKey } from '../address-key.ts'
import type { EntryFields } from '../entry-fields.ts'
import { archivedCopyOf } from './archived-copy.ts'

/** An entry whose link to this address is marked (null: is not marked any more), with a copy of it beside, where there is one. */
export function withMark(
  fields: EntryFields,
  url: string,
  mark: 'gone' | 'changed-hands' | null,
  copy: string | null,
): EntryFields {
  if (!fields.links.some(link => link.url === url && link.role !== 'archive')) return fields
  const { [url]: _, ...others } = fields.deadLinks ?? {}
  const dead = mark === null ? others : { ...others, [url]: mark }
  const deadLinks = Object.keys(dead).length > 0 ? dead : null
  const links = mark !== null && copy !== null ? withCopy(fields.links, url, copy) : fields.links
  return { ...fields, links, deadLinks }
}

/** An entry that links to the new address instead; where it does so already, the old link is dropped. */
export function withAddress(fields: EntryFields, from: string, to: string): EntryFields {
  const at = fields.links.findIndex(link => link.url === from)
  if (at === -1 || from === to) return fields
  const links = fields.links.flatMap(link => {
    if (link.url !== from) return [link]
    const isThere = fields.links.some(
      each => each.role === link.role && addressKey(each.url) === addressKey(to) && each.url !== from,
    )
    return isThere ? [] : [{ ...link, url: to }]
  })
  const { [from]: _, ...dead } = fields.deadLinks ?? {}
  return { ...fields, links, deadLinks: Object.keys(dead).length > 0 ? dead : null }
}

/** Behind the link that it is a copy of; one that is there already stays. */
function withCopy(links: EntryFields['links'], url: string, copy: string): EntryFields['links'] {
  if (archivedCopyOf(links, url)) return links
  const at = links.findIndex(link => link.url === url)
  const { title = null } = links[at] ?? {}
  return links.toSpliced(at + 1, 0, { role: 'archive', url: copy, title })
}
