import type { Programme } from '../../domain/programme.ts'
import type { View } from '../paths.ts'

/** How a programme is shown to who has chosen no view: by time, where it tells any; else as the curator told it. */
export function ownViewOf({ entries }: Programme): View {
  const tellsTime = entries.some(
    ({ time, sessions }) =>
      time.precision === 'moment' || sessions.some(session => session.time.precision === 'moment'),
  )
  return tellsTime || entries.length === 0 ? 'time' : 'told'
}
