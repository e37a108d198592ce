import type { FC } from 'hono/jsx'
import type { OwnDomain } from '../../storage/organisation-domains.ts'
import { paths } from '../paths.ts'
import { Field } from '../ui/field.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = { id: string; domains: OwnDomain[]; typed: string; wrong: string | null; showing: Showing }

/** From where mails speak for an organisation, and where that is said or denied. */
export const Domains: FC<Props> = ({ id, domains, typed, wrong, showing: { say } }) => (
  <section aria-labelledby="domains">
    <h2 id="domains">{say('organisation.domains')}</h2>
    <p class="hint">{say('organisation.domains.hint')}</p>
    <ul class="own-editions">
      {domains.map(({ domain, state }) => (
        <li>
          <bdi dir="ltr">{domain}</bdi>
          <span class="hint">{say(`organisation.domain.${state}`)}</span>
          <form method="post" action={paths.deskDomains(id)} class="inline">
            <input type="hidden" name="domain" value={domain} />
            {state === 'confirmed' ? '' : <Choice say={say} state="confirm" domain={domain} />}
            {state === 'refused' ? '' : <Choice say={say} state="refuse" domain={domain} />}
          </form>
        </li>
      ))}
    </ul>
    <form class="entry-form own-form" method="post" action={paths.deskDomains(id)}>
      <Field
        label={say('organisation.domain.add')}
        name="domain"
        value={typed}
        wrong={wrong}
        maxlength={253}
      />
      <p class="acts">
        <button class="act" type="submit" name="say" value="confirm">
          {say('organisation.domain.confirm')}
        </button>
      </p>
    </form>
  </section>
)

const Choice: FC<{ say: Showing['say']; state: 'confirm' | 'refuse'; domain: string }> = ({
  say,
  state,
  domain,
}) => (
  <button
    class="quiet"
    type="submit"
    name="say"
    value={state}
    aria-label={`${say(`organisation.domain.${state}`)}: ${domain}`}
  >
    {say(`organisation.domain.${state}`)}
  </button>
)
