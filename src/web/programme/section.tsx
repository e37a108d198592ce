import type { FC } from 'hono/jsx'
import type { Showing } from '../ui/showing.ts'
import type { Key } from '../words.ts'

type SectionName = 'on' | 'next' | 'later' | 'over' | 'anytime' | 'notTold'

/** A section that is empty stays in the page, hidden: entries move into it as time goes on. */
export const Section: FC<{ name: SectionName; count: number; showing: Showing; children?: unknown }> = ({
  name,
  count,
  showing,
  children,
}) => {
  const { say } = showing
  return (
    <section class={`list ${name}`} data-section={name} hidden={count === 0} aria-labelledby={`list-${name}`}>
      <h2 id={`list-${name}`}>
        {say(`section.${name}` as Key)} <small>{count}</small>
      </h2>
      <ol>{children as never}</ol>
    </section>
  )
}
