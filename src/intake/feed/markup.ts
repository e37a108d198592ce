import { Parser } from 'htmlparser2'

/** An element of a feed: its name without prefix, the prefix as it was written, its own text and its children. */
export type Node = {
  name: string
  prefix: string
  attributes: Record<string, string>
  text: string
  children: Node[]
  /** Where it lies in the text around it. */
  at: number
}

/** Deeper than any feed. */
const deepest = 60

/**
 * XML as it is found in the wild: unknown entities, bare ampersands, tags that nobody closes and prefixes that nobody
 * declared are read past, where a strict reader gives up. Markup inside a text element (Atom's `xhtml`) is kept as text.
 *
 * @throws TooDeep
 */
export function readMarkup(text: string): Node[] & { isCut?: boolean } {
  const roots: Node[] & { isCut?: boolean } = []
  const open: Node[] = []
  const parser = new Parser(
    {
      onopentag(told, attributes) {
        const parent = open.at(-1)
        const at = parent?.text.length ?? 0
        const node: Node = { ...named(told), attributes: byLocalName(attributes), text: '', children: [], at }
        if (parent) parent.children.push(node)
        else roots.push(node)
        if (open.push(node) > deepest) throw new TooDeep()
      },
      ontext(words) {
        const node = open.at(-1)
        if (node) node.text += words
      },
      onclosetag(_, isImplied) {
        open.pop()
        // Only at its end is a root closed by nobody.
        if (isImplied && open.length === 0) roots.isCut = true
      },
    },
    { xmlMode: true, decodeEntities: true, recognizeCDATA: true },
  )
  parser.write(text)
  parser.end()
  return roots
}

export class TooDeep extends Error {
  override name = 'TooDeep'
}

/** The first child of that name; of several prefixes the first in `prefixes` counts (`''` is none). */
export function child(
  node: Node,
  name: string,
  prefixes: readonly string[] = ['', 'atom', 'rss'],
): Node | undefined {
  for (const prefix of prefixes) {
    const found = node.children.find(each => each.name === name && each.prefix === prefix)
    if (found) return found
  }
  return undefined
}

export function childrenOf(node: Node, name: string): Node[] {
  return node.children.filter(each => each.name === name)
}

/** The text of the first child of that name that has any. */
export function textOf(node: Node, name: string, prefixes?: readonly string[]): string | undefined {
  const found = child(node, name, prefixes)
  return found && (markupOf(found).trim() || undefined)
}

/** An element's content as HTML: its text, or the markup inside it. */
export function markupOf(node: Node, depth = 0): string {
  if (node.children.length === 0) return node.text
  if (depth > 20) return ''
  let told = ''
  let from = 0
  for (const each of node.children) {
    const inner = `<${each.name}${hrefOf(each)}>${markupOf(each, depth + 1)}</${each.name}>`
    told += node.text.slice(from, each.at) + inner
    from = each.at
  }
  return told + node.text.slice(from)
}

function hrefOf({ attributes: { href } }: Node): string {
  return href ? ` href="${href.replaceAll('"', '&quot;')}"` : ''
}

function named(told: string): { name: string; prefix: string } {
  const colon = told.indexOf(':')
  return colon < 0
    ? { name: told.toLowerCase(), prefix: '' }
    : { name: told.slice(colon + 1).toLowerCase(), prefix: told.slice(0, colon).toLowerCase() }
}

function byLocalName(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name === 'xml:lang' || name === 'xml:base' ? name : name.slice(name.indexOf(':') + 1).toLowerCase(),
      value,
    ]),
  )
}
