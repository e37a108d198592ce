import { phaseOf } from '../../domain/phase.ts'
import { dayOf } from '../../time/days.ts'
import { sayAgo, sayDayOf, sayDuration } from '../../time/say-time.ts'
import { fill } from '../ui/when.ts'
import { arranging } from './arrange.ts'
import { arrangeChoice } from './arrange-choice.ts'
import { arrangeDays } from './arrange-days.ts'
import { drawAxis, moveNow, tellClocks } from './axis.ts'
import { clockNow, speed } from './clock.ts'
import { entryOf } from './entries.ts'
import { count, findAsOneTypes } from './find.ts'
import { atLeisure, inParts } from './in-parts.ts'
import { keepForOffline } from './keep-for-offline.ts'
import { kiosk } from './kiosk.ts'
import type { Tools } from './live/tools.ts'
import { learnCity } from './own-city.ts'
import { renew } from './renew.ts'
import { replay } from './replay.ts'
import { renameCity, rewriteTimes } from './rewrite.ts'
import { starring } from './star.ts'
import { type PageState, readState } from './state.ts'

const patience = 20_000 / speed
/** How often a page looks at its clock. */
const tickMs = Math.max(500, 20_000 / speed)

/** Keeps now moving on a page that shows times: phases, sections, the now-line, minutes left. */
const state = readState()
if (state) {
  const opened = performance.now()
  let star: (part: ParentNode) => void = () => {}
  if (!('kiosk' in document.documentElement.dataset))
    // What the browser keeps of stars has to be asked for, which takes as long as all the rest.
    atLeisure(() => {
      star = starring(state)
    })
  const isMoved = new URLSearchParams(location.search).has('at')
  // A page that was kept for a while shows the moment it was made for; the reader's clock is the one that counts.
  const clock = { now: clockNow }
  const now = () => (isMoved ? state.words.now + performance.now() - opened : clock.now())
  // Where nobody chose a zone, the page shows the reader's own in the place of the programme's.
  const { chosen, zone } = document.documentElement.dataset
  const isOwnZone = chosen === undefined && zone !== state.zone
  const dress = (part: ParentNode) => {
    if (isOwnZone)
      for (const figure of part.querySelectorAll<HTMLElement>('.fifty')) drawAxis(figure, state, now())
    rewriteTimes(part, state)
    star(part)
  }
  const nameOwn = async () => {
    const former = await learnCity(state.zone, state.locale).catch(() => null)
    if (former !== null) renameCity(former, state)
    for (const figure of document.querySelectorAll<HTMLElement>('.fifty')) {
      if (former !== null) moveNow(figure, state, now())
      tellClocks(figure, state, true)
    }
  }
  // What is not there at once is said as tzdb has it; without a network that stays.
  if (isOwnZone) {
    arrangeChoice(state)
    atLeisure(nameOwn)
  }
  const settle = () => {
    arrangeDays(state, now())
    show(state, now())
  }
  const slider = document.querySelector<HTMLFormElement>('.replay')
  const isReplaying = slider
    ? replay(
        slider,
        at => show(state, at),
        list => {
          rewriteTimes(list, state)
          star(list)
          arrangeDays(state, now())
        },
      )
    : () => false
  let phases = ''
  const tick = () => {
    if (isReplaying()) return
    show(state, now())
    const before = phases
    phases = [...document.querySelectorAll('.entry[data-t]')].map(({ className }) => className).join()
    if (before && before !== phases && !isMoved) setTimeout(refresh, Math.random() * patience)
  }
  // Something has begun or ended: its links are others now. Not all readers ask in the same second.
  // One answer is waited for at a time: an older one that came late would take the place of a newer.
  let [wanted, taken, isAsking] = [0, 0, false]
  const refresh = async () => {
    if (isReplaying() || document.visibilityState === 'hidden') return
    wanted++
    if (isAsking) return
    isAsking = true
    while (taken < wanted) {
      taken = wanted
      await anew().catch(() => {})
    }
    isAsking = false
  }
  let anew = async () => {
    for (const list of (await renew(new URL(location.href))) ?? []) dress(list)
    settle()
  }
  const form = document.querySelector<HTMLFormElement>('form[data-find]')
  if (form) {
    // The hours in which somebody is awake are those of the zone that the page shows.
    form.addEventListener('formdata', ({ formData }) => {
      if (isOwnZone && formData.getAll('only').includes('awake')) formData.set('zone', state.zone)
    })
    const unsaid = () => {
      // How many that are was counted in the zone of the programme, unless it is asked for.
      const awake = form.querySelector<HTMLInputElement>('input[value=awake]')
      const count = awake?.closest('label')?.querySelector(':scope > small')
      if (count && isOwnZone && !awake!.checked) count.textContent = ''
    }
    unsaid()
    findAsOneTypes(form, part => {
      unsaid()
      dress(part)
      settle()
    })
  }
  kiosk(state, now)
  inParts(showing(state, now()), () => {
    document.documentElement.dataset.moves = ''
  })
  setInterval(tick, tickMs)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && tick())
  const { live } = state.words
  const tools: Tools = {
    state,
    clock,
    isElsewhen: () => isMoved || isReplaying(),
    dress,
    settle,
    star: part => star(part),
    tick,
    count,
    dayOf,
    sayDayOf,
  }
  const keepTrue = async () => {
    // What it puts in keeps its place and its focus.
    anew = (await import(/* @vite-ignore */ live!.script)).keepTrue(live, tools) ?? anew
  }
  // What keeps the page true is no hurry.
  if (live) setTimeout(() => keepTrue().catch(() => {}), 500)
} else {
  const form = document.querySelector<HTMLFormElement>('form[data-find]')
  if (form) findAsOneTypes(form, () => {})
}

keepForOffline()

function show(state: PageState, now: number): void {
  const { activeElement: active } = document
  for (const _ of showing(state, now));
  // A row that moves to where it belongs now loses the focus.
  if (active !== document.activeElement) (active as HTMLElement | null)?.focus({ preventScroll: true })
}

/** Shows the page as of a moment; when it is opened, in parts. */
function* showing(state: PageState, now: number): Generator<void> {
  const rows = [...document.querySelectorAll<HTMLElement>('.entry[data-t]')]
  // What they tell is read but once: after it they are arranged at one blow.
  for (const row of rows) {
    entryOf(row)
    yield
  }
  yield* arranging(state, now, true)
  yield
  const reckoning = { zone: state.zone, assumedMinutes: state.words.assumed }
  for (const row of rows) {
    yield
    const entry = entryOf(row)
    const at = phaseOf(entry, now, reckoning)
    const phase = at.phase ?? ''
    for (const name of ['upcoming', 'soon', 'on', 'over']) row.classList.toggle(name, name === phase)
    row.classList.toggle('probably', at.probably)
    const words = state.words.say
    const key = at.today
      ? 'phase.today'
      : !at.phase || at.phase === 'upcoming'
        ? null
        : (`phase.${at.phase}${at.probably ? '.probably' : ''}` as keyof typeof words)
    const element = row.querySelector('.phase')
    if (element && element.textContent !== (key ? words[key] : ''))
      element.textContent = key ? words[key] : ''
    sayLeft(row, element, sayDistance(entry.startsAt!, entry.endsAt, phase, now, state))
  }
  for (const time of document.querySelectorAll<HTMLTimeElement>('time.ago')) {
    time.title ||= time.textContent!
    const words = sayAgo(now - Date.parse(time.dateTime), state.locale)
    if (time.textContent !== words) time.textContent = words
  }
  yield
  for (const figure of document.querySelectorAll<HTMLElement>('.fifty')) {
    yield* colouring(figure, now, state)
    moveNow(figure, state, now)
  }
}

/** `40 minutes left`, `began 20 minutes ago`, `in 15 minutes`: only where it is near. */
function sayDistance(
  startsAt: number,
  endsAt: number | null,
  phase: string,
  now: number,
  { words, locale }: PageState,
): string {
  const near = 3 * 3_600_000
  if (phase === 'on' && endsAt !== null && endsAt - now < near)
    return fill(words.say.left, { duration: sayDuration(endsAt - now, locale) })
  if (phase === 'on' && now - startsAt >= 60_000 && now - startsAt < near)
    return fill(words.say.ago, { duration: sayDuration(now - startsAt, locale) })
  if ((phase === 'soon' || phase === 'upcoming') && startsAt - now < near)
    return fill(words.say.in, { duration: sayDuration(startsAt - now, locale) })
  return ''
}

function sayLeft(row: HTMLElement, after: Element | null, words: string): void {
  const known = row.querySelector('.left')
  if (!words || !after) known?.remove()
  else if (known) known.textContent = words
  else {
    const left = document.createElement('span')
    left.className = 'left'
    left.textContent = words
    after.after(left)
  }
}

/** The bars of the picture, and how many there are of each colour. */
function* colouring(figure: HTMLElement, now: number, state: PageState): Generator<void> {
  const counts: Record<string, number> = { on: 0, soon: 0, upcoming: 0, over: 0, rec: 0 }
  const reckoning = { zone: state.zone, assumedMinutes: state.words.assumed }
  for (const bar of figure.querySelectorAll<SVGAElement>('[data-t]')) {
    yield
    const { phase, probably } = phaseOf(entryOf(bar as unknown as HTMLElement), now, reckoning)
    const isRecorded = bar.classList.contains('rec')
    const look = `${phase ?? ''}${isRecorded ? ' rec' : ''}${probably ? ' probably' : ''}`
    if (bar.getAttribute('class') !== look) bar.setAttribute('class', look)
    if ('in' in bar.dataset) continue
    const key = phase === 'over' && isRecorded ? 'rec' : phase
    if (key) counts[key]!++
  }
  for (const [name, count] of Object.entries(counts)) {
    const key = figure.querySelector<HTMLElement>(`.key.${name}`)
    if (!key) continue
    key.hidden = count === 0
    if (count === Number(key.dataset.count)) continue
    key.dataset.count = String(count)
    const words = key.textContent!.replace(
      /[\d\u0660-\u0669]+/,
      new Intl.NumberFormat(state.locale).format(count),
    )
    if (key.textContent !== words) key.textContent = words
  }
}
