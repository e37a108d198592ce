import type { FC } from 'hono/jsx'
import { paths } from '../paths.ts'
import type { Key } from '../words.ts'
import type { Showing } from './showing.ts'

type Props = {
  showing: Showing
  name: string
  label: string
  value: string
  hint?: string
  /** What is wrong with what was typed. */
  wrong?: string
  /** In characters. */
  most?: number
  rows?: number
  /** Where the name stands more than once on a page. */
  id?: string
}

/**
 * A text in Markdown. Without script its preview opens beside the form, which stays as it is, and pictures are added on
 * a page of their own; a script brings both into the field, and the marks for those who do not know them.
 */
export const MarkdownField: FC<Props> = props => {
  const { showing, name, label, value, hint, wrong, most, rows = 9, id = name } = props
  const { say } = showing
  const said = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <markdown-field
      class="field"
      data-preview={paths.preview()}
      data-pictures={paths.addPicture()}
      data-sending={say('write.sending', { name: '{name}' })}
      data-failed={say('write.failed')}
      data-empty={say('write.empty')}
      data-count={most ? say('write.count', { count: '{count}', most: '{most}' }) : undefined}
    >
      <label for={id}>{label}</label>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : (
        ''
      )}
      {wrong ? (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      ) : (
        ''
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be read with every key */}
      <div class="marks" role="group" aria-label={say('write.marks')} hidden>
        {marks.map(({ mark, sign, keys }) => (
          <button
            type="button"
            data-mark={mark}
            aria-keyshortcuts={keys}
            title={say(`write.${mark}` as Key)}
            aria-label={say(`write.${mark}` as Key)}
          >
            {sign}
          </button>
        ))}
      </div>
      <textarea
        id={id}
        name={name}
        rows={rows}
        dir="auto"
        maxlength={most}
        aria-describedby={said || undefined}
        aria-invalid={wrong ? 'true' : undefined}
      >
        {/* A browser takes a line break at its beginning for none. */}
        {`\n${value}`}
      </textarea>
      <div class="below">
        <button
          type="submit"
          class="quiet"
          data-act="preview"
          formaction={`${paths.preview()}?field=${encodeURIComponent(name)}`}
          formmethod="post"
          formtarget="_blank"
          formnovalidate
          data-label={say('write.preview')}
        >
          {say('write.preview.elsewhere')}
        </button>
        <a
          href={showing.link(paths.addPicture())}
          target="_blank"
          data-act="picture"
          data-label={say('write.picture')}
          rel="noopener"
        >
          {say('write.picture.elsewhere')}
        </a>
        <details>
          <summary>{say('write.help')}</summary>
          <dl>
            {helps.map(({ mark, typed }) => (
              <div>
                <dt>
                  <code dir="ltr">{typed}</code>
                </dt>
                <dd>{say(`write.${mark}` as Key)}</dd>
              </div>
            ))}
          </dl>
        </details>
        {most ? <output class="count" for={id} hidden /> : ''}
      </div>
      <p class="wrong" role="alert" data-part="failure" hidden />
      <p class="hint" role="status" data-part="progress" hidden />
      <section
        class="preview told"
        data-part="preview"
        aria-label={say('write.preview')}
        aria-live="polite"
        hidden
      />
      <template>
        <dialog class="alt">
          <form method="dialog">
            <img alt="" />
            <div class="field">
              <label>
                {say('write.alt')}{' '}
                <input name="alt" dir="auto" maxlength={500} autocomplete="off" data-keep="no" />
              </label>
              <p class="hint">{say('write.alt.hint')}</p>
            </div>
            <p class="acts">
              <button type="submit" class="act strong" value="put">
                {say('write.alt.put')}
              </button>
              <button type="submit" class="quiet" value="leave" formnovalidate>
                {say('write.alt.leave')}
              </button>
            </p>
          </form>
        </dialog>
      </template>
    </markdown-field>
  )
}

const marks = [
  { mark: 'bold', sign: <b>B</b>, keys: 'Control+B' },
  { mark: 'italic', sign: <i>I</i>, keys: 'Control+I' },
  {
    mark: 'link',
    sign: (
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M8.5 11.5a3 3 0 0 0 4.3 0l2.9-2.9a3 3 0 0 0-4.3-4.3l-1.2 1.2M11.5 8.5a3 3 0 0 0-4.3 0l-2.9 2.9a3 3 0 0 0 4.3 4.3l1.2-1.2" />
      </svg>
    ),
    keys: 'Control+K',
  },
  {
    mark: 'list',
    sign: (
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M4 5h.1M4 10h.1M4 15h.1M8 5h8M8 10h8M8 15h8" />
      </svg>
    ),
    keys: undefined,
  },
  { mark: 'heading', sign: 'H', keys: undefined },
  { mark: 'quote', sign: '❝', keys: undefined },
]

const helps = [
  { mark: 'bold', typed: '**…**' },
  { mark: 'italic', typed: '*…*' },
  { mark: 'link', typed: '[…](https://example.org)' },
  { mark: 'list', typed: '- …' },
  { mark: 'heading', typed: '### …' },
  { mark: 'quote', typed: '> …' },
]
