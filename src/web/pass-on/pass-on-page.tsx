import type { FC } from 'hono/jsx'
import { mastodonLink, messageOf, networks, type Shared, shareLink } from '../../outlet/share/share-links.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = {
  shared: Shared
  /** Of what is passed on. */
  path: string
  /** Of Mastodon, as it was typed. */
  server: string | null
  menu: { slug: string; title: string }[]
  showing: Showing
  assets: Assets
  accent: string | null
}

/** A message that is ready, where to send it, and a form for the network that has many servers. */
export const PassOnPage: FC<Props> = ({ shared, path, server, menu, showing, assets, accent }) => {
  const { say, link } = showing
  const mastodon = server === null ? null : mastodonLink(server, shared)
  return (
    <Page
      showing={showing}
      assets={assets}
      title={say('pass-on.title', { title: shared.title })}
      canonical={null}
      here={link(paths.passOn(path))}
      accent={accent}
      menu={menu}
      skip={say('writing.skip')}
    >
      <article class="one">
        <p class="crumbs">
          <a href={link(path)}>
            <bdi>{shared.title}</bdi>
          </a>
        </p>
        <h1>{say('pass-on.this')}</h1>
        <p class="told" dir="auto">
          {messageOf(shared)}
        </p>
        <div class="told">
          <ul>
            {networks.map(network => (
              <li>
                <a href={shareLink(network, shared)} rel="noopener noreferrer">
                  {network === 'mail' ? say('pass-on.mail') : network}
                </a>
              </li>
            ))}
            {mastodon ? (
              <li>
                <a href={mastodon} rel="noopener noreferrer">
                  Mastodon: <bdi>{new URL(mastodon).host}</bdi>
                </a>
              </li>
            ) : (
              ''
            )}
          </ul>
          <form class="search" method="get" action={paths.passOn(path)}>
            <label for="server">{say('pass-on.server')}</label>
            <input
              id="server"
              name="server"
              value={server ?? ''}
              placeholder="mastodon.social"
              dir="ltr"
              autocapitalize="none"
              spellcheck={false}
              required
              aria-invalid={server !== null && mastodon === null ? 'true' : undefined}
            />
            <button type="submit">{say('pass-on.go')}</button>
          </form>
          {server !== null && mastodon === null ? <p role="alert">{say('pass-on.no-server')}</p> : ''}
          <p class="hint">{say('pass-on.plain')}</p>
        </div>
      </article>
    </Page>
  )
}
