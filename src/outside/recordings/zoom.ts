import { seenAs } from '../../domain/recordings/seen.ts'
import { type Provider, unseen } from './ask.ts'
import { textAt } from './json.ts'

/**
 * A cloud recording that somebody shared at Zoom (support.zoom.com, “Sharing a cloud recording”: it may want a passcode,
 * or a name, and may end on a day). Only its page is asked, nobody else. Zoom documents no answer for programs, so
 * whatever is not clearly said stays unknown.
 */
export const zoom: Provider = {
  name: 'zoom',
  asksOwnHostOnly: true,
  knows: ({ hostname, pathname }) =>
    /(?:^|\.)zoom(?:gov)?\.(?:us|com)$/.test(hostname) &&
    /^\/rec(?:ording)?\/(?:share|play)\//.test(pathname),
  async see(url, ask) {
    const told = await ask(url.href, 'page')
    if (!told.ok) {
      if (told.status === 404 || told.status === 410) return seenAs({ recording: 'removed' })
      return unseen(told)
    }
    const { text } = told
    if (/recording (?:does not exist|has (?:been deleted|expired))|no longer available/i.test(text))
      return seenAs({ recording: 'removed', embed: false })
    if (
      /id="(?:password_form|passcode)|name="passcode"|enter the passcode|authentication is required/i.test(
        text,
      )
    )
      return seenAs({ recording: 'private', embed: false })
    const topic = /"?(?:topic|meetingTopic)"?\s*:\s*("(?:[^"\\]|\\.){1,300}")/.exec(text)?.[1]
    if (!/"?fileId"?\s*:\s*"[^"]+"|recording-player|viewMp4Url/i.test(text)) return unseen('strange')
    return seenAs({
      stream: 'none',
      recording: 'available',
      title: topic ? quoted(topic) : null,
      embed: false,
    })
  },
}

function quoted(words: string): string | null {
  try {
    return textAt({ words: JSON.parse(words) }, 'words')
  } catch {
    return null
  }
}
