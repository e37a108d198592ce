import { paths } from '../paths.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { KeptWords } from '../ui/kept-words.tsx'
import { Page } from '../ui/page.tsx'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import type { Key } from '../words.ts'
import { fieldsOf } from './forms.ts'

/** Whoever comes to an address that is not there is told what may have happened, and where to go on. */
export function onMissing(c: Visit, parts: Parts): Promise<Response> {
  return plainPage(c, parts, 404, 'missing.title', 'missing.text')
}

/** A fault is logged with its cause; the visitor learns nothing of it but that it is ours. */
export function onError(error: unknown, c: Visit, parts: Parts): Promise<Response> | Response {
  if (error instanceof Error && 'getResponse' in error)
    return (error as { getResponse(): Response }).getResponse()
  if (isBrokenForm(error)) return plainPage(c, parts, 400, 'form.broken.title', 'form.broken.text')
  // What opens something is no matter of the log. Quoted: an address may hold line breaks, which would forge lines of it;
  // and never first, where `%c` and the like in it would hide or turn around what follows.
  const path = c.req.path.slice(0, 500).replace(/[\w-]{43}/g, '…')
  console.error('%s %s failed:', c.req.method, JSON.stringify(path), error)
  return plainPage(c, parts, 500, 'fault.title', 'fault.text')
}

/** What came was cut off or is no form at all, as the reader of forms says: nothing of ours failed. */
function isBrokenForm(error: unknown): boolean {
  return error instanceof TypeError && /form ?data|multipart|content-type/i.test(error.message)
}

/** Whoever may not do what they asked for is told so, plainly, and how they could. */
export function onRefused(c: Visit, parts: Parts, text: Key = 'refused.text'): Promise<Response> {
  return plainPage(c, parts, 403, 'refused.title', text)
}

/** With what somebody had written, where it was a form of ours that was sent and read: they lose none of it. */
async function plainPage(
  c: Visit,
  parts: Parts,
  status: 400 | 403 | 404 | 500,
  title: Key,
  text: Key,
): Promise<Response> {
  const fields = Object.keys(c.req.bodyCache).length ? await fieldsOf(c).catch(() => ({})) : {}
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const { say } = showing
  const page = (
    <Page showing={showing} assets={parts.assets} title={say(title)} canonical={null} here={paths.home()}>
      <div class="narrow">
        <h1>{say(title)}</h1>
        <p class="lead">{say(text)}</p>
        <KeptWords fields={fields} showing={showing} />
        <p>
          <a class="act" href={showing.link(paths.home())}>
            {say('missing.home')}
          </a>
        </p>
      </div>
    </Page>
  )
  return sendOnce(c, parts, page, status)
}
