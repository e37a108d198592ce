import { LinkifyIt } from 'linkify-it'
import type { Run } from './block.ts'

/** Addresses that stand bare in the text become links of their own. */
export function linkifyRuns(runs: Run[]): Run[] {
  return runs.flatMap(run =>
    run.href || run.code || !/https?:\/\/|www\./i.test(run.text) ? [run] : split(run),
  )
}

const linkify = new LinkifyIt({ fuzzyEmail: false, fuzzyIP: false })

function split(run: Run): Run[] {
  const parts: Run[] = []
  let from = 0
  for (const match of linkify.match(run.text) ?? []) {
    if (match.schema === '' && !/^www\./i.test(match.raw)) continue
    if (match.index > from) parts.push({ ...run, text: run.text.slice(from, match.index) })
    parts.push({ ...run, text: match.raw, href: match.schema === '' ? `https://${match.raw}` : match.url })
    from = match.lastIndex
  }
  if (from < run.text.length) parts.push({ ...run, text: run.text.slice(from) })
  return parts
}
