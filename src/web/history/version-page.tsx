import type { Child, FC } from 'hono/jsx'
import { sayMoment } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { Changes, Values } from '../ui/changes.tsx'
import { type DeskEdition, DeskPage } from '../ui/desk-page.tsx'
import { isolated } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import { isoOf } from '../ui/when.ts'

type Props = {
  at: AtDesk
  edition: DeskEdition
  /** What it is a version of. */
  title: string
  /** Where its history is. */
  history: string
  number: number
  version: { at: number; by: string; values: Record<string, unknown> }
  /** What it says now; null where it may not be restored by the one who asks. */
  restore: { action: string; now: Record<string, unknown>; base: number } | null
  notice?: Child
}

/** What something said at a revision, plainly, and what restoring it would change. */
export const VersionPage: FC<Props> = ({ at, edition, title, history, number, version, restore, notice }) => {
  const { showing } = at
  const { say, link, zone, locale } = showing
  const changes = restore && changesOf(restore.now, version.values)
  return (
    <DeskPage at={at} title={say('history.of', { title })} edition={edition}>
      <p class="crumbs">
        <a href={link(history)}>{say('history.all')}</a>
      </p>
      <h1>
        <bdi lang={langOf(title, showing)}>{title}</bdi>
      </h1>
      {notice ? (
        <p class="wrong" role="alert">
          {notice}
        </p>
      ) : (
        ''
      )}
      <p class="lead">
        {say('history.as-of', { who: isolated(version.by) })}{' '}
        <time class="moment" datetime={isoOf(version.at)}>
          {sayMoment(version.at, zone, locale)}
        </time>
      </p>
      <Values values={version.values} showing={showing} />
      {restore && changes ? (
        <section aria-labelledby="restore">
          <h2 id="restore">{say('history.would-change')}</h2>
          {Object.keys(changes.after).length === 0 ? (
            <p>{say('history.same')}</p>
          ) : (
            <>
              <Changes before={changes.before} after={changes.after} showing={showing} />
              <form method="post" action={restore.action} class="acts">
                <input type="hidden" name="base" value={restore.base} />
                <button class="act strong" type="submit" name="number" value={number}>
                  {say('history.restore')}
                </button>
              </form>
            </>
          )}
        </section>
      ) : (
        ''
      )}
    </DeskPage>
  )
}

function changesOf(now: Record<string, unknown>, then: Record<string, unknown>) {
  const fields = Object.keys(then).filter(field => JSON.stringify(then[field]) !== JSON.stringify(now[field]))
  const only = (values: Record<string, unknown>) =>
    Object.fromEntries(fields.map(field => [field, values[field]]))
  return { before: only(now), after: only(then) }
}
