/** A number as people write it, and what stands around it: “%”, “million”, “States”. */
export type NumberRead = { value: number; unit: string | null }

/**
 * `1,234`, `1.234,5`, `1 234`, `٥٦`, `12 %`, `56 [3]`. Null for what is no single number: an empty cell, a range, words,
 * `about 50`. A comma before three digits groups; a point before the last digits divides, as programs write it.
 */
export function readNumber(cell: string): NumberRead | null {
  // What stands around a number is looked through again from each of its spaces.
  if (cell.length > longest) return null
  const plain = cell
    .normalize('NFKC')
    .replace(/[\p{Nd}]/gu, digit => String(digitOf(digit)))
    .replace(/[\u066B]/g, '.')
    .replace(/[\u066C\u2019']/g, ' ')
    .replace(/[\u200E\u200F\u061C\u2066-\u2069]/g, '')
    .replace(/\s*(?:\[[^\]]{1,12}\]|[*†‡]+)\s*$/g, '')
    .replace(/[\u2212\u2013](?=\d)/g, '-')
    .trim()
  if (plain.length > 60) return null
  const [, before = '', digits = '', behind = ''] =
    /^([^\d\s.,+-]{0,3})\s*([+-]?\d[\d.,\s]*?)\s*([^\d\s.,+-][^\d]{0,30})?$/u.exec(plain) ?? []
  if (digits === '') return null
  // Words before a number say that it is not quite this one.
  if (/\p{L}{2,}|[<>≤≥~≈]/u.test(before)) return null
  const value = numberOf(digits)
  if (value === null) return null
  const unit = `${before} ${behind}`.replace(/\s+/g, ' ').trim()
  return { value, unit: unit === '' ? null : unit }
}

const longest = 300

function numberOf(digits: string): number | null {
  const told = digits.trim()
  const groups = (mark: string) => new RegExp(`^[+-]?\\d{1,3}(?:${mark}\\d{3})+`)
  let plain = told
  if (/\s/.test(told)) {
    if (!/^[+-]?\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/.test(told)) return null
    plain = told.replace(/\s/g, '').replace(',', '.')
  } else if (told.includes(',') && told.includes('.')) {
    const isCommaLast = told.lastIndexOf(',') > told.lastIndexOf('.')
    const [group, point] = isCommaLast ? ['\\.', ','] : [',', '\\.']
    if (!new RegExp(`${groups(group).source}${point}\\d+$`).test(told)) return null
    plain = isCommaLast ? told.replaceAll('.', '').replace(',', '.') : told.replaceAll(',', '')
  } else if (told.includes(',')) {
    if (new RegExp(`${groups(',').source}$`).test(told)) plain = told.replaceAll(',', '')
    else if (/^[+-]?\d+,\d+$/.test(told)) plain = told.replace(',', '.')
    else return null
  } else if ((told.match(/\./g)?.length ?? 0) > 1) {
    if (!new RegExp(`${groups('\\.').source}$`).test(told)) return null
    plain = told.replaceAll('.', '')
  }
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(plain)) return null
  const value = Number(plain)
  return Number.isFinite(value) && Math.abs(value) <= 1e15 ? value : null
}

/** Decimal digits of a script lie one behind the other, from its zero on. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0)!
  for (let back = 0; back < 10; back++) {
    const below = String.fromCodePoint(code - back - 1)
    if (!/\p{Nd}/u.test(below)) return back
  }
  return (code - 0x30) % 10
}
