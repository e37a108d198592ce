import type { EventStatus } from '../../../domain/finding.ts'
import { partStatus } from '../../title-status.ts'
import { doubleWords } from '../../title-status-words.ts'
import { statusWords } from '../words/fate-words.ts'

/** What became of an event, by what is said of it; a fate within a name ("Canceled Culture", "The Postponed") is none. */
export function fateIn(said: string): EventStatus | undefined {
  for (const line of said.split('\n')) {
    const { status } = partStatus(line.trim().slice(0, 300))
    if (status) return status
  }
  return statusWords.find(([, pattern]) => standsAsFate(said, pattern))?.[0]
}

function standsAsFate(said: string, pattern: RegExp): boolean {
  for (const { 0: word, index } of said.matchAll(new RegExp(pattern.source, 'giu'))) {
    if (ofOthers.test(word) && !/[([]\s?$/.test(said.slice(0, index))) continue
    const isCapital = /^\p{Lu}[^\p{Lu}]*$/u.test(word)
    const isName =
      /^\s\p{Lu}\p{Ll}/u.test(said.slice(index + word.length)) || article.test(said.slice(0, index))
    if (!isCapital || !isName) return true
  }
  return false
}

const article = /(?:^|[^\p{L}])(?:the|die|les|los|las|os|as|gli)\s$/iu

/** In a sentence these tell of slavery, debts and laws as well: "the International Day for the Abolition of …". */
const ofOthers = new RegExp(
  `^(?:${doubleWords}|cancellation|отмена|إلغاء|تأجيل|ακύρωση|αναβολή|ματαιώνεται|取消|中止|取り?消し|キャンセル|취소|ยกเลิก|เลื่อน|रद्द|h(?:ủy|uỷ)|hoãn|בוטלו)$`,
  'iu',
)
