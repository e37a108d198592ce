import type { FC } from 'hono/jsx'
import type { KeptImport } from '../../domain/import.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { ImportRows } from '../ui/import-rows.tsx'
import { ZoneLine } from '../ui/zone-line.tsx'

type Props = { at: AtDesk; own: OwnEdition; imports: KeptImport[]; wrong: string | null }

/** Where a file is chosen, and what came of those before. */
export const ImportsPage: FC<Props> = ({ at, own, imports, wrong }) => {
  const { showing } = at
  const { say, link } = showing
  const { series, edition } = own
  return (
    <DeskPage at={at} title={say('imports.title')} edition={own} part="sources">
      <p class="crumbs">
        <a href={link(paths.deskSources(series.slug, edition.slug))}>{say('sources.title')}</a>
      </p>
      <h1>{say('imports.title')}</h1>
      <p class="lead">{say('imports.lead')}</p>
      <form
        class="upload"
        method="post"
        action={paths.deskImports(series.slug, edition.slug)}
        enctype="multipart/form-data"
      >
        <label for="file">{say('imports.file')}</label>
        {wrong ? (
          <p class="wrong" id="file-wrong" role="alert">
            {wrong}
          </p>
        ) : (
          ''
        )}
        <input
          id="file"
          name="file"
          type="file"
          required
          aria-describedby={wrong ? 'file-wrong file-hint' : 'file-hint'}
        />
        <p class="hint" id="file-hint">
          {say('imports.file.hint')}
        </p>
        <p class="acts">
          <button class="act strong" type="submit">
            {say('imports.look')}
          </button>
        </p>
      </form>
      <section aria-labelledby="reports">
        <h2 id="reports">{say('imports.reports')}</h2>
        {imports.length ? (
          <ImportRows imports={imports} own={own} showing={showing} />
        ) : (
          <p class="empty">{say('imports.none')}</p>
        )}
      </section>
      <ZoneLine showing={showing} here={at.here} />
    </DeskPage>
  )
}
