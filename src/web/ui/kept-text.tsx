import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { KeptText, TextShown } from '../../domain/links/kept-text.ts'
import { dayOf } from '../../time/days.ts'
import { sayDay } from '../../time/say-time.ts'
import { hostOf, isolated } from './entry-words.ts'
import { harmlessHtml } from './markdown.ts'
import type { Showing } from './showing.ts'

/** What a statement says itself, with where and when it stood so, who wrote it, and why it may be shown. */
export const KeptTextSection: FC<{ text: KeptText; shown: TextShown | null; showing: Showing }> = ({
  text,
  shown,
  showing,
}) => {
  const { say, locale, zone } = showing
  const site = isolated(text.site ?? hostOf(text.url))
  return (
    <section class="kept-text" aria-labelledby="kept-text">
      <h2 id="kept-text">{say('text.title')}</h2>
      <p class="hint">
        <a href={text.url} rel="noopener">
          {say('text.from', { site, day: sayDay(dayOf(text.at, zone), 'full', locale) })}
        </a>
        {text.byline ? ` · ${isolated(text.byline)}` : ''}
        {shown ? ` · ${say(`text.by.${shown.by}`, { which: isolated(shown.which) })}` : ''}
      </p>
      <div class="note" dir="auto" lang={text.language ?? undefined}>
        {raw(harmlessHtml(text.html))}
      </div>
    </section>
  )
}
