import { answerApart } from '../answer-apart.ts'
import type { FigureRead, FigureUnread } from './figure-read.ts'
import type { ToReadFigure } from './read-apart.ts'

/** Where in a file a figure stands. Each way of reading is brought in when it is asked for. */
answerApart(async ({ bytes, place, counts, charset }: ToReadFigure): Promise<FigureRead | FigureUnread> => {
  if (place.as === 'json') return (await import('./read-json.ts')).readFigureJson(bytes, place)
  if (place.as === 'table') return (await import('./read-cell.ts')).readFigureCell(bytes, place, charset)
  const { columns, where } = place
  const told = Object.keys(columns).length > 0 ? { columns } : {}
  return (await import('./read-table.ts')).readFigureTable(bytes, { counts, where, ...told })
})
