import type { FC } from 'hono/jsx'
import type { AtDesk } from '../middleware/at-desk.ts'
import { DeskPage } from '../ui/desk-page.tsx'

/** How to bring a page here from anywhere: a bookmark that opens the desk with its address, and sharing from a phone. */
export const BookmarkletPage: FC<{ at: AtDesk; share: string }> = ({ at, share }) => {
  const { say } = at.showing
  return (
    <DeskPage at={at} title={say('bookmarklet.title')}>
      <h1>{say('bookmarklet.title')}</h1>
      <h2>{say('bookmarklet.computer')}</h2>
      <p class="lead">{say('bookmarklet.drag')}</p>
      <p>
        <a class="act" href={bookmarkletOf(share)} draggable>
          {say('bookmarklet.name')}
        </a>
      </p>
      <p class="hint">{say('bookmarklet.press')}</p>
      <h2>{say('bookmarklet.phone')}</h2>
      <p>{say('bookmarklet.install')}</p>
    </DeskPage>
  )
}

/** Opens the desk with the address and the title of the page it is pressed on; it sends nothing by itself. */
function bookmarkletOf(share: string): string {
  const code = `(()=>{const u=new URL(${JSON.stringify(share)});u.searchParams.set('url',location.href);u.searchParams.set('title',document.title);open(u)})()`
  return `javascript:${encodeURIComponent(code)}`
}
