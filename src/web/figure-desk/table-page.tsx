import type { FC } from 'hono/jsx'
import type { Figure } from '../../domain/figure.ts'
import type { FigureReadError } from '../../domain/figure-watch.ts'
import type { FigureRead } from '../../intake/figure/figure-read.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { LineChoice, LookAct, SourceChoice } from './belongs.tsx'
import type { Typed } from './figure-form.ts'
import { PageBelow } from './page-below.tsx'
import { ColumnFields, ReadPoints } from './preview.tsx'
import { sayUnread } from './say.ts'

type Props = {
  at: AtDesk
  figure: Figure
  typed: Typed
  /** What was understood, and what would come of it. */
  looked: { read: FigureRead; counts: { added: number; corrected: number; same: number } } | null
  wrong: FigureReadError | null
  today: string
}

/** A table that is pasted or uploaded: looked at first, and taken when it is right. */
export const TablePage: FC<Props> = ({ at, figure, typed, looked, wrong, today }) => {
  const { showing } = at
  const { say } = showing
  return (
    <PageBelow
      at={at}
      figure={figure}
      title={say('figures.table')}
      lead={say('figures.table.lead')}
      wrong={wrong && sayUnread(wrong, showing, '')}
    >
      <form
        class="entry-form own-form"
        method="post"
        enctype="multipart/form-data"
        action={paths.deskFigureTable(figure.slug)}
      >
        {looked ? (
          <section class="looked">
            <ReadPoints read={looked.read} today={today} showing={showing} />
            <p>{say('figures.table.counts', looked.counts)}</p>
            {looked.read.points.length ? (
              <p class="acts">
                <button class="act strong" type="submit" name="do" value="take">
                  {say('figures.take')}
                </button>
              </p>
            ) : (
              ''
            )}
          </section>
        ) : (
          ''
        )}
        <LineChoice figure={figure} typed={typed} showing={showing} />
        <SourceChoice figure={figure} typed={typed} showing={showing} />
        {looked?.read.table ? <ColumnFields {...looked.read.table} showing={showing} /> : ''}
        <div class="field">
          <label for="table">{say('figures.table.paste')}</label>
          <textarea id="table" name="table" rows={10} dir="auto" spellcheck={false}>
            {typed.table ?? ''}
          </textarea>
        </div>
        <div class="field">
          <label for="file">{say('figures.table.file')}</label>
          <input id="file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" />
        </div>
        <LookAct again={looked !== null} showing={showing} />
      </form>
    </PageBelow>
  )
}
