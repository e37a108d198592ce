import type { FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/page.tsx'
import { scriptWords } from '../ui/script-words.ts'
import type { Showing } from '../ui/showing.ts'
import type { ComingEdition } from './coming-editions.ts'

type Props = {
  showing: Showing
  assets: Assets
  editions: ComingEdition[]
  here: string
  /** Why nothing could be starred. */
  why?: string
}

/** What a plan is, and where to begin. */
export const EmptyPlan: FC<Props> = ({ showing, assets, editions, here, why }) => {
  const { say, link } = showing
  return (
    <Page
      showing={showing}
      assets={assets}
      title={say('plan.name')}
      canonical={null}
      own
      here={here}
      style={assets.plan}
      forScripts={{
        ...scriptWords(showing, { assumedMinutes: 60, startsOn: '' }),
        stars: why ? undefined : {},
      }}
    >
      <div class="narrow">
        <h1>{say('plan.name')}</h1>
        <p class="lead">{why ?? say('plan.empty')}</p>
        {editions.map(({ series, edition }) => (
          <p>
            <a class="act" href={link(paths.planChoice(series.slug, edition.slug))}>
              {say('plan.choose', { title: edition.title })}
            </a>
          </p>
        ))}
        {why ? (
          ''
        ) : (
          <p>
            <a href={link(paths.catchUp())}>{say('plan.or-catch-up')}</a>
          </p>
        )}
      </div>
    </Page>
  )
}
