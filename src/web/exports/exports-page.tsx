import type { FC } from 'hono/jsx'
import type { Archive } from '../../domain/archive.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { sayMoment } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { sayRefusal } from '../ui/say-refusal.ts'
import { SettingFields } from './setting-fields.tsx'

type Props = {
  at: AtDesk
  archives: Archive[]
  series: { slug: string; title: string }[]
  wrong?: Refusal
}

/** Exports of older blogs: where one is handed in, and those that were. */
export const ExportsPage: FC<Props> = ({ at, archives, series, wrong }) => {
  const { showing } = at
  const { say, link } = showing
  return (
    <DeskPage at={at} title={say('exports.title')}>
      <h1>{say('exports.title')}</h1>
      <p class="lead">{say('exports.lead')}</p>
      <export-upload
        data-sending={say('exports.sending', { percent: '{percent}' })}
        data-failed={say('exports.failed')}
      >
        <form class="own-form" method="post" action={paths.deskExports()} enctype="multipart/form-data">
          {wrong ? (
            <div class="problems" role="alert">
              <p>{sayRefusal(say, wrong)}</p>
            </div>
          ) : (
            ''
          )}
          <SettingFields
            series={series}
            settings={{
              series: series.length === 1 ? series[0]!.slug : null,
              zone: showing.zoneChosen ? showing.zone : null,
              publish: true,
            }}
            showing={showing}
          />
          <div class="field">
            <label for="file">{say('exports.files')}</label>
            <input
              id="file"
              type="file"
              name="file"
              multiple
              required
              accept=".xml,.gz,text/xml,application/xml,application/gzip"
              aria-describedby="file-hint"
            />
            <p class="hint" id="file-hint">
              {say('exports.files.hint')}
            </p>
          </div>
          <p class="acts">
            <button class="act strong" type="submit">
              {say('exports.read')}
            </button>
          </p>
          <p class="progress" role="status" hidden>
            <progress max={100} value={0} /> <span />
          </p>
        </form>
      </export-upload>
      {archives.length ? (
        <section>
          <h2>{say('exports.earlier')}</h2>
          <ul class="plain-list">
            {archives.map(archive => (
              <li>
                <a href={link(paths.deskExport(archive.id))}>
                  <bdi>{archive.head.title ?? archive.site ?? say('exports.unnamed')}</bdi>
                </a>{' '}
                <span class="hint">
                  {say(`exports.state.${archive.state}`)} ·{' '}
                  {sayMoment(archive.createdAt, showing.zone, showing.locale)} · <bdi>{archive.by}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        ''
      )}
    </DeskPage>
  )
}
