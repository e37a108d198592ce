import type { FC } from 'hono/jsx'
import type { TableGlance } from '../../intake/glance-at-table.ts'
import type { Showing } from '../ui/showing.ts'
import { fieldName } from '../ui/told-field.ts'

/** Which column was taken for what, with the first rows. */
export const TableShown: FC<{ table: TableGlance; showing: Showing }> = ({ table, showing }) => {
  const { say } = showing
  const { columns, rows } = table
  return (
    <div>
      <h2 id="columns">{say('import.columns')}</h2>
      <section class="table" tabindex={0} aria-labelledby="columns">
        <table class="columns">
          <thead>
            <tr>
              {columns.map(({ name, field }) => (
                <th scope="col" class={field ? undefined : 'left-out'}>
                  <bdi>{name}</bdi>
                  <small>{field ? nameOf(field, showing) : say('import.column.left-out')}</small>
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
    </div>
  )
}

type Field = NonNullable<TableGlance['columns'][number]['field']>

/** What a column is taken for, as a field of an entry. */
function nameOf(field: Field, showing: Showing): string {
  const part = partOf[field] ?? field
  return fieldName(part, showing) ?? field
}

const [time, place, organisations, people, links] = ['time', 'place', 'organisations', 'people', 'links']
const partOf: Partial<Record<Field, string>> = {
  ...{ date: time, time, start: time, endDate: time, endTime: time, end: time, duration: time, allDay: time },
  ...{ timezone: time, city: place, region: place, address: place, country: place, latitude: place },
  ...{ longitude: place, coordinates: place, partners: organisations, organisations },
  ...{
    speakers: people,
    moderators: people,
    url: links,
    join: links,
    registration: links,
    livestream: links,
  },
  ...{ slides: links, programme: links, source: links, language: 'languages' },
}
