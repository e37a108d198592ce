import { fold } from '../../time/fold.ts'

/** Titles for windows and for sharing carry the site's name as a tail; the heading does not. */
export function bestTitle(
  heading: string | undefined,
  others: (string | undefined)[],
  site: string | undefined,
): string | undefined {
  const told = others.filter(name => name !== undefined)
  const invited = told.map(name => invitation.exec(name)?.[1]).find(Boolean)
  if (invited) return invited
  const first = told[0]
  if (!first) return heading
  const plain = withoutLabel(withoutHead(withoutTail(first, site), site))
  if (!heading) return plain
  // "Meeting – Example Site" in the menu, "Meeting of the fishers: …" on the page.
  if (plain !== first && plain.length < heading.length && fold(heading).startsWith(`${fold(plain)} `))
    return heading
  const [a, b] = [fold(heading), fold(first)]
  const isPart =
    b.startsWith(a) || fold(plain).endsWith(a) || b.endsWith(a) || told.some(name => fold(name).startsWith(a))
  return isPart && a.length >= 5 && a !== (site && fold(site)) ? heading : plain
}

/** "Example Forum 2026: Who speaks for the swamp?" of the site "Example Forum 2026". */
function withoutHead(title: string, site: string | undefined): string {
  const at = /\s*[:|–—·»]\s+|\s+-\s+/.exec(title)
  const isSite = at && site && fold(title.slice(0, at.index)) === fold(site)
  return isSite ? title.slice(at.index + at[0].length) || title : title
}

/** What providers and forms put before the name of an event. */
function withoutLabel(title: string): string {
  return title.replace(formLabel, '') || title
}

const formLabel =
  /^(?:event information|(?:webinar |event |online )?registration(?: form)?(?: for)?|register for|anmeldung(?: zu[mr]?)?|anmeldeformular|inscripci[oó]n(?:es)?|formulario de inscripci[oó]n|inscriç(?:ão|ões)|formulaire d[’']inscription|inscription|iscrizion[ei]|rejestracja|регистрация|реєстрація|التسجيل|पंजीकरण|報名|报名|申込(?:フォーム)?|참가 ?신청)\s*[:：–—|-]\s+/iu

/** Providers of meetings put the name into a sentence. */
const invitation =
  /^Welcome! You are invited to join an? (?:webinar|meeting|event): (.+?)\. After registering/i

/** What follows the page's own name in the window's title is the site's. */
export function siteInTitle(
  window: string | undefined,
  heading: string | undefined,
  shared: string | undefined,
): string | undefined {
  if (!window || [heading, shared].some(name => name && fold(name) === fold(window))) return undefined
  const at = [...window.matchAll(/\s+[|–—·•»«:-]\s+|\s*[|›»]\s*/g)].at(-1)
  if (!at || at.index < 3) return undefined
  const [head, tail] = [window.slice(0, at.index).trim(), window.slice(at.index + at[0].length).trim()]
  const isOwn = [heading, shared].some(
    name =>
      name &&
      (fold(name) === fold(head) || fold(name).startsWith(fold(head)) || fold(head).startsWith(fold(name))),
  )
  const isBar = /[|»›]/.test(at[0]) && head.length > tail.length
  return (isOwn || isBar) && tail.length > 1 && tail.length < 80 && !/^\d+$/.test(tail) ? tail : undefined
}

/** "Title | Site", "Title – Site": the tail goes where it is the site's name or a short last part behind a bar. */
export function withoutTail(title: string, site: string | undefined): string {
  const at = [...title.matchAll(/\s+[|–—·•»:-]\s+|\s*\|\s*/g)].at(-1)
  if (!at || at.index < 3) return title
  const [head, tail] = [title.slice(0, at.index).trim(), title.slice(at.index + at[0].length).trim()]
  const isSite =
    site !== undefined &&
    (fold(tail) === fold(site) || fold(site).includes(fold(tail)) || fold(tail).includes(fold(site)))
  const isBar = /[|»]/.test(at[0]) && tail.length <= 40 && tail.length < head.length
  return (isSite && tail.length > 1) || isBar ? head : title
}
