import { SaxesParser } from 'saxes'

/** What a strict parser finds wrong with XML and its namespaces; null where that is nothing. */
export function xmlFault(xml: string): string | null {
  const parser = new SaxesParser({ xmlns: true })
  let fault: string | null = null
  parser.on('error', error => {
    fault ??= error.message
  })
  parser.write(xml).close()
  return fault
}
