import type { Child } from 'hono/jsx'

/** A message whose places are filled with elements. Each has to be said with its own name: `{ from: '{from}' }`. */
export function fillNodes(message: string, nodes: Record<string, Child>): Child[] {
  return message.split(/\{(\w+)\}/).map((part, place) => (place % 2 ? (nodes[part] ?? '') : part))
}
