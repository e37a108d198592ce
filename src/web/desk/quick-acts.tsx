import type { FC } from 'hono/jsx'
import type { Need } from '../../domain/desk.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Programme } from '../../domain/programme.ts'
import { paths } from '../paths.ts'
import { OfferActs } from '../ui/offer-acts.tsx'
import type { Showing } from '../ui/showing.ts'
import { SourceAnswer } from '../ui/source-answer.tsx'
import { OrganiserAnswer } from './organiser-answer.tsx'

type Props = {
  entry: Entry
  needs: Need[]
  programme: Programme
  showing: Showing
  acts: { here: string; mayPublish: boolean }
}

/** What can be said with one press, where nothing has to be looked at first. */
export const QuickActs: FC<Props> = ({ entry, needs, programme, showing, acts }) => {
  const { say } = showing
  const codes = needs.map(({ code }) => code)
  const isDraft = codes.includes('draft')
  const isClear = !codes.includes('doubt') && !codes.includes('duplicate')
  const publishes = isDraft && isClear && acts.mayPublish
  const asksForRecording =
    codes.includes('recording-not-told') && (acts.mayPublish || entry.state === 'draft')
  const isExpected = needs.some(need => need.code === 'recording-not-told' && need.isExpected)
  const { series, edition } = programme
  const answers = acts.mayPublish || entry.state === 'draft'
  return (
    <>
      {answers
        ? needs.map(need =>
            need.code === 'source-changed' || need.code === 'source-missing' ? (
              <SourceAnswer
                into={{ series: series.slug, edition: edition.slug, source: need.source.id }}
                entry={entry.id}
                asks={need.code === 'source-missing' ? 'missing' : 'changed'}
                back={acts.here}
                showing={showing}
              />
            ) : need.code === 'recording-found' || need.code === 'recording-gone' ? (
              <OfferActs offer={need.offer} into={programme} back={acts.here} showing={showing} />
            ) : need.code === 'organiser-asks' || need.code === 'organiser-changed' ? (
              <OrganiserAnswer change={need.change} into={programme} back={acts.here} showing={showing} />
            ) : (
              ''
            ),
          )
        : ''}
      {publishes || asksForRecording ? (
        <form class="quick" method="post" action={paths.deskStory(series.slug, edition.slug)}>
          <input type="hidden" name="entry" value={entry.id} />
          <input type="hidden" name="back" value={acts.here} />
          {publishes ? (
            <button class="act" type="submit" name="act" value="publish">
              {say('bulk.publish')}
            </button>
          ) : (
            ''
          )}
          {asksForRecording
            ? (['expected', 'none'] as const)
                .filter(state => state !== 'expected' || !isExpected)
                .map(state => (
                  <button class="act" type="submit" name="act" value={`recording-${state}`}>
                    {say(`bulk.recording.${state}`)}
                  </button>
                ))
            : ''}
        </form>
      ) : (
        ''
      )}
    </>
  )
}
