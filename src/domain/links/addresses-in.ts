/** The addresses of the web that a text tells, whether it is plain, Markdown or HTML; each once. */
export function addressesIn(text: string): string[] {
  const found = new Set<string>()
  for (const [told] of text.matchAll(addresses)) {
    const url = trimmed(told.replaceAll('&amp;', '&').replace(/\\+[nrt"].*$/, ''))
    if (URL.canParse(url)) found.add(url)
  }
  return [...found]
}

const addresses = /https?:\/\/[^\s<>"'`|{}^]{3,2000}/gi

/** Without what belongs to the sentence around it: a full stop, a bracket that was opened before it. */
function trimmed(url: string): string {
  for (let told = url; ; ) {
    const shorter = told.replace(/[.,;:!?*_…»”’\]]+$/, '')
    const [opened, closed] = [shorter.split('(').length, shorter.split(')').length]
    // Markdown ends an address with the bracket that stood before it.
    const next = closed > opened ? shorter.slice(0, endOf(shorter)) : shorter
    if (next === told) return told
    told = next
  }
}

function endOf(told: string): number {
  let depth = 0
  for (let at = 0; at < told.length; at++) {
    if (told[at] === '(') depth++
    else if (told[at] === ')' && --depth < 0) return at
  }
  return told.length
}
