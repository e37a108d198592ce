/** Revisions that an address asks from: `?since=` what came after one, `?before=` what came before one; null: not asked. */
export type AskedRevisions = { since: number | null; before: number | null }

/** What is no number is not asked. */
export function askedRevisions(query: URLSearchParams | null): AskedRevisions {
  return { since: numberIn(query, 'since'), before: numberIn(query, 'before') }
}

function numberIn(query: URLSearchParams | null, name: string): number | null {
  const told = query?.get(name)
  return told && /^\d{1,9}$/.test(told) ? Number(told) : null
}
