/**
 * The name that a template makes, made once for each of its words: there are thousands of pairs to be judged, and few
 * names.
 */
export function of(parts: TemplateStringsArray, first: string, second = ''): string {
  let names = made.get(parts)
  if (!names) made.set(parts, (names = new Map()))
  let seconds = names.get(first)
  if (!seconds) names.set(first, (seconds = new Map()))
  let name = seconds.get(second)
  if (name === undefined) {
    name = `${parts[0]}${first}${parts[1]}${second}${parts[2] ?? ''}`
    seconds.set(second, name)
  }
  return name
}

const made = new Map<TemplateStringsArray, Map<string, Map<string, string>>>()
