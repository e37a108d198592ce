import type { FC } from 'hono/jsx'
import type { Sender } from '../../domain/suggestion.ts'
import type { Showing } from './showing.ts'

export type Credited = { name: string; organisation: string | null; url: string | null }

/** Who is thanked, in words. */
export function creditName({ name, organisation }: Pick<Sender, 'name' | 'organisation'>): string {
  return [name, organisation && `(${organisation})`].filter(Boolean).join(' ')
}

/** Who suggested an entry and wished to be told of. Where their own site is, is their word: it counts for nothing elsewhere. */
export const Credit: FC<{ credited: Credited[]; showing: Showing }> = ({ credited, showing: { say } }) => (
  <>
    {credited.map(each => {
      const [before = '', after = ''] = say('entry.suggested', { name: mark }).split(mark)
      const name = <bdi>{creditName(each)}</bdi>
      return (
        <p class="credit">
          {before}
          {each.url ? (
            <a href={each.url} rel="nofollow ugc noopener">
              {name}
            </a>
          ) : (
            name
          )}
          {after}
        </p>
      )
    })}
  </>
)

/** Stands in for the name, which is a link. */
const mark = '\u0000'
