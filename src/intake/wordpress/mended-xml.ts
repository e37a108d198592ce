/**
 * The text of an export with what programs write wrongly set right, piece by piece: bare `&`, entities that only HTML
 * has, signs that no XML may hold, and `]]>` in the middle of a text, which would end it there. Nothing is taken away
 * but signs that nobody sees; lines stay where they are.
 */
export class MendedXml {
  #rest = ''
  #isInText = false

  /** @param piece null: the file has ended @returns what of it is certain by now */
  mend(piece: string | null): string {
    const text = this.#rest + (piece ?? '').replace(unseen, '')
    let out = ''
    let at = 0
    for (;;) {
      const found = text.indexOf(this.#isInText ? ends : begins, at)
      if (found === -1) break
      if (!this.#isInText) {
        out += withEntities(text.slice(at, found)) + begins
        at = found + begins.length
        this.#isInText = true
        continue
      }
      const behind = text.slice(found + ends.length, found + longestGap)
      // What comes behind is not there yet.
      if (piece !== null && behind.trimStart().length < begins.length && behind.length < longestGap - 3) {
        this.#rest = text.slice(found)
        return out + text.slice(at, found)
      }
      out += text.slice(at, found)
      at = found + ends.length
      this.#isInText = !/^\s*(?:<\/|<!\[CDATA\[|$)/.test(behind)
      out += this.#isInText ? asText : ends
    }
    const until = piece === null ? text.length : Math.max(at, this.#certain(text, at))
    this.#rest = text.slice(until)
    const last = text.slice(at, until)
    return out + (this.#isInText ? last : withEntities(last))
  }

  /** Up to where no mark and no entity may have begun that the next piece ends. */
  #certain(text: string, from: number): number {
    if (this.#isInText) return text.length - (ends.length - 1)
    const sign = Math.max(text.lastIndexOf('&'), text.lastIndexOf('<'))
    return sign >= from && text.length - sign < longestEntity ? sign : text.length
  }
}

const begins = '<![CDATA['
const ends = ']]>'
const asText = ']]]]><![CDATA[>'
const longestGap = 1000
const longestEntity = 40
const unseen = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

function withEntities(words: string): string {
  return words.includes('&') ? words.replace(bare, '&amp;') : words
}

const bare = /&(?!#\d{1,7};|#x[\da-f]{1,6};|(?:amp|lt|gt|quot|apos);)/gi
