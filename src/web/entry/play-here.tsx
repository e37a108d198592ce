import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import type { ShownLink } from '../../domain/link-window.ts'
import type { RecordingFacts } from '../../domain/recordings/look.ts'
import { type Player, playerOf } from '../../domain/recordings/player.ts'
import { isolated } from '../ui/entry-words.ts'
import type { Showing } from '../ui/showing.ts'

type Playable = { player: Player; url: string }

/** The first recording of those that are shown that can be watched inside the page. */
export function playableIn(shown: readonly ShownLink[], facts: readonly RecordingFacts[]): Playable | null {
  for (const { link, mark } of shown) {
    if (link.role !== 'recording' || mark !== null || link.visibility !== 'public') continue
    const player = playerOf(link.url)
    const mayBe = facts.find(({ url }) => url === link.url)?.embed !== false
    if (player && mayBe) return { player, url: link.url }
  }
  return null
}

/** Players that the page of an entry may come to offer while it is kept: its links decide, not the moment. */
export function playersOf({ links }: Entry, facts: readonly RecordingFacts[]): Player[] {
  const playable = playableIn(
    links.map(link => ({
      link,
      mark: link.health === 'gone' || link.health === 'changed-hands' ? link.health : null,
    })),
    facts,
  )
  return playable ? [playable.player] : []
}

/**
 * Offers to watch a recording here. Nobody but this site is asked for anything before it is pressed; a script shows the
 * offer, and without one the link to the recording is all there is.
 */
export const PlayHere: FC<Playable & { title: string; showing: Showing }> = ({
  player,
  title,
  showing: { say },
}) => (
  <div class="play" hidden data-player={player.src} data-kind={player.kind} data-title={title}>
    <button type="button" class="act">
      {say('play.here')}
    </button>{' '}
    <small>{say('play.from', { site: isolated(player.site) })}</small>
  </div>
)
