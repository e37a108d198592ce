import type { FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { Field } from '../ui/field.tsx'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'
import type { Offer } from './what-there-is.ts'

type Props = {
  offer: Offer
  showing: Showing
  assets: Assets
  baseUrl: string
  hasMail: boolean
  /** By which push services know the site; null where nothing can be kept. */
  pushKey: string | null
  /** As it was typed, and why it will not do. */
  typed?: { address: string; chosen: string[]; wrong: string } | undefined
}

/** Asks to be told of something: what, and by which way. */
export const NoticesPage: FC<Props> = ({ offer, showing, assets, baseUrl, hasMail, pushKey, typed }) => {
  const { say, link } = showing
  const title = offer.title ?? say('plan.name')
  const isChosen = (name: string, usual: boolean) => (typed ? typed.chosen.includes(name) : usual)
  return (
    <Page
      showing={showing}
      assets={assets}
      title={`${say('tell.name')} · ${title}`}
      canonical={offer.title === null ? null : baseUrl + offer.path}
      robots="noindex"
      here={link(offer.path)}
      own={offer.title === null}
      skip={say('writing.skip')}
      style={assets.you}
      script={assets.notices}
    >
      <div class="narrow you">
        <p class="crumbs">
          <a href={link(offer.page)}>
            <bdi lang={langOf(title, showing)}>{title}</bdi>
          </a>
        </p>
        <h1>{say('tell.name')}</h1>
        {typed ? (
          <p class="wrong" role="alert">
            {typed.wrong}
          </p>
        ) : (
          ''
        )}
        <form class="telling" method="post" action={link(offer.path)} data-push={pushKey ?? undefined}>
          <input type="hidden" name="zone" value="" />
          <fieldset>
            <legend>{say('tell.what')}</legend>
            {offer.choices.map(({ name, label, usual }) => (
              <label>
                <input type="checkbox" name="want" value={name} checked={isChosen(name, usual)} />{' '}
                {say(label)}
              </label>
            ))}
          </fieldset>
          {hasMail ? (
            <div>
              <Field
                label={say('field.email')}
                name="address"
                type="email"
                autocomplete="email"
                value={typed?.address}
                hint={say('tell.mail.hint')}
                maxlength={254}
              />
              <button type="submit" class="act strong">
                {say('tell.mail')}
              </button>
            </div>
          ) : (
            <p class="hint">{say('tell.no-mail')}</p>
          )}
          {pushKey ? (
            <div class="by-push" hidden>
              <p class="wrong" role="alert" hidden>
                {say('tell.push.refused')}
              </p>
              <p class="hint">{say('tell.push.hint')}</p>
              <button type="button" class="act">
                {say('tell.push')}
              </button>
            </div>
          ) : (
            ''
          )}
        </form>
      </div>
    </Page>
  )
}

/** Says the same, whoever the address belongs to. */
export const AskedPage: FC<{ offer: Offer; address: string; showing: Showing; assets: Assets }> = props => {
  const { offer, address, showing, assets } = props
  const { say, link } = showing
  return (
    <Page
      showing={showing}
      assets={assets}
      title={say('link.sent.title')}
      canonical={null}
      here={link(offer.path)}
      skip={say('writing.skip')}
      style={assets.you}
    >
      <div class="narrow you">
        <h1>{say('link.sent.title')}</h1>
        <p>{say('tell.sent', { address: `\u2068${address}\u2069` })}</p>
        <p>
          <a href={link(offer.page)}>{offer.title ?? say('plan.name')}</a>
        </p>
      </div>
    </Page>
  )
}
