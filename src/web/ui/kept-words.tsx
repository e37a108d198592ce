import type { FC } from 'hono/jsx'
import type { Showing } from './showing.ts'

/** The texts of a form that cannot be shown again, to be copied: what somebody wrote is not lost with it. */
export const KeptWords: FC<{ fields: Record<string, string>; showing: Showing }> = ({
  fields,
  showing: { say },
}) => {
  const texts = ['text', 'words'].flatMap(name => fields[name]?.trim() || [])
  if (texts.length === 0) return null
  return (
    <>
      <p>{say('kept.words')}</p>
      {texts.map(text => (
        <p>
          <textarea class="kept-words" readonly rows={8} dir="auto" aria-label={say('kept.words')}>
            {`\n${text}`}
          </textarea>
        </p>
      ))}
    </>
  )
}
