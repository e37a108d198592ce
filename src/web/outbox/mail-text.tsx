import type { FC } from 'hono/jsx'
import { LinkifyIt } from 'linkify-it'

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false })

/** The words of a mail as they were written, with the addresses in it to be followed. */
export const MailText: FC<{ text: string }> = ({ text }) => {
  const links = (linkify.match(text) ?? []).filter(({ url }) => /^https?:/i.test(url))
  const ends = [0, ...links.map(({ lastIndex }) => lastIndex)]
  return (
    <div class="letter" dir="auto">
      {links.map(({ index, url, text: shown }, at) => (
        <>
          {text.slice(ends[at], index)}
          <a href={url} dir="ltr">
            {shown}
          </a>
        </>
      ))}
      {text.slice(ends.at(-1))}
    </div>
  )
}
