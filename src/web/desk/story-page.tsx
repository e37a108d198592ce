import type { FC } from 'hono/jsx'
import { countNeeds, type DeskItem } from '../../domain/desk.ts'
import { type Entry, entryStates } from '../../domain/entry.ts'
import { kinds } from '../../domain/finding.ts'
import type { Programme } from '../../domain/programme.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskKeys } from '../ui/desk-keys.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import type { Showing } from '../ui/showing.ts'
import type { Key } from '../words.ts'
import { BulkForm } from './bulk-form.tsx'
import { queryOf, type StoryFilter } from './story-filter.ts'
import { StoryRow } from './story-row.tsx'

/** A form that was refused: what was chosen and typed, and what is wrong with it. */
export type Refused = {
  fields: Record<string, string>
  chosen: string[]
  wrong:
    | 'none-chosen'
    | 'no-act'
    | 'no-tag'
    | 'no-organisation'
    | 'no-recording'
    | 'no-whole'
    | 'gather-few'
    | 'gather-other'
}

type Props = {
  at: AtDesk
  programme: Programme
  shown: Entry[]
  items: DeskItem[]
  filter: StoryFilter
  mayPublish: boolean
  typed: Refused | undefined
}

export const StoryPage: FC<Props> = ({ at, programme, shown, items, filter, mayPublish, typed }) => {
  const { showing } = at
  const { say, link } = showing
  const { series, edition, entries } = programme
  const path = paths.deskStory(series.slug, edition.slug)
  const needs = new Map(items.flatMap(item => (item.entry ? [[item.entry.id, item] as const] : [])))
  const withdrawn = entries.filter(({ state }) => state === 'withdrawn').length
  const chosen = new Set(typed?.chosen)
  return (
    <DeskPage at={at} title={say('desk.story')} edition={programme} part="story">
      <h1>{say('desk.story')}</h1>
      <Filter path={path} filter={filter} items={items} showing={showing} />
      <form class="story" method="post" action={link(path + queryOf(filter))} id="story">
        {/* Enter in a field would press the first button, which moves an entry. */}
        <button type="submit" disabled hidden />
        <p class="hint" data-renewed="count">
          {say('story.shown', { count: shown.length })}
          {filter.state === null && withdrawn ? (
            <>
              {' '}
              <a href={link(`${path}?state=withdrawn`)}>{say('story.withdrawn', { count: withdrawn })}</a>
            </>
          ) : (
            ''
          )}
        </p>
        {typed ? (
          <p class="wrong" role="alert">
            {say(`story.${typed.wrong}`)}
          </p>
        ) : (
          ''
        )}
        <ol class="rows" data-keys data-renewed="rows" aria-label={say('desk.story')}>
          {shown.map((entry, place) => (
            <StoryRow
              entry={entry}
              item={needs.get(entry.id) ?? null}
              programme={programme}
              showing={showing}
              here={at.here}
              isChosen={chosen.has(entry.id)}
              behind={before(entries, entry)}
              upAfter={place === 0 ? null : before(entries, shown[place - 1]!)}
              downAfter={shown[place + 1]?.id ?? null}
              mayMove={mayPublish || entry.state === 'draft'}
            />
          ))}
        </ol>
        {shown.length ? (
          <BulkForm
            entries={entries}
            showing={showing}
            mayPublish={mayPublish}
            fields={typed?.fields ?? {}}
            isOpen={typed !== undefined && typed.wrong !== 'none-chosen'}
          />
        ) : (
          <p class="empty">{say(entries.length ? 'story.none' : 'desk.empty-edition')}</p>
        )}
      </form>
      <p
        class="announce"
        aria-live="polite"
        data-words={say('story.moved', { title: '{title}', place: '{place}', count: '{count}' })}
      />
      <DeskKeys showing={showing} of="story" />
    </DeskPage>
  )
}

/** Behind which entry something stands that stands right before this one. */
function before(entries: Entry[], entry: Entry): string {
  return entries[entries.indexOf(entry) - 1]?.id ?? 'first'
}

const Filter: FC<{ path: string; filter: StoryFilter; items: DeskItem[]; showing: Showing }> = ({
  path,
  filter,
  items,
  showing,
}) => {
  const { say, link } = showing
  const kept = new URL(link(path), 'http://here.invalid').searchParams
  const choices: { name: 'state' | 'kind' | 'need'; none: Key; all: [string, string][] }[] = [
    { name: 'state', none: 'story.any-state', all: entryStates.map(each => [each, say(`state.${each}`)]) },
    { name: 'kind', none: 'story.any-kind', all: kinds.map(each => [each, say(`kind.${each}`)]) },
    {
      name: 'need',
      none: 'story.any-need',
      all: countNeeds(items).map(({ code, count }) => [code, `${say(`needs.${code}`)} (${count})`]),
    },
  ]
  return (
    <search>
      <form class="filter" method="get" action={path}>
        {[...kept].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="by-words">
          <label for="q">{say('story.words')}</label>
          <input id="q" name="q" type="search" value={filter.q} autocomplete="off" />
        </div>
        {choices.map(({ name, none, all }) => (
          <div>
            <label for={`by-${name}`}>{say(`story.by-${name}`)}</label>
            <select id={`by-${name}`} name={name}>
              <option value="">{say(none)}</option>
              {all.map(([value, words]) => (
                <option value={value} selected={filter[name] === value}>
                  {words}
                </option>
              ))}
            </select>
          </div>
        ))}
        <button class="act" type="submit">
          {say('story.filter')}
        </button>
        {queryOf(filter) ? <a href={link(path)}>{say('story.everything')}</a> : ''}
      </form>
    </search>
  )
}
