/** As much of a line of a head as anybody writes, with one space where there are several: patterns try each of them. */
export function headLine(words: string): string {
  return words
    .slice(0, 5000)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 1000)
}

/** `Fwd: AW: [list] Webinar` → `Webinar` */
export function bareSubject(subject: string | undefined): string | undefined {
  let words = headLine(subject ?? '')
  for (let round = 0; round < 6; round++)
    words = words.replace(
      /^(?:\[[^\]]{1,60}\]|(?:re|fwd?|fw|aw|wg|tr|rv|enc|i|r|rif|转发|答复|إعادة توجيه)\s*(?:\[\d+\])?\s*[:：])\s*/i,
      '',
    )
  return words || undefined
}

/** `"Prof. I. Duarte" <duarte@law.example>` → `Prof. I. Duarte` */
export function nameIn(from: string | undefined): string | undefined {
  const name = headLine(from ?? '')
    .slice(0, 300)
    .replace(/[<([]?\s*(?:mailto:)?[^\s<>()]+@[^\s<>()]+\s*[>)\]]?/g, '')
    .replace(/["']/g, '')
    .trim()
  return name || undefined
}
