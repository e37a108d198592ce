import { withKept } from '../paths.ts'

/** Where somebody goes on, with what they had typed there. */
export function withDraft(back: string, draftId: string | null): string {
  const url = new URL(back, 'http://here.invalid')
  url.searchParams.delete('draft')
  return withKept(url.pathname + url.search + url.hash, draftId === null ? '' : `draft=${draftId}`)
}
