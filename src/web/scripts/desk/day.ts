import { dayOf } from '../../../time/days.ts'
import { sayClock, sayDay, sayZone } from '../../../time/say-time.ts'
import { clockNow } from '../clock.ts'
import { citiesNamed, keepNames } from './cities.ts'
import { putIn, renewParts } from './renewed.ts'

/** The page of whoever watches over the day: its clocks go, and what is pressed is done in place. */
export function watchOverDay(): void {
  const part = document.querySelector<HTMLElement>('.day-watch')
  if (!part) return
  const keys = document.querySelector<HTMLElement>('.day-keys')
  if (keys) keys.hidden = false
  keepNames(part.querySelectorAll<HTMLElement>('[data-place]'))
  tick(part)
  setInterval(tick, 1000, part)
  void citiesNamed().then(() => tick(part))
  document.addEventListener('renewed', () => tick(part))
  hear(part)
  part.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement
    if (!('inPlace' in form.dataset)) return
    event.preventDefault()
    void send(form, event.submitter as HTMLButtonElement | null)
  })
}

/** What readers are told of is seen here as soon as they are; the rest, and all where nothing can be heard, each minute. */
function hear({ dataset }: HTMLElement): void {
  if (!dataset.live) return
  let waiting = 0
  const source = new EventSource(dataset.live)
  for (const type of ['change', 'reload'])
    source.addEventListener(type, () => {
      clearTimeout(waiting)
      waiting = window.setTimeout(renewParts, gatheredMs, ['day'])
    })
  addEventListener('pagehide', () => source.close())
}

/** Several changes of one moment are one. */
const gatheredMs = 400

/** Where the answer is no such page – an address was none, somebody has signed out – the form goes its own way. */
async function send(form: HTMLFormElement, submitter: HTMLButtonElement | null): Promise<void> {
  const body = new URLSearchParams(new FormData(form, submitter) as never)
  const answer = await fetch(form.action, { method: 'POST', body }).catch(() => null)
  if (answer && (await putIn(answer))) return
  delete form.dataset.inPlace
  form.requestSubmit(submitter)
}

function tick(part: HTMLElement): void {
  const { locale = 'en', chosen } = document.documentElement.dataset
  const now = clockNow()
  if (chosen === undefined) putOwn(part)
  for (const place of part.querySelectorAll<HTMLElement>('[data-ticks]'))
    say(place, sayClock(now, place.dataset.ticks!, locale))
  for (const place of part.querySelectorAll<HTMLElement>('[data-place]'))
    say(place, sayZone(place.dataset.place!, now, locale))
  for (const place of part.querySelectorAll<HTMLElement>('[data-day]'))
    say(place, sayDay(dayOf(now, place.dataset.day!), 'short', locale))
}

/** The zone of this machine, where nobody chose one; the programme’s own stands beside it. */
function putOwn(part: HTMLElement): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const [own, home] = part.querySelectorAll<HTMLElement>('.day-time')
  if (!zone || !own || !home) return
  for (const name of ['ticks', 'place', 'day'])
    for (const place of own.querySelectorAll<HTMLElement>(`[data-${name}]`)) place.dataset[name] = zone
  home.hidden = home.querySelector<HTMLElement>('[data-ticks]')?.dataset.ticks === zone
}

function say(place: HTMLElement, words: string): void {
  if (place.textContent !== words) place.textContent = words
}
