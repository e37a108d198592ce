import type { Finding } from '../../domain/finding.ts'
import { linkRole } from '../link-role.ts'
import { saysRecorded } from '../link-words.ts'
import type { VisibleText } from './visible-text.ts'

/** Videos shown in the content that no data speaks of. A single one belongs to what the page is about. */
export function playedVideos(text: VisibleText, known: Finding[], first: Finding | null): Finding[] {
  const players = text.players.filter(({ url }) => /^(?:recording|livestream)$/.test(linkRole(url) ?? ''))
  const keys = new Set(known.flatMap(finding => (finding.links ?? []).map(link => videoKey(link.url))))
  const others = players.filter(
    (player, at) =>
      !keys.has(videoKey(player.url)) &&
      players.findIndex(one => videoKey(one.url) === videoKey(player.url)) === at,
  )
  const hasOwn = first?.links?.some(link => link.role === 'recording' || link.role === 'livestream')
  const isOfEvent =
    first?.kind === 'event' &&
    text.lines.slice(0, 200).some(line => line.text.length < 200 && saysRecorded(line.text))
  if (first && (first.kind !== 'event' || isOfEvent) && !hasOwn && others.length === 1) {
    if (isOfEvent) [first.recording, first.from] = ['available', { ...first.from, recording: 'text' }]
    first.links = [...(first.links ?? []), { role: linkRole(others[0]!.url)!, url: others[0]!.url }]
    first.from = { ...first.from, links: first.from?.links ?? 'text' }
    return []
  }
  return others.slice(0, 30).flatMap(({ url, title, heading }) => {
    const name = title ?? (heading && !nameless.test(heading) ? heading : first?.title)
    const role = linkRole(url)!
    return name
      ? [
          {
            kind: 'video' as const,
            title: name,
            links: [{ role, url }],
            from: { kind: 'text' as const, title: 'text' as const, links: 'text' as const },
          },
        ]
      : []
  })
}

const nameless =
  /^(?:videos?|media|mediathek|vidéos?|watch|gallery|related|multimedia|recordings?|mehr|more)\W*\d*\W*$/i

/** The same film in whichever player. */
function videoKey(url: string): string {
  const id =
    /(?:youtu\.be\/|youtube(?:-nocookie)?\.com\/(?:embed\/|watch\?(?:.*&)?v=|v\/))([\w-]{6,20})/.exec(
      url,
    )?.[1] ?? /vimeo\.com\/(?:video\/)?(\d+)/.exec(url)?.[1]
  return id ?? url.replace(/^https?:\/\/(?:www\.)?|[?#].*$/g, '')
}
