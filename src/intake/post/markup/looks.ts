import { attribute, type Element, isElement, textInside, walk } from './html-tree.ts'

/** What type says of its words; undefined is as all around. */
export type Look = { strong?: boolean; em?: boolean; struck?: boolean }

/** Selectors of classes alone: `.c4{text-decoration:line-through}`, as word processors and mail programs write them. */
const classesAlone = /^[\s\w.,-]+$/
const mostRules = 2000

/** How a page makes words bold, slanted or struck out where it has no elements for it: by class → look. */
export function looksOfClasses(root: Element): Map<string, Look> {
  const looks = new Map<string, Look>()
  for (const node of walk(root)) {
    if (!isElement(node) || node.tagName !== 'style') continue
    for (const rule of textInside(node).slice(0, 200_000).split('}')) {
      const [selectors = '', rules = ''] = rule.split('{')
      const look = rules && classesAlone.test(selectors) ? lookOf(rules.slice(0, 600)) : null
      if (!look || looks.size > mostRules) continue
      for (const [, name] of selectors.matchAll(/\.([\w-]+)/g))
        looks.set(name!, { ...looks.get(name!), ...look })
    }
  }
  return looks
}

/** The look an element gives the words in it by its class and style. */
export function lookOfElement(element: Element, classes: Map<string, Look>): Look {
  const style = attribute(element, 'style')
  const names = classes.size > 0 ? (attribute(element, 'class')?.split(/\s+/) ?? []) : []
  const told = names.map(name => classes.get(name))
  return Object.assign({}, ...told, style ? lookOf(style) : undefined)
}

function lookOf(rules: string): Look | null {
  const weight = /(?:^|[;\s])font-weight\s*:\s*(\w+)/i.exec(rules)?.[1]?.toLowerCase()
  const slant = /(?:^|[;\s])font-style\s*:\s*(\w+)/i.exec(rules)?.[1]?.toLowerCase()
  const line = /text-decoration(?:-line)?\s*:\s*([\w -]+)/i.exec(rules)?.[1]?.toLowerCase()
  const look: Look = {}
  if (weight) look.strong = weight.startsWith('bold') || Number(weight) >= 600
  if (slant) look.em = slant === 'italic' || slant === 'oblique'
  if (line?.includes('line-through')) look.struck = true
  return Object.keys(look).length > 0 ? look : null
}
