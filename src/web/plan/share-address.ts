import { paths } from '../paths.ts'
import type { ShownPlan } from './shown-plan.ts'

/** An entry as an address names it: `{series}/{edition}/{entry}`, with `#{session}`. */
export function nameOf(path: string): string {
  return path.replace(/^\//, '')
}

/** What is starred as an address that tells nothing of who starred it. */
export function shareAddress(baseUrl: string, { rows }: Pick<ShownPlan, 'rows'>): string {
  const named = (wish: 'must' | 'like') =>
    [...rows.values()]
      .filter(({ decision }) => decision.wish === wish)
      .map(({ path }) => encodeURIComponent(nameOf(path)).replaceAll('%2F', '/'))
      .join(',')
  const query = (['must', 'like'] as const).flatMap(wish => (named(wish) ? `${wish}=${named(wish)}` : []))
  return `${baseUrl}${paths.plan()}?${query.join('&')}`
}

/** The names in such an address, in their order, each told once; and those that are told twice. */
export function readShared(query: URLSearchParams): {
  must: string[]
  like: string[]
  doubled: string[]
} {
  const all = (wish: string) =>
    query
      .getAll(wish)
      .flatMap(told => told.split(','))
      .map(told => told.trim().replace(/^\//, '').slice(0, 300))
      .filter(told => told !== '' && !told.includes('\0'))
  const [musts, likes] = [all('must'), all('like')]
  const must = [...new Set(musts)]
  const like = [...new Set(likes)].filter(name => !must.includes(name))
  const twice = [...musts, ...likes].filter((name, index, names) => names.indexOf(name) !== index)
  return { must: must.slice(0, most), like: like.slice(0, most), doubled: [...new Set(twice)] }
}

/** No address is longer. */
const most = 500
