import type { FC } from 'hono/jsx'
import { paths } from '../paths.ts'
import type { Showing } from './showing.ts'

/** An edition that something may be pasted into. */
export type PasteInto = { series: string; edition: string; title: string }

type Props = {
  showing: Showing
  /** Where it goes: the one edition of the page, or those to choose from, the likeliest first. */
  into: PasteInto | PasteInto[]
  /** What stands in it already. */
  text?: string
  /** Why it could not be read. */
  wrong?: string | null
  autofocus?: boolean
  /** With script it is read without a press: somebody has just shared it from another program. */
  atOnce?: boolean
}

/**
 * Where everything begins: an address, several, a mail, a file. Below it, with script, the cards open without leaving
 * the page; without it they are pages of their own.
 */
export const PasteField: FC<Props> = ({ showing, into, text = '', wrong = null, autofocus, atOnce }) => {
  const { say } = showing
  const several = Array.isArray(into) ? into : [into]
  const [first] = several
  if (!first) return null
  const one = several.length === 1 ? first : null
  return (
    <section class="paste" data-pasting={atOnce ? 'at-once' : ''} aria-label={say('paste.label')}>
      <form
        method="post"
        action={one ? paths.deskReadings(one.series, one.edition) : paths.deskPaste()}
        enctype="multipart/form-data"
      >
        <label for="paste">{say('paste.label')}</label>
        {wrong ? (
          <p class="wrong" id="paste-wrong" role="alert">
            {wrong}
          </p>
        ) : (
          ''
        )}
        <textarea
          id="paste"
          name="text"
          data-paste
          rows={text.includes('\n') ? 6 : 2}
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          aria-describedby={wrong ? 'paste-wrong paste-hint' : 'paste-hint'}
          aria-invalid={wrong ? 'true' : undefined}
          autofocus={autofocus || undefined}
        >
          {`\n${text}`}
        </textarea>
        <p class="hint" id="paste-hint">
          {say('paste.hint')} <a href={showing.link(paths.bookmarklet())}>{say('paste.elsewhere')}</a>
        </p>
        <div class="acts">
          <button class="act strong" type="submit">
            {say('paste.read')}
          </button>
          <label class="files">
            <span>{say('paste.files')}</span> <input type="file" name="files" multiple />
          </label>
          {one ? (
            ''
          ) : (
            <label class="into">
              <span>{say('paste.into')}</span>{' '}
              <select name="edition">
                {several.map(({ series, edition, title }) => (
                  <option value={`${series}/${edition}`}>{title}</option>
                ))}
              </select>
            </label>
          )}
        </div>
      </form>
      <p class="announce" role="status" data-part="said" />
      <div
        class="cards"
        data-cards
        data-reading={say('paste.reading', { what: '{what}' })}
        data-failed={say('paste.failed')}
        data-many={say('paste.many')}
        data-close={say('paste.close')}
        data-unsent={say('card.unsent')}
      />
    </section>
  )
}
