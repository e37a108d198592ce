import type { MailResult } from '../domain/mail-in/proof.ts'

export type TrustedResults = {
  spf: { result: MailResult; domain: string }
  dmarc: { result: MailResult; from: string }
}

/**
 * What the host that took a mail in says it saw (RFC 8601): the topmost `Authentication-Results` of its name. Those below
 * came with the mail, and anybody could have written them.
 *
 * @param headers as they stand, the topmost first
 */
export function trustedResults(
  headers: readonly { key: string; line: Uint8Array }[],
  host: string,
): TrustedResults | null {
  for (const { key, line } of headers) {
    if (key !== 'authentication-results') continue
    const [id = '', ...methods] = wordsOf(line).split(';')
    if (id.trim().split(/\s+/, 1)[0]?.toLowerCase() !== host.toLowerCase()) continue
    const spf = methods.find(method => /^\s*spf\s*=/i.test(method)) ?? ''
    const dmarc = methods.find(method => /^\s*dmarc\s*=/i.test(method)) ?? ''
    const mailfrom = property(spf, 'smtp.mailfrom')
    return {
      spf: { result: resultIn(spf), domain: mailfrom.slice(mailfrom.lastIndexOf('@') + 1) },
      dmarc: { result: resultIn(dmarc), from: property(dmarc, 'header.from') },
    }
  }
  return null
}

/** Without what stands in brackets, and quotation marks: the words of a comment are anybody's. */
function wordsOf(line: Uint8Array): string {
  let words = Buffer.from(line).toString('latin1').slice(0, 4000)
  words = words.slice(words.indexOf(':') + 1).replace(/\r?\n/g, ' ')
  for (let depth = 0; depth < 5; depth++) words = words.replace(/\([^()]*\)/g, ' ')
  return /[()"]/.test(words) ? '' : words
}

function resultIn(method: string): MailResult {
  const told = /^\s*\w+\s*=\s*(pass|fail|softfail|neutral|none|policy|temperror|permerror)\b/i.exec(
    method,
  )?.[1]
  return (told?.toLowerCase() as MailResult | undefined) ?? 'none'
}

function property(method: string, name: string): string {
  const found = new RegExp(`\\b${name.replace('.', '\\.')}\\s*=\\s*([^\\s;]+)`, 'i').exec(method)?.[1]
  return found?.toLowerCase() ?? ''
}
