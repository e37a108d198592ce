import { readTime } from '../../time/read-time.ts'
import { canonicalZone } from '../../time/zones.ts'
import { attribute, type Element, marksOf, textInside } from '../post/markup/html-tree.ts'
import { type Moment, readMoment } from './moment.ts'
import type { Page } from './page.ts'

/** What an "add to calendar" link of a page says: the one place where many sites tell the instant. */
export type CalendarLink = {
  start: Moment
  end?: Moment
  zone?: string
  title?: string
  location?: string
  /** The hour that stands beside the moment, `14:00`: it speaks of no other. */
  shown?: string
}

/** Links of Google, Yahoo, Outlook and Office 365 that fill in a calendar's form, and hours shown with their moment. */
export function calendarLinks(page: Page): CalendarLink[] {
  const found: CalendarLink[] = []
  for (const { element, aside } of page.elements) {
    if (found.length >= 100) break
    const shown = /^(?:time|abbr)$/.test(element.tagName) && !aside ? shownTime(element) : null
    if (shown) found.push(shown)
    if (element.tagName !== 'a') continue
    const href = attribute(element, 'href')
    if (href && /calendar|outlook\.(?:live|office)/i.test(href)) {
      const link = readCalendarLink(href)
      if (link) found.push(link)
    }
  }
  return found
}

/**
 * `<time datetime="2022-06-14T18:00:00Z">June 14, 2022 - 2:00pm</time>` tells the moment of the hour it shows; so does
 * the title of an `<abbr>`, as calendars wrote it before there was `<time>`.
 */
function shownTime(element: Element): CalendarLink | null {
  const start = readMoment(attribute(element, element.tagName === 'abbr' ? 'title' : 'datetime') ?? '')
  if (
    !start?.day ||
    !start.clock ||
    !start.offset ||
    /publish|updated|posted|entry-date/i.test(marksOf(element))
  )
    return null
  const clock = readTime(textInside(element).slice(0, 200))
  const shown = clock.time ?? clock.readings[0]?.start.slice(11, 16)
  if (!shown) return null
  const at = new Date(`${start.day}T${start.clock}${start.offset}`).toISOString()
  return { start: { day: at.slice(0, 10), clock: at.slice(11, 19), offset: 'Z' }, shown }
}

function readCalendarLink(href: string): CalendarLink | null {
  if (!URL.canParse(href, 'https://relative.invalid/')) return null
  const { hostname, searchParams } = new URL(href, 'https://relative.invalid/')
  const dates = searchParams.get('dates')?.split('/')
  const isGoogle = /(?:^|\.)google\.[a-z.]+$/.test(hostname) && dates !== undefined
  const isOutlook = /(?:^|\.)(?:live|office|office365)\.com$/.test(hostname)
  const isYahoo = /(?:^|\.)yahoo\.com$/.test(hostname)
  const [from, to] = isGoogle
    ? dates
    : isOutlook
      ? [searchParams.get('startdt'), searchParams.get('enddt')]
      : isYahoo
        ? [searchParams.get('st'), searchParams.get('et')]
        : []
  // A plus sign in a query stands for a space.
  const start = from ? readMoment(from.replace(/ (?=\d\d:?\d\d$)/, '+')) : null
  if (!start?.day) return null
  const end = to ? readMoment(to.replace(/ (?=\d\d:?\d\d$)/, '+')) : null
  const zone = canonicalZone(searchParams.get('ctz') ?? '')
  const title = searchParams.get('text') ?? searchParams.get('subject') ?? searchParams.get('title')
  const location = searchParams.get('location') ?? searchParams.get('in_loc')
  return {
    start,
    ...(end?.day && { end }),
    ...(zone && { zone }),
    ...(title && { title }),
    ...(location && { location }),
  }
}
