import type { Content } from '../src/domain/content.ts'
import { fillForm } from '../src/web/ui/entry-form/fill.ts'
import type { FormContext } from '../src/web/ui/entry-form/form-state.ts'
import { readForm } from '../src/web/ui/entry-form/read.ts'
import { type Typed, typedOfForm } from '../src/web/ui/entry-form/typed.ts'
import { EntryForm } from '../src/web/ui/entry-form.tsx'
import { showingOf } from '../src/web/ui/showing.ts'
import { type Language, loadWords, wordsOf } from '../src/web/words.ts'
import { content } from './entries.ts'
import { untouchedForm } from './form.ts'

await loadWords('ar')
const now = Date.parse('2020-12-18T12:00Z')

/** Where the form of an edition in Berlin stands, on a page in this language. */
export function contextIn(language: Language = 'en'): FormContext {
  const locale = language === 'ar' ? 'ar' : 'en-GB'
  return {
    homeZone: 'Europe/Berlin',
    startsOn: '2020-12-18',
    endsOn: '2020-12-18',
    assumedMinutes: 60,
    locale,
    say: wordsOf(language, locale),
    now,
  }
}

/** What a browser sends of the form that is filled with a content. */
export function sent(told: Content, context = contextIn(), prefix = ''): [string, string][] {
  const language = context.locale === 'ar' ? 'ar' : 'en'
  const reader = {
    language,
    locale: context.locale,
    zone: null,
    beside: null,
    waking: null,
    at: now,
    moved: false,
    kept: '',
    notices: [],
  }
  const showing = showingOf(reader as Parameters<typeof showingOf>[0], context.homeZone)
  const form = (
    <form>
      <EntryForm state={fillForm(told, context)} context={context} showing={showing} prefix={prefix} />
    </form>
  )
  return untouchedForm(String(form))
}

/** What comes of the form when somebody changes these fields. */
export function typedIn(told: Content, changes: Record<string, string> = {}, context = contextIn()): Typed {
  return new Map([...typedOfForm(sent(told, context))!, ...Object.entries(changes)])
}

/** A form filled with a content, in which somebody changes these fields. */
export function changed(told: Content, changes: Record<string, string>) {
  const { content, state } = readForm(typedIn(told, changes), told, contextIn())
  return { content, problems: state.problems.map(({ field, key }) => [field, key]), state }
}

/** An event in the middle of the day. */
export const event = content({
  kind: 'event',
  title: 'Maps',
  start: '2020-12-18T15:00:00+01:00[Europe/Berlin]',
  end: '2020-12-18T16:00:00+01:00[Europe/Berlin]',
})
