import type { FC } from 'hono/jsx'
import type { Content } from '../../domain/content.ts'
import { plainText } from '../../intake/plain-text.ts'
import { paths } from '../paths.ts'
import { DoubtFields } from '../ui/entry-form/doubt-fields.tsx'
import type { FormContext, FormState } from '../ui/entry-form/form-state.ts'
import { EntryForm } from '../ui/entry-form.tsx'
import { KeepTyping } from '../ui/keep-typing.tsx'
import { langOf } from '../ui/lang-of.ts'
import type { Showing } from '../ui/showing.ts'
import { DuplicateRows } from './duplicate-rows.tsx'
import { type Found, isClear } from './found.ts'
import type { OwnReading } from './own-reading.ts'
import { SessionRows } from './session-rows.tsx'
import { SettledCard } from './settled.tsx'
import { Origin, Told } from './told.tsx'

export type CardProps = {
  own: OwnReading
  found: Found
  state: FormState
  undo: number | null
  context: FormContext
  showing: Showing
}

/** One finding: what readers will see, what is in doubt, what it may be already, and what to do with it. */
export const Card: FC<CardProps> = props => {
  const { own, found, state, context, showing } = props
  const { reading, mayPublish } = own
  const { say } = showing
  const { finding, content, number } = found
  if (found.settled) return <SettledCard own={own} found={found} undo={props.undo} showing={showing} />
  const prefix = prefixOf(reading.id, number)
  const view = { state, showing, context, prefix, beside: undefined }
  const isByHand = finding === null
  const isTyped = state.problems.length > 0 || state.typed.has('act')
  const typedTitle = content.title || say('card.untitled')
  return (
    <form class="card" method="post" action={paths.deskReadingEntries(reading.id)} novalidate>
      <button type="submit" name="state" value={mayPublish ? 'published' : 'draft'} hidden />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="read" value={reading.readAt ?? ''} />
      <KeepTyping
        showing={showing}
        name={typingName(reading.id, number)}
        who={own.curator.id}
        isGivenBack={isTyped}
      />
      {isByHand ? (
        <Around
          words={reading.form === 'text' ? plainText(reading.input) : undefined}
          isOpen
          showing={showing}
        />
      ) : (
        <>
          <p class="kind">
            {say(`kind.${content.kind}`)} <Origin finding={finding} field="title" showing={showing} />
          </p>
          <h2 class="title">
            <bdi lang={langOf(typedTitle, showing)}>{typedTitle}</bdi>
          </h2>
          <Told content={content} finding={finding} homeZone={context.homeZone} showing={showing} />
          <SessionRows finding={finding} homeZone={context.homeZone} showing={showing} />
          <Around words={finding.note} showing={showing} />
        </>
      )}
      {found.isFar ? <p class="ask far">{say('card.far')}</p> : ''}
      <DuplicateRows own={own} found={found} showing={showing} />
      {state.doubts.length ? (
        <div class="entry-form in-doubt">
          <DoubtFields view={view} />
        </div>
      ) : (
        ''
      )}
      <details class="change" open={isByHand || isTyped || undefined}>
        <summary>{say(isByHand ? 'card.by-hand' : 'card.change')}</summary>
        <EntryForm
          state={state}
          context={context}
          showing={showing}
          prefix={prefix}
          compact
          withoutDoubts
          beside={field => <Origin finding={finding} field={originOf(field)} showing={showing} />}
        />
      </details>
      <Buttons own={own} isClear={isClear(found)} showing={showing} />
    </form>
  )
}

/** By which name a browser keeps what was typed into a card. */
export function typingName(id: string, number: number): string {
  return `reading ${id} ${number}`
}

/** Names and ids of one card: several may stand on one page. */
export function prefixOf(id: string, number: number): string {
  return `c${id.slice(-12)}-${number}-`
}

const Buttons: FC<{ own: OwnReading; isClear: boolean; showing: Showing }> = ({ own, isClear, showing }) => {
  const { say } = showing
  const { mayPublish, reading } = own
  return (
    <p class="acts">
      {mayPublish ? (
        <button
          class={isClear ? 'act strong' : 'act'}
          type="submit"
          name="state"
          value="published"
          data-act="publish"
        >
          {say('card.publish')}
        </button>
      ) : (
        ''
      )}
      <button class={mayPublish ? 'act' : 'act strong'} type="submit" name="state" value="draft">
        {say('card.draft')}
      </button>
      <button class="quiet" type="submit" formaction={paths.deskReadingDrops(reading.id)}>
        {say('card.drop')}
      </button>
    </p>
  )
}

/** What stood around it in a mail or a post: read, and not taken over. */
const Around: FC<{ words: string | undefined; isOpen?: boolean; showing: Showing }> = ({
  words,
  isOpen,
  showing,
}) =>
  words ? (
    <details class="around" open={isOpen || undefined}>
      <summary>{showing.say('card.around')}</summary>
      <blockquote dir="auto">{words.slice(0, 3000)}</blockquote>
    </details>
  ) : null

/** By which name a finding tells a field of the content. */
function originOf(field: keyof Content): string {
  return field === 'time' ? 'start' : field
}
