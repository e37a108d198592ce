import { attribute, type Element, isElement, textInside } from '../post/markup/html-tree.ts'
import { addValue, bareName, type Item, newItem } from './item.ts'
import { type Page, type PageElement, resolveAddress } from './page.ts'

/**
 * Things written into the elements themselves: microdata (HTML, section 5) and RDFa Lite 1.1. Both are read off the
 * tree that is there, because where a thing stands on the page – in the content or in a side-bar – tells whether it
 * is the page's own subject; the RDF readers give triples without a place.
 */
export function readEmbeddedItems(page: Page): Item[] {
  return [...readWith(page, microdata), ...readWith(page, rdfa)]
}

type Syntax = {
  source: 'microdata' | 'rdfa'
  scope: string
  type: string
  property: string
  id: string
}
const microdata: Syntax = {
  source: 'microdata',
  scope: 'itemscope',
  type: 'itemtype',
  property: 'itemprop',
  id: 'itemid',
}
const rdfa: Syntax = { source: 'rdfa', scope: 'typeof', type: 'typeof', property: 'property', id: 'resource' }

const mostItems = 5000

function readWith(page: Page, syntax: Syntax): Item[] {
  const scopes = page.elements.filter(({ element }) => attribute(element, syntax.scope) !== undefined)
  if (!scopes.length) return []
  const items = new Map<Element, Item>()
  for (const scope of scopes.slice(0, mostItems)) items.set(scope.element, itemOf(scope, page, syntax))
  const tops: Item[] = []
  for (const { element } of page.elements) {
    const own = items.get(element)
    const property = attribute(element, syntax.property)
    const parent = property !== undefined ? items.get(scopeOf(element, items) ?? element) : undefined
    if (property !== undefined && parent && parent !== own) {
      const value = own ?? textValue(element, page)
      for (const name of property.split(/\s+/).filter(Boolean).slice(0, 5))
        addValue(parent, bareName(name), value)
    } else if (own?.types.length) {
      tops.push(own)
    }
  }
  if (syntax.source === 'microdata') addReferred(page, items)
  return tops
}

function itemOf({ element, aside }: PageElement, page: Page, syntax: Syntax): Item {
  const types = (attribute(element, syntax.type) ?? '').split(/\s+/).filter(Boolean)
  const isOurs = (type: string) =>
    syntax.source === 'microdata' || !/^(?:og|foaf|sioc|dc|v|skos):/i.test(type)
  const item = newItem(types.filter(isOurs).map(bareName), syntax.source, aside)
  const id = resolveAddress(attribute(element, syntax.id), page.base)
  if (id) item.id = id
  return item
}

/** The nearest element around this one that is a thing. */
function scopeOf(element: Element, items: Map<Element, Item>): Element | undefined {
  let parent = element.parentNode
  while (parent && 'tagName' in parent) {
    if (items.has(parent)) return parent
    parent = parent.parentNode
  }
  return undefined
}

const addressAttributes = new Map([
  ['a', 'href'],
  ['area', 'href'],
  ['link', 'href'],
  ['audio', 'src'],
  ['embed', 'src'],
  ['iframe', 'src'],
  ['img', 'src'],
  ['source', 'src'],
  ['track', 'src'],
  ['video', 'src'],
  ['object', 'data'],
])

function textValue(element: Element, page: Page): string {
  const content = attribute(element, 'content')
  if (content !== undefined && content !== '') return content
  const tag = element.tagName
  const named = addressAttributes.get(tag)
  if (named) {
    const address = attribute(element, named)
    const isWords = tag === 'a' && address === undefined
    if (!isWords) return resolveAddress(address, page.base) ?? address ?? ''
  }
  if (tag === 'data' || tag === 'meter') return attribute(element, 'value') ?? textInside(element)
  const datetime = attribute(element, 'datetime')
  return (datetime || textInside(element)).slice(0, 20_000)
}

/** `itemref`: properties that stand elsewhere on the page. */
function addReferred(page: Page, items: Map<Element, Item>): void {
  const byId = new Map<string, Element>()
  for (const { element } of page.elements) {
    const id = attribute(element, 'id')
    if (id && !byId.has(id)) byId.set(id, element)
  }
  for (const [element, item] of items) {
    const ids = attribute(element, 'itemref')?.split(/\s+/).slice(0, 20)
    for (const id of ids ?? []) {
      const target = byId.get(id)
      if (!target || scopeOf(target, items)) continue
      for (const inner of [target, ...target.childNodes.filter(isElement)]) {
        const name = attribute(inner, 'itemprop')
        if (name) addValue(item, bareName(name), items.get(inner) ?? textValue(inner, page))
      }
    }
  }
}
