// Once a form is touched, a worker works for what shows that no machine sends it by the thousand: typing is never slowed.

type Told = { challenge: unknown; opened: string }

const watched = new WeakSet<HTMLElement>()
watchAll()
// Forms may be put into the page later: they are watched from when they are first touched.
document.addEventListener('focusin', watchAll, { capture: true })

function watchAll(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-proof]')) {
    if (watched.has(part)) continue
    watched.add(part)
    watch(part, part.closest('form')!)
  }
}

function watch(part: HTMLElement, form: HTMLFormElement): void {
  let isWorking: Promise<void> | null = null
  const begin = () => (isWorking ??= prove(part).catch(() => {}))
  for (const touch of ['focusin', 'pointerdown'])
    form.addEventListener(touch, () => void begin(), { once: true, passive: true })
  // Who is faster than the worker waits for it, and never longer than a few seconds.
  form.addEventListener('submit', event => {
    if (event.defaultPrevented || field(part, 'work').value) return
    const { submitter } = event
    if (form.dataset.proven) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const enough = new Promise(done => setTimeout(done, 4000))
    void Promise.race([begin(), enough]).then(() => {
      form.dataset.proven = ''
      form.requestSubmit(submitter)
    })
  })
}

async function prove(part: HTMLElement): Promise<void> {
  const { proof = '', worker = '' } = part.dataset
  const told: Told = await (await fetch(proof)).json()
  field(part, 'opened').value ||= told.opened
  const { challenge } = told
  const working = new Worker(worker, { type: 'module' })
  const solution = await new Promise(done => {
    working.addEventListener('message', ({ data }) => done(data))
    working.postMessage({ challenge })
  })
  working.terminate()
  if (solution && typeof solution === 'object' && 'counter' in solution)
    field(part, 'work').value = btoa(JSON.stringify({ challenge, solution }))
}

function field(part: HTMLElement, name: string): HTMLInputElement {
  return part.querySelector<HTMLInputElement>(`input[name=${name}]`)!
}
