import { IntlMessageFormat } from 'intl-messageformat'

/** What a message has beside its words: places to fill, and the forms its plurals and choices have. */
export type Shape = {
  gaps: string[]
  plurals: { of: string; ordinal: boolean; forms: string[] }[]
  choices: { of: string; forms: string[] }[]
  /** The words alone, each way through the message after the other. */
  words: string
}

type Elements = ReturnType<IntlMessageFormat['getAst']>

/** @throws SyntaxError for what is no ICU message */
export function shapeOf(message: string): Shape {
  const shape: Shape = { gaps: [], plurals: [], choices: [], words: '' }
  const gaps = new Set<string>()
  const walk = (elements: Elements) => {
    for (const element of elements) {
      if ('options' in element) {
        gaps.add(element.value)
        const forms = Object.keys(element.options)
        if ('offset' in element)
          shape.plurals.push({ of: element.value, ordinal: element.pluralType === 'ordinal', forms })
        else shape.choices.push({ of: element.value, forms })
        for (const { value } of Object.values(element.options)) {
          walk(value)
          shape.words += ' '
        }
      } else if (isLiteral(element) && 'value' in element) shape.words += String(element.value)
      else if ('value' in element) gaps.add(element.value)
    }
  }
  walk(new IntlMessageFormat(message, 'en').getAst())
  shape.gaps = [...gaps].sort()
  return shape
}

/** Words between the places: the first kind of element of `intl-messageformat`. */
const isLiteral = (element: Elements[number]) => element.type === 0
