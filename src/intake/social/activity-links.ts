import type { Finding, LinkRole } from '../../domain/finding.ts'
import { linkRole } from '../link-role.ts'
import { resolveAddress } from '../page/page.ts'
import { titleText } from '../page/words-of.ts'
import { isObject, type Json, textIn } from './activity-json.ts'

/** What Mobilizon calls an online address is any page of an event that is held at a place, and its door elsewhere. */
export function onlineDoors(object: Json): string[] {
  const told = textIn(object.onlineAddress)
  const isAtPlace = object.isOnline === false && [object.location].flat().some(isObject)
  const isDoor = told && (!isAtPlace || linkRole(told, { over: false }) === 'join')
  return [...(isDoor ? [told] : []), ...propertiesIn(object, 'visio').flatMap(one => textIn(one) ?? [])]
}

/** What Mobilizon keeps of an event besides: `mz:visio:jitsi`, `mz:live:url`, `mz:replay:youtube:url`. */
function propertiesIn(object: Json, kind: string): unknown[] {
  return attachedTo(object).flatMap(one =>
    one.type === 'PropertyValue' && textIn(one.name)?.startsWith(`mz:${kind}:`) ? one.value : [],
  )
}

/** Mobilizon hangs what belongs to an event on it: its website, where one registers, a stream. */
export function withAttachedLinks(finding: Finding, object: Json): Finding {
  const links = [...(finding.links ?? [])]
  const doors = onlineDoors(object)
  const told: { href: unknown; name?: unknown; role?: LinkRole }[] = [
    ...attachedTo(object).flatMap(one =>
      one.type === 'Link' ? [{ href: one.href ?? one.url, name: one.name }] : [],
    ),
    ...(doors.includes(object.onlineAddress as string) ? [] : [{ href: object.onlineAddress }]),
    { href: object.externalParticipationUrl, role: 'registration' },
    ...Object.entries(properties).flatMap(([kind, role]) =>
      propertiesIn(object, kind).map(href => ({ href, role })),
    ),
  ]
  for (const { href, name, role: known } of told) {
    const url = resolveAddress(textIn(href), undefined)
    const title = titleText(textIn(name))
    const role = url && (known ?? linkRole(url, title ? { title } : {}))
    if (!role || url === finding.url || links.some(link => link.url === url)) continue
    links.push({ role, url, ...(title && title !== url && { title }) })
  }
  if (links.length === (finding.links?.length ?? 0)) return finding
  return { ...finding, links, from: { ...finding.from, links: 'json-ld' } }
}

/** Which of these properties lead where. */
const properties: Record<string, LinkRole> = {
  ticket: 'registration',
  live: 'livestream',
  replay: 'recording',
}

function attachedTo(object: Json): Json[] {
  return [object.attachment].flat().slice(0, 30).filter(isObject)
}
