import type { Problem } from '../../domain/problem.ts'
import { attribute } from '../post/markup/html-tree.ts'
import { asksToSignIn } from '../social/social-page.ts'
import { blockedWords, consentWords, notFoundWords, signInWords } from './gate-words.ts'
import { onwardAddress } from './onward.ts'
import type { Page } from './page.ts'
import type { VisibleText } from './visible-text.ts'

export type Gate = 'sign-in' | 'consent' | 'not-found' | 'blocked'

/** What stands where the page should: told by its title or its heading, in whole and not as the beginning of a name. */
export function gateOf(page: Page, text: VisibleText): Gate | null {
  const { title } = page
  if (title && asksToSignIn(title)) return 'sign-in'
  const names = [title, text.heading].filter(name => name !== undefined)
  for (const name of names) {
    const [first = '', ...others] = partsOf(name)
    const ofFirst = gates.find(([, words]) => words.test(first))?.[0]
    if (ofFirst && (ofFirst !== 'consent' || isShort(text))) return ofFirst
    if (others.some(part => notFoundWords.test(part))) return 'not-found'
    if (others.some(part => signInWords.test(part)) && asksPassword(page)) return 'sign-in'
  }
  return null
}

function asksPassword({ elements }: Page): boolean {
  return elements.some(({ element }) => attribute(element, 'type') === 'password')
}

const gates: [Gate, RegExp][] = [
  ['not-found', notFoundWords],
  ['sign-in', signInWords],
  ['blocked', blockedWords],
  ['consent', consentWords],
]

/** "Page not found – Example", "404 | Example". */
function partsOf(name: string): string[] {
  return name
    .split(/\s+[|–—·•»:-]\s+|\s*\|\s*/)
    .map(part => part.replace(/^[\s.!…]+|[\s.!…]+$/g, '').replace(/^(?:oops|ups|oh no|hoppla)\W+/i, ''))
    .filter(Boolean)
}

function isShort({ lines }: VisibleText): boolean {
  return lines.reduce((sum, line) => sum + line.text.length, 0) < 2500
}

/** Why a page gave no finding, and what to do about it. */
export function whyNothing(page: Page, text: VisibleText): Problem {
  const gate = gateOf(page, text)
  if (gate) return { code: 'no-access', says: advice[gate](page.title?.slice(0, 100) ?? '') }
  const address = onwardAddress(page, text)
  if (address) {
    const says = `This page only leads on to ${address}. Give that address.`
    return { code: 'no-access', says, values: { address } }
  }
  const says =
    'No event, statement, video or article was found on this page; it may fill itself by script. Fill in the entry by hand.'
  return { code: 'nothing-found', says }
}

const advice: Record<Gate, (title: string) => string> = {
  'sign-in': title => `${notItself(title)}. Open it in a browser, sign in there, save it and give the file.`,
  consent: title => `${notItself(title)}. Open it in a browser, agree there, save it and give the file.`,
  blocked: title => `${notItself(title)}. Open it in a browser, save it there and give the file.`,
  'not-found': title =>
    `The site says that the page was not found: “${title}”. Look for its new address, or fill in the entry by hand.`,
}

function notItself(title: string): string {
  return `This is not the page itself: “${title}”`
}
