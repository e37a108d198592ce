import { type NeedCode, needCodes } from '../../domain/desk.ts'
import { type Entry, type EntryState, entryStates } from '../../domain/entry.ts'
import { kinds } from '../../domain/finding.ts'
import { foldName } from '../../domain/fold-name.ts'

/** Which entries of the story are looked at; without a state, all but those that were withdrawn. */
export type StoryFilter = {
  q: string
  state: EntryState | null
  kind: Entry['kind'] | null
  need: NeedCode | null
}

export function filterOf(query: URLSearchParams): StoryFilter {
  const told = (name: string) => query.get(name) ?? ''
  return {
    q: told('q').trim().slice(0, 200),
    state: entryStates.find(state => state === told('state')) ?? null,
    kind: kinds.find(kind => kind === told('kind')) ?? null,
    need: needCodes.find(code => code === told('need')) ?? null,
  }
}

/** What it says in an address; empty where nothing is left out. */
export function queryOf(filter: StoryFilter): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value)
  return query.size ? `?${query}` : ''
}

/** @param needed ids of the entries that need what is asked for */
export function isLookedAt(
  entry: Entry,
  { q, state, kind, need }: StoryFilter,
  needed: ReadonlySet<string>,
): boolean {
  if (state ? entry.state !== state : entry.state === 'withdrawn') return false
  if (kind && entry.kind !== kind) return false
  if (need && !needed.has(entry.id)) return false
  if (!q) return true
  const { title, organisations, people, tags } = entry
  const words = [title, ...[...organisations, ...people, ...tags].map(({ name }) => name)]
  return foldName(words.join(' ')).includes(foldName(q))
}
