import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { longestLine, longestText } from '../../domain/edition-faults.ts'
import type { Translations } from '../../domain/translation.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { DeskEdition } from '../ui/desk-page.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { languageNames } from '../ui/entry-words.ts'
import { KeepTyping } from '../ui/keep-typing.tsx'
import { langOf } from '../ui/lang-of.ts'
import { htmlOf } from '../ui/markdown.ts'
import { fieldName } from '../ui/told-field.ts'
import { type Language, languageOf, languages } from '../words.ts'

/** What is translated: an entry, an edition or a series, with the fields that may be. */
export type Original = {
  title: string
  /** Where it is edited. */
  path: string
  /** By which name a browser keeps what is typed. */
  name: string
  language: string | null
  fields: Record<string, string | null>
  translations: Translations
}

type Props = {
  at: AtDesk
  edition: DeskEdition
  original: Original
  /** Other things that are translated beside it. */
  others: { path: string; title: string }[]
  /** Path of this page for a language. */
  pathIn: (language: Language) => string
  language: Language
  /** What stands in the fields. */
  typed: Record<string, string>
  /** What stood there before anybody typed. */
  opened: Record<string, string | null>
  /** What somebody else wrote meanwhile, by field. */
  theirs?: Record<string, string | null>
  wrong?: string
  mayEdit: boolean
}

/** The words of something in another language, each beside what it says. */
export const TranslatingPage: FC<Props> = props => {
  const { at, edition, original, language, typed, opened, theirs, wrong, mayEdit } = props
  const { showing } = at
  const { say, link, locale } = showing
  const { name, tag, dir } = languages[language]
  return (
    <DeskPage at={at} title={say('translate.title')} edition={edition}>
      <p class="crumbs">
        <a href={link(original.path)}>
          <bdi lang={langOf(original.title, showing, original.language)}>{original.title}</bdi>
        </a>
        {props.others.map(other => (
          <>
            {' · '}
            <a href={link(other.path)}>
              <bdi>{other.title}</bdi>
            </a>
          </>
        ))}
      </p>
      <h1>{say('translate.title')}</h1>
      <p class="lead">
        {say('translate.lead')}{' '}
        {original.language
          ? say('translate.original', { language: languageNames([original.language], locale) })
          : say('translate.original.unknown')}
      </p>
      <nav class="tongues" aria-label={say('languages')}>
        {(Object.keys(languages) as Language[])
          .filter(each => each !== languageOf(original.language ?? ''))
          .map(each => (
            <a
              href={link(props.pathIn(each))}
              lang={languages[each].tag}
              dir={languages[each].dir}
              aria-current={each === language ? 'page' : undefined}
            >
              {languages[each].name}
              {original.translations?.[each] ? <span aria-hidden="true"> ✓</span> : ''}
              {original.translations?.[each] ? (
                <span class="unseen" lang={showing.language} dir={showing.dir}>
                  {' '}
                  {say('translate.there')}
                </span>
              ) : (
                ''
              )}
            </a>
          ))}
      </nav>
      {mayEdit ? '' : <p class="notice">{say('translate.not-yours')}</p>}
      <form class="entry-form own-form translating" method="post" action={props.pathIn(language)} novalidate>
        <KeepTyping showing={showing} name={`${original.name} ${language}`} who={at.curator.id} />
        <input type="hidden" name="language" value={language} />
        {wrong ? (
          <div class="problems" role="alert">
            <p>{wrong}</p>
          </div>
        ) : (
          ''
        )}
        {/* What the original does not say needs no other words for it. */}
        {fieldsShown(original, language).map(field => {
          const words = original.fields[field]
          const label = `${fieldName(field, showing) ?? field} – `
          return (
            <div class="field">
              <label for={field}>
                {label.charAt(0).toLocaleUpperCase(locale) + label.slice(1)}
                <bdi lang={tag}>{name}</bdi>
              </label>
              {words ? (
                <blockquote dir="auto" lang={langOf(words, showing, original.language)}>
                  {field === 'title' ? words : raw(htmlOf(words))}
                </blockquote>
              ) : (
                <p class="hint">{say('translate.empty')}</p>
              )}
              {theirs && field in theirs ? (
                <div class="theirs" role="note">
                  <p>{say('conflict.theirs', { who: say('conflict.somebody') })}</p>
                  <p dir={dir} lang={tag}>
                    {theirs[field] ?? say('conflict.nothing')}
                  </p>
                </div>
              ) : (
                ''
              )}
              <input type="hidden" name={`opened.${field}`} value={opened[field] ?? ''} data-keep="no" />
              {field === 'title' ? (
                <input
                  id={field}
                  name={field}
                  value={typed[field] ?? ''}
                  lang={tag}
                  dir={dir}
                  maxlength={longestLine}
                />
              ) : (
                <textarea
                  id={field}
                  name={field}
                  rows={Math.min(16, 3 + Math.ceil((words ?? '').length / 80))}
                  lang={tag}
                  dir={dir}
                  maxlength={longestText}
                >
                  {`\n${typed[field] ?? ''}`}
                </textarea>
              )}
            </div>
          )
        })}
        {mayEdit ? (
          <p class="acts">
            <button class="act strong" type="submit">
              {say('edition-form.save')}
            </button>
          </p>
        ) : (
          ''
        )}
      </form>
    </DeskPage>
  )
}

function fieldsShown({ fields, translations }: Original, language: Language): string[] {
  const said: Record<string, string | undefined> = translations?.[language] ?? {}
  return Object.keys(fields).filter(field => fields[field] || said[field])
}
