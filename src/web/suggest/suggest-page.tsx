import type { FC } from 'hono/jsx'
import type { Participant } from '../../domain/participant.ts'
import type { EditionListing, Programme, Series } from '../../domain/programme.ts'
import type { WayName } from '../../domain/provider.ts'
import { suggestionLimits } from '../../domain/suggestion.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { Field } from '../ui/field.tsx'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import { ProofFields } from '../ui/proof.tsx'
import type { Showing } from '../ui/showing.ts'
import { TakingPartAs } from '../ui/taking-part-as.tsx'
import type { Typed } from './typed.ts'

export type Offer = { programme: Programme }

type Props = {
  offer: Offer
  /** As it was typed, where it comes back. */
  typed: Typed
  /** Of this form: sent twice, it is one. */
  form: string
  who: Participant
  ways: WayName[]
  opened: string
  wrong: string | null
  /** Where it can be sent by mail as well. */
  mailedTo: string | null
  showing: Showing
  assets: Assets
}

/** What is missing in a programme: one field is enough. */
export const SuggestPage: FC<Props> = props => {
  const { offer, typed, form, opened, wrong, mailedTo, showing, assets } = props
  const { say, link } = showing
  const { series, edition } = offer.programme
  const page = paths.edition(series.slug, edition.slug)
  const here = paths.suggest(series.slug, edition.slug)
  const title = `\u2068${edition.title}\u2069`
  return (
    <Page
      showing={showing}
      assets={assets}
      title={`${say('suggest.name')} · ${edition.title}`}
      canonical={null}
      robots="noindex"
      here={link(here)}
      accent={series.accent}
      skip={say('writing.skip')}
      style={assets.suggest}
    >
      <div class="narrow suggest">
        <p class="crumbs">
          <a href={link(page)}>
            <bdi lang={langOf(edition.title, showing)}>{edition.title}</bdi>
          </a>
        </p>
        <h1>{say('suggest.name')}</h1>
        <p class="lead">{say('suggest.lead', { title })}</p>
        {mailedTo ? (
          <p>
            {say('suggest.by-mail')}{' '}
            <a href={`mailto:${mailedTo}`}>
              <bdi dir="ltr">{mailedTo}</bdi>
            </a>
          </p>
        ) : (
          ''
        )}
        {wrong ? (
          <p class="wrong" role="alert">
            {wrong}
          </p>
        ) : (
          ''
        )}
        <form method="post" action={link(here)} enctype="multipart/form-data">
          <input type="hidden" name="form" value={form} />
          <Given typed={typed} showing={showing} isFirst />
          <TakingPartAs showing={showing} ways={props.ways} back={link(here)} who={props.who}>
            <Field
              label={say('suggest.your-name')}
              name="name"
              value={typed.name}
              autocomplete="name"
              maxlength={suggestionLimits.line}
            />
          </TakingPartAs>
          <Field
            label={say('suggest.mail')}
            name="mail"
            type="email"
            value={typed.mail}
            autocomplete="email"
            hint={say('suggest.mail.hint')}
            maxlength={254}
          />
          <Field
            label={say('suggest.organisation')}
            name="organisation"
            value={typed.organisation}
            autocomplete="organization"
            maxlength={suggestionLimits.line}
          />
          <fieldset class="credit">
            <label>
              <input
                type="checkbox"
                name="credit"
                value="yes"
                checked={typed.credit === 'yes' || undefined}
              />{' '}
              {say('suggest.credit')}
            </label>
            <p class="hint">{say('suggest.credit.hint')}</p>
            <Field
              label={say('suggest.url')}
              name="url"
              type="text"
              value={typed.url}
              autocomplete="url"
              maxlength={500}
            />
          </fieldset>
          <div class="field">
            <label for="words">{say('suggest.words')}</label>
            <textarea id="words" name="words" rows={3} dir="auto" maxlength={suggestionLimits.words}>
              {`\n${typed.words ?? ''}`}
            </textarea>
          </div>
          <ProofFields showing={showing} assets={assets} opened={opened} />
          <p class="acts">
            <button type="submit" class="act strong">
              {say('suggest.send')}
            </button>
          </p>
        </form>
      </div>
    </Page>
  )
}

/** What is to be read: an address, some words, files. */
export const Given: FC<{ typed: Typed; showing: Showing; isFirst?: boolean }> = ({
  typed,
  showing: { say },
  isFirst,
}) => (
  <>
    <div class="field">
      <label for="text">{say('suggest.text')}</label>
      <textarea
        id="text"
        name="text"
        rows={isFirst ? 4 : 2}
        dir="auto"
        aria-describedby="text-hint"
        autofocus={isFirst || undefined}
        maxlength={suggestionLimits.text}
      >
        {`\n${typed.text ?? ''}`}
      </textarea>
      <p class="hint" id="text-hint">
        {say('suggest.text.hint')}
      </p>
    </div>
    <div class="field">
      <label for="files">{say('suggest.files')}</label>
      <input
        id="files"
        name="files"
        type="file"
        multiple
        accept=".ics,.pdf,.csv,.eml,.txt,.html,image/*"
        aria-describedby="files-hint"
      />
      {typed.files ? (
        <p class="hint">{say('suggest.files.again', { name: `\u2068${typed.files}\u2069` })}</p>
      ) : (
        ''
      )}
      <p class="hint" id="files-hint">
        {say('suggest.files.hint', {
          count: suggestionLimits.files,
          megabytes: suggestionLimits.fileBytes / 1024 / 1024,
        })}
      </p>
    </div>
  </>
)

/** Several programmes take suggestions, or none. */
export const ChoosePage: FC<{
  open: { series: Pick<Series, 'slug' | 'title'>; edition: Omit<EditionListing, 'entries' | 'recordings'> }[]
  showing: Showing
  assets: Assets
}> = ({ open, showing, assets }) => {
  const { say, link } = showing
  return (
    <Page
      showing={showing}
      assets={assets}
      title={say('suggest.name')}
      canonical={null}
      robots="noindex"
      here={link(paths.suggest())}
      skip={say('writing.skip')}
      style={assets.suggest}
    >
      <div class="narrow">
        <h1>{say('suggest.name')}</h1>
        <p class="lead">{say(open.length ? 'suggest.which' : 'refusal.suggestions-closed')}</p>
        <ul>
          {open.map(({ series, edition }) => (
            <li>
              <a href={link(paths.suggest(series.slug, edition.slug))}>
                <bdi lang={langOf(edition.title, showing)}>{edition.title}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  )
}
