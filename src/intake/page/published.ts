import { readTime } from '../../time/read-time.ts'
import { attribute, marksOf, textInside } from '../post/markup/html-tree.ts'
import type { Page } from './page.ts'
import { publishedText } from './read-work.ts'

/** When a page came out, where its head does not say: the date its theme prints, or the one in its address. */
export function publishedOnPage(page: Page, language: string | undefined): string | undefined {
  let tries = 0
  for (const { element, aside } of page.elements) {
    if (aside || tries > 40) continue
    const marks = marksOf(element)
    const isTime = element.tagName === 'time'
    if (
      !(isTime
        ? attribute(element, 'pubdate') !== undefined || dateMarks.test(marks)
        : marks.length < 200 && dateMarks.test(marks))
    )
      continue
    if (/updated|modified|comment/i.test(marks)) continue
    tries++
    const told = attribute(element, 'datetime') ?? attribute(element, 'content')
    const day = told ? publishedText(told) : dayIn(textInside(element), language)
    if (day) return day
  }
  return dayInAddress(page.url)
}

const dateMarks =
  /(?:^|\s)date(?=$|\s)|(?:^|[\s_-])(?:(?:post|entry|article|news|story|blog|item|submitted|publish(?:ed|ing)?|pub)[_-]?(?:date|time|on)|date[_-]?(?:header|published|posted|time)|dt-published|published|pubdate|dateline|timestamp)(?=$|[\s_-])/i

/** The day that a text tells and hardly anything else; undefined where its year or order had to be guessed. */
export function dayIn(text: string, language: string | undefined): string | undefined {
  if (text.length < 6 || text.length > 80 || !/(?:19|20)\d\d/.test(text)) return undefined
  const answer = readTime(text, language ? { language } : {})
  const isSure = !answer.doubts.some(doubt => /^(?:date-order|year-assumed|date-missing)$/.test(doubt.code))
  const isAlone = text.replace(/[^\p{L}]/gu, '').length <= 45
  return isSure && isAlone ? answer.readings[0]?.start.slice(0, 10) : undefined
}

/** "Geneva, 29 October 2026 – On the day …": where and when a release was written. */
export function dateline(text: string, language: string | undefined): string | undefined {
  const day = /^\p{Lu}[\p{L} .’'/-]{1,40}[,，،(]\s*([^–—:]{6,30}?\d{4}[^–—:\p{L}]{0,3}?)\)?\s*[–—:-]\s/u.exec(
    text,
  )?.[1]
  return day && dayIn(day.trim(), language)
}

/** `/2020/12/18/title`, `/2020-12-18-title`. */
function dayInAddress(url: string | undefined): string | undefined {
  const [, year, month, day] =
    /\/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_-]|$)/.exec(url ?? '') ?? []
  return year ? publishedText(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`) : undefined
}
