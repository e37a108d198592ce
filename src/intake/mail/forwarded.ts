import { readTime } from '../../time/read-time.ts'
import { publishedText } from '../page/read-work.ts'
import { headLine, nameIn } from './head-words.ts'

/** What a mail program tells of a mail above its text, when it passes it on. */
export type Forwarded = { subject?: string; from?: string; date?: string; text?: string }

/**
 * The head that a mail program puts above what it forwards, and the text below it; of what was forwarded before, the
 * innermost. Empty where nothing is forwarded.
 *
 * @param isTold the subject says that it is: then a head counts that no line sets off
 */
export function forwardedIn(text: string, isTold: boolean): Forwarded {
  let found: Forwarded = {}
  let rest = text
  for (let depth = 0; depth < deepest; depth++) {
    const inner = headIn(rest, isTold || depth > 0)
    if (!inner) return found
    found = inner
    rest = inner.text ?? ''
  }
  return found
}

const deepest = 6

const labels: [keyof Forwarded, RegExp][] = [
  ['from', /^(?:from|von|de|da|van|от|من|发件人)\s*[:：]\s*(.+)$/i],
  [
    'date',
    /^(?:date|sent|datum|gesendet|envoyé|fecha|enviado(?: el)?|data|inviato|verzonden|дата|отправлено|التاريخ|日期|发送时间)\s*[:：]\s*(.+)$/i,
  ],
  [
    'subject',
    /^(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|тема|الموضوع|主题)\s*[:：]\s*(.+)$/i,
  ],
]

const setOff =
  /^[ \t>]*(?:-{3,}.{0,60}(?:forward|weitergeleitet|transféré|reenviado|encaminhada|inoltrat|original|Пересыл|转发|原始邮件)[^\n]{0,60}|begin forwarded message:.*|anfang der weitergeleiteten nachricht:?|début du message réexpédié\s*:?|_{10,})[ \t]*$/im

function headIn(text: string, isTold: boolean): Forwarded | null {
  const begin = setOff.exec(text)
  const from = begin ? begin.index + begin[0].length : isTold ? bareHeadIn(text) : -1
  if (from < 0) return null
  const lines = text
    .slice(from)
    .replace(/^[ \t]*>[ \t]?/gm, '')
    .split(/\r?\n/)
  const found: Forwarded = {}
  let at = 0
  for (; at < Math.min(lines.length, 14); at++) {
    const line = headLine(lines[at]!.replaceAll('*', ''))
    if (line === '') {
      if (found.subject || found.from) break
      continue
    }
    for (const [field, pattern] of labels) {
      const told = pattern.exec(line)?.[1]?.trim()
      if (told) found[field] ??= told
    }
  }
  if (!found.subject && !found.from) return null
  const name = nameIn(found.from)
  const date = found.date && dayOf(found.date)
  return {
    ...(found.subject && { subject: found.subject }),
    ...(name && { from: name }),
    ...(date && { date }),
    text: lines.slice(at).join('\n'),
  }
}

/** Where `From:` stands with two of its fellows right below it. */
function bareHeadIn(text: string): number {
  const lines = text.split('\n')
  let offset = 0
  for (const [at, line] of lines.entries()) {
    const head = lines.slice(at, at + 6).map(one => headLine(one.replaceAll('*', '')).replace(/^>\s?/, ''))
    const told = labels.filter(([, pattern]) => head.some(one => pattern.test(one)))
    if (labels[0]![1].test(head[0]!) && told.length === labels.length) return offset
    offset += line.length + 1
  }
  return -1
}

/** `Wed, May 19, 2027 at 6:02 PM`, `Dienstag, 18. Mai 2027 14:11`: no clock of the sender stands with it, so only the day is kept. */
function dayOf(words: string): string | undefined {
  return publishedText(words) ?? readTime(words.slice(0, 100)).readings[0]?.start.slice(0, 10)
}
