import type { FC } from 'hono/jsx'
import type { Picture } from '../ui/bars.ts'
import type { Showing } from '../ui/showing.ts'

/** A slider over the hours of the picture: the page as of any of its moments. Without script it is a form. */
export const Replay: FC<{ picture: Picture; showing: Showing; path: string }> = ({
  picture,
  showing,
  path,
}) => {
  const { say, now, moved, link } = showing
  const { startsAt, endsAt } = picture.window
  const at = Math.min(Math.max(now, startsAt), endsAt)
  const kept = new URL(link(path), 'http://here.invalid').searchParams
  kept.delete('at')
  return (
    <form class="replay" method="get">
      {[...kept].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit">{say('replay.show')}</button>
      <label for="at">{say('replay')}</label>
      <input
        id="at"
        name="at"
        type="range"
        min={startsAt / 1000}
        max={endsAt / 1000}
        step={600}
        value={Math.round(at / 600_000) * 600}
      />
      <a href={withoutMoment(link(path))} hidden={!moved}>
        {say('replay.now')}
      </a>
    </form>
  )
}

function withoutMoment(path: string): string {
  const url = new URL(path, 'http://here.invalid')
  url.searchParams.delete('at')
  return url.pathname + url.search
}
