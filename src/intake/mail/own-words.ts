/**
 * What the sender of a mail wrote themselves: without the history that their program quotes below or above, the signature
 * (RFC 3676: `-- `), and what was forwarded. Of a mail that is nothing but that, nothing is left.
 */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const kept: string[] = []
  for (const [at, line] of lines.entries()) {
    const bare = line.trim()
    if (line === '-- ' || line === '--' || /^\u2014\s*$/.test(bare)) break
    if (beginsForwarded.test(bare) || isHistory(lines, at)) break
    if (sentFrom.test(bare)) continue
    if (/^>/.test(bare)) {
      // `On … wrote:` stands above what it quotes, wherever that is.
      while (kept.length > 0 && (kept.at(-1) === '' || wrote.test(kept.at(-1)!))) kept.pop()
      continue
    }
    kept.push(line.trimEnd())
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** `On Mon, 3 Jan 2022 at 10:00, Ana <ana@…> wrote:`, in the languages of the pages and some more; or over two lines. */
const wrote =
  /^.{0,200}(?:\bwrote|schrieb.{0,80}|a écrit|escribió|escreveu|ha scritto|schreef.{0,80}|написал\(?а?\)?|пишет|menulis|sumulat|写道|كتب)\s*[:：]\s*$/iu

/**
 * What stands in a text from its first quotation on, without what mail programs write above what they quote and before
 * its lines: when that was sent is no time of anything. Null where nothing is quoted.
 */
export function unquoted(text: string): string | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const above = new Set<number>()
  for (const [at, line] of lines.entries()) {
    if (isOfProgram(line) && wrote.test(line.trim())) above.add(at)
    else if (isWroteOverTwo(lines, at)) above.add(at).add(at + 1)
  }
  const [first] = above
  if (first === undefined) return null
  return lines
    .filter((_, at) => at > first && !above.has(at))
    .map(line => line.replace(/^(?:[ \t]*>)+ ?/, ''))
    .join('\n')
}

const beginsForwarded =
  /^(?:-{3,}.{0,60}(?:forward|weitergeleitet|transféré|reenviado|encaminhada|inoltrat|original|Пересыл|转发|原始邮件|رسالة)[^\n]{0,60}|begin forwarded message:?|anfang der weitergeleiteten nachricht:?|début du message réexpédié\s*:?|_{20,})$/i

const sentFrom =
  /^(?:sent from my |get outlook for |von meinem .{2,30} gesendet|envoyé de mon |enviado desde mi |enviado do meu |отправлено с )/i

/** A program tells when it was and by whom: “In her letter Ana wrote:” is no quotation of a mail. */
function isOfProgram(line: string): boolean {
  return /\d/.test(line) && (line.includes('@') || beginsWithDay.test(line.trim()))
}

const beginsWithDay = /^(?:on|am|le|el|em|il|op|в|dne)\b.*\d/iu

/** `On Mon, 3 Jan 2022 at 10:00, Ana <ana@…>`, and `wrote:` on the line below. */
function isWroteOverTwo(lines: string[], at: number): boolean {
  const [one = '', other = ''] = lines.slice(at, at + 2).map(line => line.trim().replaceAll('*', ''))
  return beginsWithDay.test(one) && wrote.test(`${one} ${other}`)
}

/** The head that Outlook puts above what is answered: `From:` with `Sent:` or `To:` and `Subject:` just below. */
function isHistory(lines: string[], at: number): boolean {
  const head = lines.slice(at, at + 6).map(line => line.trim().replaceAll('*', ''))
  const isTwo = isWroteOverTwo(lines, at)
  if (wrote.test(head[0]!) || isTwo) {
    // Quoted line by line, more of their own may stand below it.
    const below = lines.slice(at + (wrote.test(head[0]!) ? 1 : 2)).find(line => line.trim() !== '')
    return below !== undefined && !below.trim().startsWith('>')
  }
  if (!/^(?:from|von|de|da|от|من|发件人)\s*[:：]\s*\S/i.test(head[0]!)) return false
  const told = head.filter(line =>
    /^(?:sent|gesendet|envoyé|enviado(?: el)?|date|datum|fecha|to|an|à|para|a|subject|betreff|objet|asunto|дата|кому|тема|主题|收件人)\s*[:：]/i.test(
      line,
    ),
  )
  return told.length >= 2
}
