import type { FC } from 'hono/jsx'
import type { Kind } from '../../domain/finding.ts'
import type { Cited } from '../../outlet/citation/cited.ts'
import { referenceOf } from '../../outlet/citation/sentence.ts'
import { sayDay, sayDays } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { type CitationFormat, citationFormats, paths } from '../paths.ts'
import { isolated } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = {
  cited: Cited
  bibTex: string
  /** Of what is cited. */
  path: string
  /** Of an entry. */
  kind: Kind | null
  /** In which its title is written. */
  language: string | null
  menu: { slug: string; title: string }[]
  showing: Showing
  assets: Assets
  accent: string | null
  site: string
}

/** A reference to copy, and files for programs that keep references. */
export const CitePage: FC<Props> = ({ cited, bibTex, path, kind, showing, site, ...props }) => {
  const { say, locale, link, dir } = showing
  // Among names in other letters they would be torn apart; what is copied stays plain where that cannot be.
  const whole = (words: string) => (dir === 'rtl' ? isolated(words) : words)
  const { before, title, after } = referenceOf(cited, {
    day: (from, to) => whole(to ? sayDays(from, to, locale) : sayDay(from, 'dates', locale)),
    genre: kind && kind !== 'article' ? whole(say(`kind.${kind}`)) : null,
    list: names => new Intl.ListFormat(locale).format(names),
    site,
  })
  return (
    <Page
      showing={showing}
      assets={props.assets}
      title={say('cite.title', { title: cited.title })}
      canonical={null}
      here={link(paths.cite(path))}
      accent={props.accent}
      menu={props.menu}
      skip={say('writing.skip')}
    >
      <article class="one">
        <p class="crumbs">
          <a href={link(path)}>
            <bdi lang={langOf(title, showing, props.language)}>{title}</bdi>
          </a>
        </p>
        <h1>{say('cite.this')}</h1>
        <p class="told" dir="auto">
          {before}
          <cite lang={langOf(title, showing, props.language)}>{title}</cite>
          {after}
        </p>
        <div class="told">
          <h2>{say('cite.files')}</h2>
          <ul>
            {citationFormats.map(format => (
              <li>
                <a href={paths.citation(path, format)} download>
                  {names[format]}
                </a>
              </li>
            ))}
          </ul>
          <p>{say('cite.zotero')}</p>
          <pre dir="ltr" tabindex={0}>
            <code>{bibTex}</code>
          </pre>
        </div>
      </article>
    </Page>
  )
}

const names: Record<CitationFormat, string> = { bib: 'BibTeX', ris: 'RIS', 'csl.json': 'CSL-JSON' }
