import type { FC } from 'hono/jsx'
import type { TableGlance } from '../../intake/glance-at-table.ts'
import type { Showing } from '../ui/showing.ts'
import { fieldName } from '../ui/told-field.ts'
import type { Key } from '../words.ts'

/** What the field is called that says what a column holds, before its name. */
export const ofColumn = 'column.'

type Props = { table: TableGlance; here: string; as: string | null; showing: Showing }

/** Which column was taken for what, with the first rows; whoever knows better says so, and looks again. */
export const TableShown: FC<Props> = ({ table, here, as, showing }) => {
  const { say } = showing
  const { columns, rows } = table
  return (
    <form method="get" action={here}>
      <h2 id="columns">{say('import.columns')}</h2>
      {as ? <input type="hidden" name="as" value={as} /> : ''}
      <section class="table" tabindex={0} aria-labelledby="columns">
        <table class="columns">
          <thead>
            <tr>
              {columns.map(({ key, name, field }) => (
                <th scope="col" class={field ? undefined : 'left-out'}>
                  <bdi>{name}</bdi>
                  {key ? (
                    <select name={ofColumn + key} aria-label={say('import.column.holds', { name })}>
                      {offered(field).map(each => (
                        <option value={each} selected={each === (field ?? '')}>
                          {each ? nameOf(each, showing) : say('import.column.left-out')}
                        </option>
                      ))}
                    </select>
                  ) : (
                    ''
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr>
                {row.map((cell, index) => (
                  <td class={columns[index]!.field ? undefined : 'left-out'}>
                    <bdi>{cell}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{say('import.columns.hint')}</p>
      <p class="acts">
        <button class="act" type="submit">
          {say('import.columns.again')}
        </button>
      </p>
    </form>
  )
}

type Field = NonNullable<TableGlance['columns'][number]['field']>

/** What a column may be said to hold: the rest is known by its name or not at all. */
function offered(field: Field | null): (Field | '')[] {
  return ['', ...usual, ...(field && !usual.includes(field) ? [field] : [])]
}

const usual: Field[] = [
  ...(['title', 'date', 'time', 'start', 'endDate', 'endTime', 'end', 'duration', 'timezone'] as const),
  ...(['place', 'attendance', 'organisations', 'speakers', 'summary', 'note', 'kind', 'tags'] as const),
  ...(['url', 'join', 'registration', 'livestream', 'recording', 'slides', 'programme'] as const),
  ...(['language', 'interpretation', 'captions', 'signLanguages', 'status', 'image'] as const),
]

/** What a column is taken for, in words. */
function nameOf(field: Field, showing: Showing): string {
  const { say } = showing
  const key = keyOf[field]
  return (key ? say(key) : fieldName(partOf[field] ?? field, showing)) ?? field
}

const keyOf: Partial<Record<Field, Key>> = {
  ...{ date: 'part.day', endDate: 'part.endsOn', time: 'import.column.time', start: 'import.column.start' },
  ...{ endTime: 'import.column.endTime', end: 'import.column.end', duration: 'import.column.duration' },
  ...{ timezone: 'import.column.timezone', url: 'link.source', join: 'link.join', slides: 'link.slides' },
  ...{ registration: 'link.registration', livestream: 'link.livestream', programme: 'link.programme' },
}

const [place, organisations, people, links] = ['place', 'organisations', 'people', 'links']
const partOf: Partial<Record<Field, string>> = {
  ...{ city: place, region: place, address: place, country: place, latitude: place, longitude: place },
  ...{ coordinates: place, partners: organisations, organisations, speakers: people, moderators: people },
  ...{ source: links, language: 'languages', allDay: 'time' },
}
