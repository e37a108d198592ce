import { findLinks, hostOf } from './links-of.ts'

/**
 * What a text looks like whatever it says: how long and how loud it is, what stands in it that is no word, and of what
 * make its addresses are. Numbers are told in few steps, so that texts have them in common.
 */
export function shapesOf(whole: string): string[] {
  const text = whole.slice(0, most)
  const found = new Set<string>()
  const add = (shape: string) => found.add(`~ ${shape}`)
  for (const address of findLinks(text)) for (const shape of shapesOfAddress(address)) add(shape)
  for (const [name, shape] of kinds) if (shape.test(text)) add(name)
  add(`length ${stepOf(text.length, 20)}`)
  add(`lines ${stepOf(text.split('\n').length, 6)}`)
  for (const [name, signs, steps] of counted) add(`${name} ${stepOf(text.match(signs)?.length ?? 0, steps)}`)
  return [...found]
}

/** So much of it is looked at. */
const most = 20_000

/** What stands in a text at all; none of them looks back, whatever stands there. */
const kinds: [string, RegExp][] = [
  ['quotes', /^>/m],
  ['has a list', /^[ \t]*[-*•][ \t]/m],
  ['has a mailbox', /\w@\w/],
  ['has a phone', /\d{3}[-. ]\d{3,4}[-. ]\d{4}/],
  ['has markup', /<[/!]?[a-z]/i],
  ['has gaps', /\S\n{3,}\S/],
  ['has many signs', /[!?$*]{3,}/],
  ['has other letters', /[\u0080-\uffff]/],
]

/** What is counted, and how many steps are told apart. */
const counted: [string, RegExp, number][] = [
  ['capital words', /\b\p{Lu}{3,}\b/gu, 5],
  ['calls', /!/g, 3],
  ['prices', /[$€£]/g, 2],
  ['questions', /\?/g, 2],
]

/** 0, 1, 2–3, 4–7 and so on, as steps. */
function stepOf(count: number, most: number): number {
  return Math.min(most, Math.floor(Math.log2(count + 1)))
}

function shapesOfAddress(address: string): string[] {
  const host = hostOf(address)
  const url = URL.parse(/^www\./i.test(address) ? `http://${address}` : address)
  if (!url || !host) return []
  const { pathname, search, port } = url
  const parts = pathname
    .split(/[^a-z]+/i)
    .filter(({ length }) => length > 2 && length < 16)
    .slice(0, 8)
  return [
    `top ${host.split('.').at(-1)}`,
    `deep ${Math.min(4, pathname.split('/').filter(Boolean).length)}`,
    `ends ${/\.([a-z0-9]{1,5})$/i.exec(pathname)?.[1]?.toLowerCase() ?? '-'}`,
    ...(/^[\d.]+$/.test(host) ? ['by number'] : []),
    ...(/\d/.test(host.split('.').at(-2) ?? '') ? ['name with figures'] : []),
    ...(search ? ['asks'] : []),
    ...(port ? ['has a port'] : []),
    ...(/\d{4,}/.test(pathname + search) ? ['long number'] : []),
    ...parts.map(part => `path ${part.toLowerCase()}`),
  ]
}
