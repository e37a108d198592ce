import type { FC } from 'hono/jsx'
import type { OrganiserRule } from '../../domain/organiser.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { OrganisationFields } from '../../services/edit-organisation.ts'
import type { OwnDomain } from '../../storage/organisation-domains.ts'
import type { EntryOfOrganisation, Organisation } from '../../storage/organisations.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { Changes } from '../ui/changes.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { Field } from '../ui/field.tsx'
import { sayRefusal } from '../ui/say-refusal.ts'
import type { Showing } from '../ui/showing.ts'
import { Domains } from './domains.tsx'
import { OrganiserRuleForm } from './organiser-rule.tsx'

type Props = {
  domains: OwnDomain[]
  typedDomain?: string
  rule: OrganiserRule | null
  at: AtDesk
  organisation: Organisation
  aliases: Organisation[]
  entries: EntryOfOrganisation[]
  /** There are more entries than are shown. */
  hasMore: boolean
  typed: { name: string; url: string }
  /** What was there when the form was opened. */
  opened: OrganisationFields
  wrong?: { field: 'name' | 'url' | 'with' | 'domain'; refusal: Refusal }
  /** What somebody else wrote meanwhile. */
  theirs?: Partial<OrganisationFields>
  mayEdit: boolean
}

/** One organisation: its names, its address, what it takes part in. */
export const OrganisationPage: FC<Props> = props => {
  const { at, organisation, aliases, entries, hasMore, typed, opened, wrong, theirs, mayEdit } = props
  const { showing } = at
  const { say, link } = showing
  const { id, name } = organisation
  const { domains, typedDomain = '' } = props
  const wrongIn = (field: string) => (wrong?.field === field ? sayRefusal(say, wrong.refusal) : null)
  return (
    <DeskPage at={at} title={name}>
      <p class="crumbs">
        <a href={link(paths.deskOrganisations())}>{say('desk.organisations')}</a>
      </p>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      {mayEdit ? (
        <form class="entry-form own-form" method="post" action={paths.deskOrganisation(id)} novalidate>
          <p class="hint">{say('organisation.everywhere')}</p>
          <input type="hidden" name="opened.name" value={opened.name} />
          <input type="hidden" name="opened.url" value={opened.url ?? ''} />
          {theirs ? (
            <div class="theirs" role="alert">
              <p>{say('conflict.theirs', { who: say('conflict.somebody') })}</p>
              <Changes
                before={{ title: typed.name, url: typed.url }}
                after={theirsAsFields(theirs)}
                showing={showing}
              />
            </div>
          ) : (
            ''
          )}
          <Field
            label={say('author.name')}
            name="name"
            value={typed.name}
            wrong={wrongIn('name')}
            maxlength={300}
          />
          {wrong?.refusal.key === 'organisation-taken' ? (
            <p>
              <a href={link(paths.deskMerging(id, String(wrong.refusal.values.id)))}>
                {say('organisations.merge')}
              </a>
            </p>
          ) : (
            ''
          )}
          <Field
            label={say('organisation.url')}
            name="url"
            value={typed.url}
            wrong={wrongIn('url')}
            maxlength={1000}
          />
          <p class="acts">
            <button class="act strong" type="submit">
              {say(theirs ? 'edition-form.save-mine' : 'edition-form.save')}
            </button>
          </p>
        </form>
      ) : (
        <p class="hint">{say('organisation.not-yours')}</p>
      )}
      {aliases.length ? <Aliases aliases={aliases} mayEdit={mayEdit} showing={showing} /> : ''}
      {mayEdit ? (
        <section aria-labelledby="merge">
          <h2 id="merge">{say('organisation.merge')}</h2>
          <form class="entry-form own-form" method="get" action={paths.deskMerging(id)}>
            <Field
              label={say('organisation.merge.with')}
              name="named"
              hint={say('organisation.merge.hint')}
              wrong={wrongIn('with')}
              maxlength={300}
            />
            <p class="acts">
              <button class="act" type="submit">
                {say('organisation.merge.look')}
              </button>
            </p>
          </form>
        </section>
      ) : (
        ''
      )}
      {mayEdit ? (
        <>
          <Domains
            id={id}
            domains={domains}
            typed={typedDomain}
            wrong={wrongIn('domain')}
            showing={showing}
          />
          <OrganiserRuleForm id={id} rule={props.rule} showing={showing} />
        </>
      ) : (
        ''
      )}
      <h2>{say('organisation.entries')}</h2>
      {entries.length === 0 ? <p>{say('organisation.no-entries')}</p> : ''}
      <ul class="own-editions">
        {entries.map(entry => (
          <li>
            <a href={link(paths.deskEntry(entry.id))}>
              <bdi>{entry.title}</bdi>
            </a>
            <span class="hint">
              <bdi>{entry.edition.title}</bdi>
              {entry.state === 'published' ? '' : ` · ${say(`told.state.${entry.state as 'draft'}`)}`}
            </span>
          </li>
        ))}
      </ul>
      {hasMore ? <p class="hint">{say('organisation.more-entries')}</p> : ''}
    </DeskPage>
  )
}

const Aliases: FC<{ aliases: Organisation[]; mayEdit: boolean; showing: Showing }> = ({
  aliases,
  mayEdit,
  showing: { say },
}) => (
  <section aria-labelledby="aliases">
    <h2 id="aliases">{say('organisation.aliases')}</h2>
    <ul class="own-editions">
      {aliases.map(({ id, name }) => (
        <li>
          <bdi>{name}</bdi>
          {mayEdit ? (
            <form method="post" action={paths.deskParting(id)} class="inline">
              <button class="quiet" type="submit" aria-label={say('organisation.part-one', { name })}>
                {say('organisation.part')}
              </button>
            </form>
          ) : (
            ''
          )}
        </li>
      ))}
    </ul>
  </section>
)

/** As fields that have words: a name is shown as a title is. */
function theirsAsFields({ name, url }: Partial<OrganisationFields>): Record<string, unknown> {
  return { ...(name !== undefined && { title: name }), ...(url !== undefined && { url }) }
}
