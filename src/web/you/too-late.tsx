import { lastDraftOf } from '../middleware/draft.ts'
import { paths } from '../paths.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { withDraft } from './keep-typed.ts'
import { UnsaidPage } from './way-pages.tsx'

/** The way in is over; what was typed in this browser before is not. */
export async function tooLate(c: Visit, parts: Parts, status: 404 | 422): Promise<Response> {
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const draft = await lastDraftOf(c, parts)
  const told = {
    reason: showing.say('you.unsaid.stale'),
    back: draft ? withDraft(draft.back, draft.id) : paths.you(),
    isKept: draft !== null,
  }
  return sendOnce(c, parts, <UnsaidPage {...{ showing, assets: parts.assets, ...told }} />, status)
}
