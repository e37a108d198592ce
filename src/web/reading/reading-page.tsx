import type { FC } from 'hono/jsx'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { FormLists } from '../ui/entry-form/form-lists.tsx'
import { ReadingSection, type SectionProps } from './reading-section.tsx'

type Props = SectionProps & { at: AtDesk; names: { organisations: string[]; tags: string[] } }

/** A reading as a page of its own. */
export const ReadingPage: FC<Props> = ({ at, names, ...section }) => {
  const { say, link } = section.showing
  const { series, edition } = section.own
  return (
    <DeskPage at={at} title={say('card.title')} edition={section.own}>
      {section.own.reading.suggestionId ? (
        <p class="crumbs">
          <a href={link(paths.deskSuggestion(section.own.reading.suggestionId))}>{say('suggestion.title')}</a>
        </p>
      ) : (
        ''
      )}
      <h1 class="quiet-title">{say('card.title')}</h1>
      <ReadingSection {...section} />
      <p class="onward">
        <a href={link(paths.deskEdition(series.slug, edition.slug))}>{say('card.back')}</a>{' '}
        <a href={link(paths.deskReadings(series.slug, edition.slug))}>{say('card.others')}</a>
      </p>
      <FormLists showing={section.showing} organisations={names.organisations} tags={names.tags} />
    </DeskPage>
  )
}
