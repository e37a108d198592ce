/** Where a mail wants to go: the edition it names, or (`next`) whichever takes suggestions next. */
export type MailTarget = { series: string; edition: string } | 'next'

/**
 * Reads to which edition `suggest+migrants-day-2026@example.org` is, given the address `suggest@example.org`. The last
 * hyphen parts the edition from its series where several can be meant: all are told, the likeliest first.
 *
 * @returns null for what is not to us
 */
export function targetsOf(recipient: string, own: string): MailTarget[] | null {
  const [told, ours] = [parts(recipient), parts(own)]
  if (!told || !ours || told.host !== ours.host) return null
  const [name = '', plus = ''] = divided(told.name)
  if (name !== ours.name) return null
  if (plus === '') return ['next']
  const words = plus.split('-')
  const named = words.slice(1).map((_, index) => ({
    series: words.slice(0, words.length - 1 - index).join('-'),
    edition: words.slice(words.length - 1 - index).join('-'),
  }))
  return [...named, 'next']
}

function parts(address: string): { name: string; host: string } | null {
  const at = address.lastIndexOf('@')
  if (at < 1) return null
  return { name: address.slice(0, at).toLowerCase(), host: address.slice(at + 1).toLowerCase() }
}

function divided(name: string): [string, string] {
  const plus = name.indexOf('+')
  return plus < 0 ? [name, ''] : [name.slice(0, plus), name.slice(plus + 1)]
}
