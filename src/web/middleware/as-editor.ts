import { isWriter, mayWrite } from '../../domain/curator.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Programme } from '../../domain/programme.ts'
import { withKept } from '../paths.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { type Showing, showingOf } from '../ui/showing.ts'
import { visitorOf } from './curator.ts'
import { type Done, takeDone } from './done.ts'
import { owesSecondFactor } from './second-factor.ts'

/** A page of readers as somebody sees it who may write it. */
export type AsEditor = {
  /** With drafts and withdrawn entries. */
  whole: Programme
  /** What the page shows: what readers see, and drafts where they were asked for. */
  programme: Programme
  showing: Showing
  showsDrafts: boolean
  /** This page with drafts, or without them where they are shown. */
  toggle: string
  /** What was done before one came here. */
  done: Done | null
  here: string
}

/** Null for everybody else, who are not told that there are editions and entries they do not see. */
export async function asEditor(
  c: Visit,
  parts: Parts,
  { series: slug, edition: name }: { series: string; edition: string },
): Promise<AsEditor | null> {
  const visitor = await visitorOf(c)
  if (!visitor || !isWriter(visitor.curator) || owesSecondFactor(visitor, parts.config)) return null
  const { curator } = visitor
  const whole = await parts.wholeProgrammes(slug, name)
  if (!whole || !mayWrite(curator, whole.series.id)) return null
  const { searchParams, pathname } = new URL(c.req.url)
  const here = pathname + (searchParams.size ? `?${searchParams}` : '')
  const showsDrafts = searchParams.has('drafts')
  const showing = showingOf(readerOf(c, parts), whole.edition.homeZone)
  if (showsDrafts) searchParams.delete('drafts')
  else searchParams.set('drafts', '1')
  return {
    whole,
    programme: { ...whole, entries: shown(whole.entries, showsDrafts) },
    showing: {
      ...showing,
      isEditor: true,
      here,
      link: path => (showsDrafts ? withKept(showing.link(path), 'drafts=1') : showing.link(path)),
    },
    showsDrafts,
    toggle: pathname + (searchParams.size ? `?${searchParams}` : ''),
    done: takeDone(c, parts.config),
    here,
  }
}

function shown(entries: Entry[], withDrafts: boolean): Entry[] {
  return entries
    .filter(({ state }) => state === 'published' || (withDrafts && state === 'draft'))
    .map(entry => ({ ...entry, sessions: shown(entry.sessions, withDrafts) }))
}
