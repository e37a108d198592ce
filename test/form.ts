import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/**
 * What a browser without script would send of a page's form if nobody touched it: values as the elements keep them,
 * line breaks as forms send them.
 *
 * @param action of the form, where the page has several
 */
export function untouchedForm(html: string, action?: string): [string, string][] {
  const forms = elementsIn(parse(html), 'form')
  const form = action === undefined ? forms[0] : forms.find(each => attribute(each, 'action') === action)
  if (!form) throw new Error(`There is no form ${action ?? ''} on the page.`)
  return elementsIn(form, 'input', 'textarea', 'select').flatMap((field): [string, string][] => {
    const name = attribute(field, 'name')
    const value = sentBy(field)
    return name === undefined || value === null ? [] : [[name, value.replace(/\r\n?|\n/g, '\r\n')]]
  })
}

function sentBy(field: Element): string | null {
  if (field.tagName === 'textarea') return textOf(field)
  if (field.tagName === 'select') {
    const options = elementsIn(field, 'option')
    const chosen = options.findLast(option => attribute(option, 'selected') !== undefined) ?? options[0]
    return chosen ? (attribute(chosen, 'value') ?? textOf(chosen)) : null
  }
  const value = attribute(field, 'value')
  const type = attribute(field, 'type') ?? 'text'
  if (type === 'checkbox' || type === 'radio')
    return attribute(field, 'checked') === undefined ? null : (value ?? 'on')
  if (type === 'file' || type === 'submit') return null
  if (type === 'hidden') return value ?? ''
  const line = (value ?? '').replace(/[\r\n]/g, '')
  if (type === 'url' || type === 'email') return line.trim()
  if (type === 'date') return /^\d{4}-\d\d-\d\d$/.test(line) && !Number.isNaN(Date.parse(line)) ? line : ''
  if (type === 'time') return /^\d\d:\d\d(:\d\d)?$/.test(line) ? line : ''
  return line
}

function elementsIn(node: Node, ...names: string[]): Element[] {
  const own = 'tagName' in node && names.includes(node.tagName) ? [node] : []
  const children = 'childNodes' in node ? node.childNodes : []
  return [...own, ...children.flatMap(child => elementsIn(child, ...names))]
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find(each => each.name === name)?.value
}

function textOf(node: Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
