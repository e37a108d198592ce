import type { FC } from 'hono/jsx'
import type { Showing } from './showing.ts'

/** What the reader asked for in the address – zone, language, moment – kept in a form that leads to another one. */
export const KeptFields: FC<{ showing: Showing; except?: string[] }> = ({ showing, except = [] }) => (
  <>
    {[...new URL(showing.link('/'), 'http://here.invalid').searchParams]
      .filter(([name]) => !except.includes(name))
      .map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
  </>
)
