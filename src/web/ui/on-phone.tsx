import type { FC } from 'hono/jsx'
import { LRUCache } from 'lru-cache'
import type { Showing } from './showing.ts'

/** An address as a square that a phone reads. */
export type Code = { address: string; size: number; path: string }

const codes = new LRUCache<string, Code>({ max: 200 })

/** The code of an address, with the white edge that readers of codes need. What makes it is loaded when the first is asked for. */
export async function codeOf(address: string): Promise<Code> {
  const known = codes.get(address)
  if (known) return known
  const { encode } = await import('uqr')
  const { data, size } = encode(address, { ecc: 'M', border: 4 })
  const code = { address, size, path: data.map(runsOf).join('') }
  codes.set(address, code)
  return code
}

/** One row, its dark squares drawn as lines along its middle. */
function runsOf(row: boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    const from = x
    while (row[x]) x++
    if (x > from) path += `M${from} ${y}h${x - from}`
  }
  return path
}

/** The address of the page to take along: behind a word on the screen, and open on paper. */
export const OnPhone: FC<{ code: Code; showing: Showing }> = ({ code: { address, size, path }, showing }) => (
  <details class="on-phone">
    <summary>{showing.say('phone.name')}</summary>
    <svg viewBox={`0 -.5 ${size} ${size}`} role="img" aria-label={showing.say('phone.code')}>
      <path d={path} />
    </svg>
    <bdi>{address}</bdi>
  </details>
)
