import { renew } from './renew.ts'

/**
 * The slider that replays the day. While it is drawn the page's own rules move what is there; when it is let go,
 * the server's page as of that moment takes its place, so that links and recordings are those of the moment too.
 *
 * @returns whether the page shows the slider's moment and not now
 */
export function replay(
  form: HTMLFormElement,
  show: (at: number) => void,
  renewed: (part: ParentNode) => void,
): () => boolean {
  const slider = form.querySelector<HTMLInputElement>('input[type=range]')!
  const button = form.querySelector('button')!
  const back = form.querySelector('a')
  let active = false
  let frame = 0
  let playing = 0

  button.type = 'button'
  button.classList.add('play')
  button.setAttribute('aria-pressed', 'false')
  button.textContent = '▶'
  button.setAttribute('aria-label', form.querySelector('label')!.textContent!)

  slider.addEventListener('input', draw)
  slider.addEventListener('change', () => void settle())
  button.addEventListener('click', () => (playing ? pause() : play()))

  function draw() {
    active = true
    // Until the server tells them, no links are shown: those that stand there are of another moment.
    document.documentElement.toggleAttribute('data-replaying', true)
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => show(Number(slider.value) * 1000))
  }

  function play() {
    if (slider.value === slider.max) slider.value = slider.min
    button.setAttribute('aria-pressed', 'true')
    button.textContent = '❚❚'
    playing = window.setInterval(() => {
      slider.value = String(Number(slider.value) + Number(slider.step))
      draw()
      if (slider.value === slider.max) pause()
    }, 120)
  }

  function pause() {
    clearInterval(playing)
    playing = 0
    button.setAttribute('aria-pressed', 'false')
    button.textContent = '▶'
    void settle()
  }

  async function settle() {
    if (playing) return
    const address = new URL(location.href)
    address.searchParams.set('at', slider.value)
    address.hash = ''
    const lists = await renew(address)
    if (playing || slider.value !== address.searchParams.get('at')) return
    document.documentElement.toggleAttribute('data-replaying', false)
    if (!lists) return
    if (back) back.hidden = false
    history.replaceState(null, '', address)
    for (const list of lists) renewed(list)
    show(Number(slider.value) * 1000)
  }

  return () => active
}
