/** A text value of iCalendar (RFC 5545, section 3.3.11). Lines are long where they are: nothing folds them. */
export function textLine(name: string, value: string): string {
  const escaped = value.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')
  return `${name}:${escaped}`
}

/** A word as the value of a parameter, in quotes. */
export function quoted(words: string): string {
  return `"${words.replace(/["\r\n]/g, ' ')}"`
}

/** `2027-03-22T15:00:00` → `20270322T150000`; a day stays one. */
export function compact(moment: string): string {
  return moment.replace(/\.\d+$/, '').replace(/[-:]/g, '')
}
