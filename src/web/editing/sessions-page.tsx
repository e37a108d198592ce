import type { FC } from 'hono/jsx'
import type { Content } from '../../domain/content.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEntry } from '../middleware/own-entry.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { sayDoubt } from '../ui/entry-words.ts'
import { KeepTyping } from '../ui/keep-typing.tsx'
import { ProblemWords } from '../ui/problem-words.tsx'
import type { Showing } from '../ui/showing.ts'
import { sayEventTime } from '../ui/told-time.ts'
import type { Key, Values } from '../words.ts'
import type { SessionsRead } from './read-sessions.ts'

type Props = {
  at: AtDesk
  own: OwnEntry
  text: string
  /** What was read of the text, and which of it is there already. */
  read: (SessionsRead & { isThere: boolean[] }) | null
  wrong: { key: Key; values?: Values } | null
}

/** A table, a calendar or lines of text become the sessions of an event, after one has looked at them. */
export const SessionsPage: FC<Props> = ({ at, own, text, read, wrong }) => {
  const { showing } = at
  const { say, link } = showing
  const { entry } = own.row
  return (
    <DeskPage at={at} title={say('session.paste')} edition={own}>
      <p class="crumbs">
        <a href={link(paths.deskEntry(entry.id))}>
          <bdi>{entry.title}</bdi>
        </a>
      </p>
      <h1>{say('session.paste')}</h1>
      <form
        class="edit"
        method="post"
        action={paths.deskSessions(entry.id)}
        enctype="multipart/form-data"
        novalidate
      >
        {read ? '' : <KeepTyping showing={showing} name={`sessions ${entry.id}`} who={at.curator.id} />}
        <div class="field">
          <label for="text">{say('session.text')}</label>
          <p class="hint" id="text-hint">
            {say('session.text.hint')}
          </p>
          {wrong ? (
            <p class="wrong" id="text-wrong">
              {say(wrong.key, wrong.values)}
            </p>
          ) : (
            ''
          )}
          <textarea
            id="text"
            name="text"
            rows={10}
            dir="auto"
            aria-describedby={wrong ? 'text-hint text-wrong' : 'text-hint'}
            aria-invalid={wrong ? 'true' : undefined}
          >
            {`\n${text}`}
          </textarea>
        </div>
        <div class="field">
          <label for="file">{say('session.file')}</label>
          <input id="file" name="file" type="file" accept=".txt,.csv,.tsv,.ics,.json,.md,.html,text/*" />
        </div>
        <p class="acts">
          <button class={read ? 'act' : 'act strong'} type="submit" name="do" value="read">
            {say(read ? 'session.read-again' : 'session.read')}
          </button>
        </p>
        {read ? <Preview read={read} showing={showing} /> : ''}
      </form>
    </DeskPage>
  )
}

const Preview: FC<{ read: NonNullable<Props['read']>; showing: Showing }> = ({ read, showing }) => {
  const { say } = showing
  const { contents, isThere, problems, more } = read
  return (
    <section class="preview-rows" id="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{say('session.found', { count: contents.length })}</h2>
      {contents.length ? (
        <div class="wide-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{say('session.take')}</th>
                <th scope="col">{say('form.when')}</th>
                <th scope="col">{say('form.title')}</th>
                <th scope="col">{say('form.people')}</th>
              </tr>
            </thead>
            <tbody>
              {contents.map((content, at) => (
                <PreviewRow content={content} number={at} isThere={isThere[at]!} showing={showing} />
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        ''
      )}
      {more > 0 ? <p class="wrong">{say('session.more', { count: more })}</p> : ''}
      {problems.length ? (
        <details class="problems">
          <summary>{say('session.problems', { count: problems.length })}</summary>
          <ul>
            {problems.map(problem => (
              <li>
                <ProblemWords told={problem} showing={showing} />
              </li>
            ))}
          </ul>
        </details>
      ) : (
        ''
      )}
      {contents.length ? (
        <p class="acts">
          <button class="act strong" type="submit" name="do" value="add">
            {say('session.add-all')}
          </button>
        </p>
      ) : (
        ''
      )}
    </section>
  )
}

const PreviewRow: FC<{ content: Content; number: number; isThere: boolean; showing: Showing }> = props => {
  const { content, number, isThere, showing } = props
  const { say } = showing
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          id={`use-${number}`}
          name={`use.${number}`}
          value="on"
          checked={!isThere || undefined}
          aria-labelledby={`title-${number}`}
        />
      </td>
      <td>{sayEventTime(content.time, showing)}</td>
      <td>
        <label for={`use-${number}`} id={`title-${number}`}>
          <bdi>{content.title}</bdi>
        </label>
        {isThere ? <p class="hint">{say('session.there')}</p> : ''}
        {content.doubts.map(doubt => (
          <p class="hint">{sayDoubt(doubt, { time: content.time }, showing)}</p>
        ))}
      </td>
      <td>
        <bdi>{content.people.map(({ name }) => name).join(', ')}</bdi>
      </td>
    </tr>
  )
}
