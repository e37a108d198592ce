import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { htmlOf } from '../ui/markdown.ts'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'
import type { Fact } from './facts.ts'

type Props = {
  showing: Showing
  assets: Assets
  baseUrl: string
  facts: Fact[]
  /** Where whoever runs the site can be written to. */
  contact: string | null
  /** What they add, and its language where that is another than the page's. */
  own: { text: string; lang: string | undefined } | null
}

export const PrivacyPage: FC<Props> = ({ showing, assets, baseUrl, facts, contact, own }) => {
  const { say, link } = showing
  return (
    <Page
      showing={showing}
      assets={assets}
      title={`${say('privacy.name')} · Daylong`}
      canonical={baseUrl + paths.privacy()}
      here={link(paths.privacy())}
      skip={say('writing.skip')}
      style={assets.you}
    >
      <div class="narrow you privacy">
        <h1>{say('privacy.title')}</h1>
        <p>{say('privacy.lead')}</p>
        {facts.map(({ heading, lines }) => (
          <section>
            <h2>{say(heading)}</h2>
            <ul>
              {lines.map(line => (
                <li>{line}</li>
              ))}
            </ul>
          </section>
        ))}
        <section>
          <h2>{say('privacy.rights')}</h2>
          <p>
            {say('privacy.rights.self')} <a href={link(paths.you())}>{say('you.title')}</a>
          </p>
          {contact ? (
            <p>
              {say('privacy.contact')}{' '}
              <a href={`mailto:${contact}`}>
                <bdi dir="ltr">{contact}</bdi>
              </a>
            </p>
          ) : (
            ''
          )}
        </section>
        {own ? (
          <section lang={own.lang} dir="auto">
            <h2>{say('privacy.own')}</h2>
            <div class="prose">{raw(htmlOf(own.text))}</div>
          </section>
        ) : (
          ''
        )}
      </div>
    </Page>
  )
}
