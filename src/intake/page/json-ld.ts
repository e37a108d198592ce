import { jsonrepair } from 'jsonrepair'
import { addValue, bareName, type Item, newItem } from './item.ts'

/** Pages of a calendar repeat a block per event; more than these, or larger ones, are no page's data. */
const mostBlocks = 400
const longestBlock = 2_000_000
/** Repairing takes time that grows with the square of the length. */
const longestRepair = 60_000
const mostNodes = 20_000
const deepest = 40

export type JsonLd = {
  /** The things at the top of the blocks and in their graphs, in order. */
  items: Item[]
  /** Blocks that could not be read at all, and those left out for their number or size. */
  unreadable: number
}

/**
 * JSON-LD blocks → things. Comments, control characters, missing commas and braces are repaired where the outcome is an
 * object with a type; anything else is left alone. References by `@id` lead to the thing itself.
 */
export function readJsonLd(blocks: string[]): JsonLd {
  const reader: Reader = { nodes: 0, byId: new Map() }
  const items: Item[] = []
  let unreadable = Math.max(0, blocks.length - mostBlocks)
  for (const block of blocks.slice(0, mostBlocks)) {
    const value = parse(block)
    if (value === undefined) unreadable++
    else items.push(...topItems(value, reader, 0))
  }
  for (const item of [...items]) resolve(item, reader.byId, new Set())
  return { items, unreadable }
}

type Reader = { nodes: number; byId: Map<string, Item> }

function parse(block: string): unknown {
  const text = unwrapped(block)
  if (text === '' || text.length > longestBlock) return text === '' ? null : undefined
  try {
    return JSON.parse(text)
  } catch {
    return text.length > longestRepair || nesting(text) > deepest * 2 ? undefined : repaired(text)
  }
}

function repaired(text: string): unknown {
  try {
    // Line breaks inside of strings are control characters to JSON; within text they are spaces.
    const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u2028\u2029]/g, ' ')
    const value: unknown = JSON.parse(jsonrepair(plain))
    return typeof value === 'object' && JSON.stringify(value).includes('"@type"') ? value : null
  } catch {
    return undefined
  }
}

/** Without the wrappings that templates put around a block: comments of HTML and CDATA. */
function unwrapped(block: string): string {
  const inner = block
    .trim()
    .replace(/^(?:\/\*|\/\/)?\s*<!\[CDATA\[\s*(?:\*\/)?|^<!--/, '')
    .trim()
  return withoutEnds(inner, [';', '*/', ']]>', '-->', '/*', '//'])
}

/** From the end, one after the other: an expression that ends in `$` is tried at every place of a long text. */
function withoutEnds(text: string, ends: string[]): string {
  let rest = text.trimEnd()
  for (let end = endOf(rest, ends); end; end = endOf(rest, ends)) rest = rest.slice(0, -end.length).trimEnd()
  return rest
}

function endOf(text: string, ends: string[]): string | undefined {
  return ends.find(end => text.endsWith(end))
}

function nesting(text: string): number {
  let depth = 0
  let most = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 123 || code === 91) most = Math.max(most, ++depth)
    else if (code === 125 || code === 93) depth--
  }
  return most
}

function topItems(value: unknown, reader: Reader, depth: number): Item[] {
  if (depth > 5) return []
  if (Array.isArray(value)) return value.slice(0, 2000).flatMap(one => topItems(one, reader, depth + 1))
  if (!isObject(value)) return []
  const graph = value['@graph']
  const item = toItem(value, reader, 0)
  return [...(item?.types.length ? [item] : []), ...(graph ? topItems(graph, reader, depth + 1) : [])]
}

function toItem(value: Record<string, unknown>, reader: Reader, depth: number): Item | null {
  if (depth > deepest || ++reader.nodes > mostNodes) return null
  const types = [value['@type'] ?? value.type]
    .flat()
    .filter(type => typeof type === 'string')
    .map(bareName)
  const item = newItem(types, 'json-ld')
  const id = value['@id'] ?? value.id
  if (typeof id === 'string' && id !== '') {
    item.id = id
    if (types.length && !reader.byId.has(id)) reader.byId.set(id, item)
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('@')) continue
    addAll(item, bareName(key), inner, reader, depth)
  }
  return item
}

function addAll(item: Item, name: string, value: unknown, reader: Reader, depth: number): void {
  if (typeof value === 'string') addValue(item, name, value.slice(0, 50_000))
  else if (typeof value === 'number' || typeof value === 'boolean') addValue(item, name, String(value))
  else if (Array.isArray(value)) {
    if (depth < deepest) for (const one of value.slice(0, 2000)) addAll(item, name, one, reader, depth + 1)
  } else if (isObject(value)) {
    const literal = value['@value']
    const list = value['@list'] ?? value['@set']
    if (literal !== undefined) addAll(item, name, literal, reader, depth + 1)
    else if (list !== undefined) addAll(item, name, list, reader, depth + 1)
    else {
      const inner = toItem(value, reader, depth + 1)
      if (inner) addValue(item, name, inner)
    }
  }
}

/** `{"@id": "#venue"}` becomes the venue told elsewhere on the page; other values stay. */
function resolve(item: Item, byId: Map<string, Item>, seen: Set<Item>): void {
  if (seen.has(item)) return
  seen.add(item)
  for (const [name, values] of item.props) {
    for (const [at, value] of values.entries()) {
      if (typeof value === 'string') {
        const whole = name === 'superEvent' ? byId.get(value) : undefined
        if (whole) values[at] = whole
        continue
      }
      const isReference = value.id !== undefined && value.props.size === 0
      const known = isReference ? byId.get(value.id!) : undefined
      if (known) values[at] = known
      else if (isReference && value.types.length === 0) values[at] = value.id!
      else resolve(value, byId, seen)
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
