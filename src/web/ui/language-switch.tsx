import type { FC } from 'hono/jsx'
import { paths } from '../paths.ts'
import { type Language, languages } from '../words.ts'
import type { Showing } from './showing.ts'

type Props = { showing: Showing; here: string }

/** The languages, each by its own name; the one that is chosen is remembered, and the page stays the same. */
export const LanguageList: FC<Props> = ({ showing, here }) => (
  <form class="languages" method="post" action={paths.chooseLanguage()} aria-label={showing.say('languages')}>
    <input type="hidden" name="back" value={here} />
    {Object.entries(languages).map(([code, { name, dir, tag }]) =>
      code === showing.language ? (
        <b lang={tag} dir={dir} aria-current="true">
          {name}
        </b>
      ) : (
        <button name="lang" value={code} lang={tag} dir={dir} type="submit">
          {name}
        </button>
      ),
    )}
  </form>
)

/** The same behind the language the page is in, at the head of what readers see: who cannot read it looks there. */
export const LanguageSwitch: FC<Props> = props => (
  <details class="switch" name="switch">
    <summary>
      <svg viewBox="0 0 20 20" width="17" height="17" aria-hidden="true">
        <path d="M10 1.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 1 0 0-17ZM1.5 10h17M10 1.5c-5 5-5 12 0 17 5-5 5-12 0-17" />
      </svg>
      <span class="unseen">{props.showing.say('languages')}</span> {languages[props.showing.language].name}
    </summary>
    <LanguageList {...props} />
  </details>
)

/** A page in each language, for search engines: at addresses that name the language, whatever a browser asks for. */
export const Alternates: FC<{ canonical: string }> = ({ canonical }) => (
  <>
    {(Object.keys(languages) as Language[]).map(code => (
      <link rel="alternate" hreflang={languages[code].tag} href={inLanguage(canonical, code)} />
    ))}
    <link rel="alternate" hreflang="x-default" href={canonical} />
  </>
)

/** An absolute address of a page in a language, whoever asks. */
export function inLanguage(canonical: string, language: Language): string {
  return `${canonical}${canonical.includes('?') ? '&' : '?'}lang=${language}`
}
