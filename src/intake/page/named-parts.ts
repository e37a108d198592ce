import type { Finding } from '../../domain/finding.ts'
import { attribute, type Element, isElement, textInside } from '../post/markup/html-tree.ts'
import { looksLikeName } from '../post/parties/parties.ts'
import type { Page } from './page.ts'
import { isPlaceless, saysOnline } from './place.ts'

/**
 * People and place as the class names of programmes tell them: `speaker-name`, `sched-person-session`, `sched-venue`,
 * `event-location`. A page on which several places are named is of several things, and tells none.
 */
export function namedParts({ elements }: Page): Pick<Finding, 'people' | 'place'> {
  const names = new Set<string>()
  const places = new Set<string>()
  for (const { element, aside } of elements) {
    const classes = aside ? undefined : attribute(element, 'class')
    if (!classes || classes.length > 300) continue
    if (speaker.test(classes)) addName(names, firstWords(element))
    if (venue.test(classes)) places.add(textInside(element).replace(label, '').trim())
  }
  const [place, ...others] = [...places].filter(words => words.length > 2 && words.length < 150)
  const isPlace = place && !others.length && !saysOnline(place) && !isPlaceless(place)
  return {
    ...(names.size > 0 && { people: [...names].slice(0, 40).map(name => ({ name, role: 'speaker' })) }),
    ...(isPlace && { place: { name: place } }),
  }
}

const label = /^(?:location|venue|where|place|ort|lieu|lugar|luogo|local)\s*:\s*/iu
const speaker = /(?:^|\s)(?:[\w-]*speaker[-_]{0,2}name|sched-person-session)(?=$|\s)/i
const venue =
  /(?:^|\s)(?:sched-venue|tribe-venue|eventitem-meta-address-line--title|[\w-]*(?:event|venue|talk|session)[-_]{1,2}(?:location|venue|place|room|name-venue))(?=$|\s)/i

/** Of a card, its heading; else all of it. */
function firstWords(element: Element): string {
  const heading = element.childNodes.filter(isElement).find(child => /^h[1-6]$/.test(child.tagName))
  return textInside(heading ?? element)
}

function addName(names: Set<string>, words: string): void {
  const isJoined = /^\p{Lo}[\p{Lo}\s・·]{1,20}$/u.test(words)
  if (looksLikeName(words) || isJoined) names.add(words)
}
