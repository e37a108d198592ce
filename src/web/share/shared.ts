import { splitPasted } from '../../domain/pasted.ts'

/** What another program shares, as one would paste it: the address alone, where there is one. */
export function sharedText({ title, text, url }: { title?: string; text?: string; url?: string }): string {
  const told = [url, text].map(words => (words ?? '').trim().slice(0, most))
  for (const words of told) {
    const [only, ...others] = splitPasted(words)
    if (only?.form === 'address' && others.length === 0) return only.input
  }
  // Many programs put the address at the end of the text.
  const last = /https?:\/\/\S+$/.exec(told[1]!)?.[0]
  if (last && told[1]!.length < 400) return last
  return [(title ?? '').trim().slice(0, 500), told[1]!].filter(Boolean).join('\n\n')
}

const most = 20_000
