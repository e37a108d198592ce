import { clean } from '../../domain/content.ts'
import { reportReasons } from '../../domain/taking-part/report.ts'
import { reportComment } from '../../services/taking-part/report.ts'
import { takePace } from '../../services/taking-part/take-pace.ts'
import { findShownComment } from '../../storage/comments.ts'
import { fieldsOf } from '../middleware/forms.ts'
import { fromKeyOfVisit, openForm, readProof } from '../middleware/proof.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { ReportPage } from './report-page.tsx'

export async function showReport(
  c: Visit,
  parts: Parts,
  told: { reason: string; text: string; wrong: string } | 'done' | null = null,
  status: 200 | 422 | 429 = 200,
): Promise<Response | null> {
  const id = c.req.param('id') ?? ''
  const comment = await findShownComment(parts.store.db, id)
  // Whoever has told of it may not find it there any more.
  if ((!comment && told !== 'done') || parts.store.isReadOnly) return null
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const opened = await openForm(parts)
  const page = <ReportPage {...{ id, comment, showing, opened, told }} assets={parts.assets} />
  return sendOnce(c, parts, page, status)
}

export async function takeReport(c: Visit, parts: Parts): Promise<Response | null> {
  const { store, now } = parts
  const id = c.req.param('id') ?? ''
  if (store.isReadOnly || !(await findShownComment(store.db, id))) return null
  const form = await fieldsOf(c)
  const text = clean(form.text ?? '').slice(0, 500)
  const { say } = showingOf(readerOf(c, parts), 'UTC')
  const reason = reportReasons.find(each => each === form.reason)
  if (!reason) return showReport(c, parts, { reason: '', text, wrong: say('report.which') }, 422)
  const fromKey = (await fromKeyOfVisit(c, parts)) ?? 'unknown'
  const wait = await takePace(store, { what: 'report', fromKey }, now())
  if (wait !== null) {
    c.header('retry-after', String(wait))
    return showReport(c, parts, { reason, text, wrong: say('pace.wait.write', { seconds: wait }) }, 429)
  }
  const proof = await readProof(parts, form)
  // A machine is thanked, too, and not heard.
  if (!proof.isTrapped && proof.work.state !== 'wrong')
    await reportComment(store, { id, fromKey, reason, text, at: now() })
  return showReport(c, parts, 'done')
}
