import type { FC } from 'hono/jsx'
import type { Archive, ArchiveItem, ArchiveReport } from '../../domain/archive.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Stopped } from '../../services/archive/stopped.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { ProblemWords } from '../ui/problem-words.tsx'
import { sayRefusal } from '../ui/say-refusal.ts'
import { SetbackWords } from '../ui/setback.tsx'
import type { Showing } from '../ui/showing.ts'
import { fieldName } from '../ui/told-field.ts'
import { sayDestination, sayRule } from './export-words.ts'
import { ItemRow, type LikeIt } from './item-row.tsx'
import { SettingFields } from './setting-fields.tsx'

/** Which items are shown. */
export type Shown = { to: ArchiveItem['destination']['to'] | 'failed' | null; page: number }

type Props = {
  at: AtDesk
  archive: Archive
  series: { slug: string; title: string }[]
  items: ArchiveItem[]
  counts: Record<'all' | 'edition' | 'entry' | 'post' | 'page' | 'out' | 'failed', number>
  /** Of items decided by hand: what others are like them, by their numbers. */
  alike: Map<number, LikeIt[]>
  shown: Shown
  pages: number
  pictures: { listed: number; kept: number; failed: number; files: number }
  /** Why nobody works at it although somebody should. */
  stopped: Stopped | null
  wrong?: Refusal
}

export function queryOf({ to, page }: Shown): string {
  const query = new URLSearchParams({ ...(to && { to }), ...(page > 1 && { page: String(page) }) }).toString()
  return query && `?${query}`
}

/** An export that waits for its review, is brought in, or was: per post, what it is taken for. */
export const ExportPage: FC<Props> = props => {
  const { at, archive, series, items, counts, shown, pages, pictures, stopped, wrong } = props
  const { showing } = at
  const { say, link } = showing
  const titles = new Map(series.map(({ slug, title }) => [slug, title]))
  const mayDecide = archive.state === 'review' || archive.state === 'done'
  const title = archive.head.title ?? archive.site ?? say('exports.unnamed')
  return (
    <DeskPage at={at} title={`${title} · ${say('exports.title')}`}>
      <p class="crumbs">
        <a href={link(paths.deskExports())}>{say('exports.title')}</a>
      </p>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p class="lead">
        {say(stopped ? 'exports.state.stopped' : `exports.state.${archive.state}`)}
        {archive.progress ? ` – ${say('exports.progress', { percent: percentOf(archive.progress) })}` : ''}
        {counts.all ? ` · ${say('exports.items', { count: counts.all })}` : ''}
      </p>
      {stopped ? (
        <div class="problems" role="alert">
          <p>
            {say('exports.stopped')}{' '}
            {stopped.setback ? <SetbackWords setback={stopped.setback} showing={showing} /> : ''}
          </p>
          {stopped.mayGoOn ? (
            <form method="post" action={paths.deskExportAgain(archive.id)}>
              <p>{say('exports.stopped.hint')}</p>
              <button class="act strong" type="submit">
                {say('exports.again')}
              </button>
            </form>
          ) : (
            <p>{say('exports.stopped.gone')}</p>
          )}
        </div>
      ) : (
        ''
      )}
      {archive.progress && !stopped ? (
        <progress max={archive.progress.of} value={archive.progress.done} />
      ) : (
        ''
      )}
      {wrong ? (
        <div class="problems" role="alert">
          <p>{sayRefusal(say, wrong)}</p>
        </div>
      ) : (
        ''
      )}
      {archive.problems.length ? (
        <ul class="problems">
          {archive.problems.map(problem => (
            <li>
              <ProblemWords told={problem} showing={showing} />
            </li>
          ))}
        </ul>
      ) : (
        ''
      )}
      {archive.report && archive.state === 'done' ? <Report report={archive.report} showing={showing} /> : ''}
      {archive.state === 'review' && counts.all > 0 ? (
        <form class="bring-in" method="post" action={paths.deskExportBringIn(archive.id)}>
          <p>
            {say('exports.will', {
              editions: counts.edition - counts.entry,
              posts: counts.post,
              pages: counts.page,
              out: counts.out,
            })}{' '}
            {counts.entry ? say('exports.will.entries', { count: counts.entry }) : ''}
          </p>
          <button class="act strong" type="submit">
            {say('exports.bring-in')}
          </button>
        </form>
      ) : (
        ''
      )}
      {archive.state === 'done' && pictures.listed + pictures.failed > 0 ? (
        <form class="bring-in" method="post" action={paths.deskExportPictures(archive.id)}>
          <p>{say('exports.pictures', { ...pictures })}</p>
          <button class="act" type="submit">
            {say('exports.pictures.fetch', { count: pictures.listed + pictures.failed })}
          </button>
        </form>
      ) : (
        ''
      )}
      {mayDecide && archive.state === 'review' ? (
        <details class="export-settings" open={archive.settings.series === null}>
          <summary>{say('exports.settings')}</summary>
          <form class="own-form" method="post" action={paths.deskExportSettings(archive.id)}>
            <SettingFields series={series} settings={archive.settings} showing={showing} />
            <button class="act" type="submit">
              {say('exports.settings.save')}
            </button>
          </form>
        </details>
      ) : (
        ''
      )}
      {archive.settings.rules.length ? (
        <section class="export-rules">
          <h2>{say('exports.rules')}</h2>
          <ul>
            {archive.settings.rules.map(rule => (
              <li>
                <span>
                  {sayRule(rule, showing)} → {sayDestination(rule.destination, null, titles, showing)}
                </span>{' '}
                {archive.state === 'review' ? (
                  <form method="post" action={paths.deskExportRule(archive.id, rule.id)}>
                    <button class="quiet" type="submit">
                      {say('exports.rule.drop')}
                    </button>
                  </form>
                ) : (
                  ''
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : (
        ''
      )}
      {counts.all > 0 ? (
        <nav class="views" aria-label={say('exports.which')}>
          {([null, 'edition', 'post', 'page', 'out', 'failed'] as const)
            .filter(to => to !== 'failed' || counts.failed > 0)
            .map(to => (
              <a
                href={link(paths.deskExport(archive.id, queryOf({ to, page: 1 })))}
                aria-current={shown.to === to ? 'page' : undefined}
              >
                {say(`exports.which.${to ?? 'all'}`)} <small>{counts[to ?? 'all']}</small>
              </a>
            ))}
        </nav>
      ) : (
        ''
      )}
      <ol class="export-items">
        {items.map(item => (
          <ItemRow
            archive={archive}
            item={item}
            alike={props.alike.get(item.number) ?? []}
            titles={titles}
            query={queryOf(shown)}
            showing={showing}
          />
        ))}
      </ol>
      {pages > 1 ? (
        <nav class="paging" aria-label={say('blog.paging')}>
          {shown.page > 1 ? (
            <a href={link(paths.deskExport(archive.id, queryOf({ ...shown, page: shown.page - 1 })))}>
              {say('exports.before')}
            </a>
          ) : (
            ''
          )}
          <span>{say('blog.page', { page: shown.page, pages })}</span>
          {shown.page < pages ? (
            <a href={link(paths.deskExport(archive.id, queryOf({ ...shown, page: shown.page + 1 })))}>
              {say('exports.after')}
            </a>
          ) : (
            ''
          )}
        </nav>
      ) : (
        ''
      )}
      {stopped || (archive.state !== 'reading' && archive.state !== 'bringing') ? (
        <form class="drop-export" method="post" action={paths.deskExportDropped(archive.id)}>
          <button class="quiet" type="submit">
            {say('exports.drop')}
          </button>
          <p class="hint">{say('exports.drop.hint')}</p>
        </form>
      ) : (
        ''
      )}
    </DeskPage>
  )
}

const Report: FC<{ report: ArchiveReport; showing: Showing }> = ({ report, showing }) => {
  const { say } = showing
  const { kept, ...counts } = report
  const told = Object.entries(counts).filter(([, count]) => count > 0) as [keyof typeof counts, number][]
  return (
    <section class="export-report">
      <dl class="counts">
        {told.map(([name, count]) => (
          <div>
            <dt>{say(`exports.report.${name}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {kept.length ? (
        <details>
          <summary>{say('exports.report.kept', { count: kept.length })}</summary>
          <ul>
            {kept.map(({ title, field }) => (
              <li>
                <bdi>{title}</bdi>: {fieldName(field, showing) ?? field}
              </li>
            ))}
          </ul>
        </details>
      ) : (
        ''
      )}
    </section>
  )
}

function percentOf({ done, of }: { done: number; of: number }): number {
  return of > 0 ? Math.min(100, Math.round((done / of) * 100)) : 0
}
