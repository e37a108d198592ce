import type { FC } from 'hono/jsx'
import type { Reckoning } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import type { ProgrammePart, pageOfProgramme } from '../../domain/programme-page.ts'
import type { View } from '../paths.ts'
import { Paging } from '../ui/paging.tsx'
import type { Showing } from '../ui/showing.ts'
import { AsTold } from './as-told.tsx'
import { ByDay } from './by-day.tsx'
import { ByTime } from './by-time.tsx'
import { Parts } from './parts.tsx'

/** The entries of a page, in the order of its view. */
export const ListPiece: FC<{
  part: Programme
  paged: ReturnType<typeof pageOfProgramme>
  view: View
  pathOf: (part: Partial<ProgrammePart>) => string
  showing: Showing
  reckoning: Reckoning
}> = ({ part, paged, view, pathOf, ...rest }) => {
  const { showing } = rest
  const isFirst = paged.page === 1 && paged.day === null
  return (
    <div data-found="list">
      <Parts
        paged={paged}
        pathOf={asked => showing.link(pathOf(asked))}
        year={part.edition.startsOn.slice(0, 4)}
        showing={showing}
      />
      {view === 'told' ? (
        <AsTold programme={part} {...rest} />
      ) : view === 'days' || !isFirst ? (
        <ByDay programme={part} {...rest} />
      ) : (
        <ByTime programme={part} {...rest} />
      )}
      <Paging
        page={paged.page}
        pages={paged.pages}
        pathOf={page => showing.link(pathOf({ day: paged.day, page }))}
        showing={showing}
      />
    </div>
  )
}
