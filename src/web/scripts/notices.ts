// A browser that can show messages is offered to be told by them; the form tells where they are sent.

const form = document.querySelector<HTMLFormElement>('form[data-push]')
const zone = form?.querySelector<HTMLInputElement>('input[name=zone]')
if (zone) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone
const { worker } = document.documentElement.dataset
const part = form?.querySelector<HTMLElement>('.by-push')
if (form && part && worker && 'serviceWorker' in navigator && 'PushManager' in window) {
  part.hidden = false
  part.querySelector('button')!.addEventListener('click', event => {
    event.preventDefault()
    void ask(form, part, worker)
  })
}

async function ask(form: HTMLFormElement, part: HTMLElement, worker: string): Promise<void> {
  try {
    if ((await Notification.requestPermission()) !== 'granted') throw new Error('Not allowed.')
    await navigator.serviceWorker.register(worker)
    const { pushManager } = await navigator.serviceWorker.ready
    const applicationServerKey = bytesOf(form.dataset.push!)
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
    const { endpoint, keys } = subscription.toJSON()
    const told = { endpoint, p256dh: keys?.p256dh, auth: keys?.auth, by: 'push' }
    for (const [name, value] of Object.entries(told)) {
      const input =
        form.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? document.createElement('input')
      Object.assign(input, { type: 'hidden', name, value: value ?? '' })
      form.append(input)
    }
    form.submit()
  } catch {
    part.querySelector<HTMLElement>('.wrong')!.hidden = false
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const words = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(words, sign => sign.charCodeAt(0))
}
