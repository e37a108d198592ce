/** `Fwd: AW: [list] Webinar` → `Webinar` */
export function bareSubject(subject: string | undefined): string | undefined {
  let words = subject?.trim() ?? ''
  for (let round = 0; round < 6; round++)
    words = words.replace(
      /^(?:\[[^\]]{1,60}\]|(?:re|fwd?|fw|aw|wg|tr|rv|enc|i|r|rif|转发|答复|إعادة توجيه)\s*(?:\[\d+\])?\s*[:：])\s*/i,
      '',
    )
  return words || undefined
}

/** `"Prof. I. Duarte" <duarte@law.example>` → `Prof. I. Duarte` */
export function nameIn(from: string | undefined): string | undefined {
  const name = from
    ?.replace(/[<([]?\s*(?:mailto:)?[^\s<>()]+@[^\s<>()]+\s*[>)\]]?/g, '')
    .replace(/["']/g, '')
    .trim()
  return name || undefined
}
