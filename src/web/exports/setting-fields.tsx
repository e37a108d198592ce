import type { FC } from 'hono/jsx'
import type { ArchiveSettings } from '../../domain/archive.ts'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import type { Showing } from '../ui/showing.ts'

/** The value of the choice of a series that is not there yet. */
export const newSeries = '*'

/** What holds for a whole export: the series of its round-ups, their home zone, whether readers see them at once. */
export const SettingFields: FC<{
  series: { slug: string; title: string }[]
  settings: Pick<ArchiveSettings, 'series' | 'zone' | 'publish'>
  showing: Showing
}> = ({ series, settings, showing: { say } }) => (
  <>
    <Select
      label={say('exports.series')}
      name="series"
      value={settings.series ?? ''}
      hint={say('exports.series.hint')}
      options={[
        { value: '', label: say('exports.series.none') },
        ...series.map(({ slug, title }) => ({ value: slug, label: title })),
        { value: newSeries, label: say('exports.series.new') },
      ]}
    />
    <Field
      label={say('exports.series.title')}
      name="newSeries"
      hint={say('exports.series.title.hint')}
      maxlength={200}
    />
    <Field
      label={say('exports.zone')}
      name="zone"
      value={settings.zone ?? ''}
      hint={say('exports.zone.hint')}
      maxlength={100}
    />
    <p class="field">
      <label class="box">
        <input type="checkbox" name="publish" value="yes" checked={settings.publish} />{' '}
        {say('exports.publish')}
      </label>
    </p>
  </>
)
