/** Sends an export with its progress shown: a browser tells none of what a form sends. */
export class ExportUpload extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    form?.addEventListener('submit', event => {
      event.preventDefault()
      this.#send(form)
    })
  }

  #send(form: HTMLFormElement): void {
    const line = form.querySelector<HTMLElement>('.progress')!
    const bar = line.querySelector('progress')!
    const words = line.querySelector('span')!
    const button = form.querySelector<HTMLButtonElement>('button[type="submit"]')!
    const request = new XMLHttpRequest()
    button.disabled = true
    line.hidden = false
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      const percent = total ? Math.floor((loaded / total) * 100) : 0
      bar.value = percent
      words.textContent = (this.dataset.sending ?? '').replace('{percent}', String(percent))
    })
    request.addEventListener('load', () => {
      if (request.status < 400) location.assign(request.responseURL)
      else {
        const answer = new DOMParser().parseFromString(request.responseText, 'text/html')
        words.textContent = answer.querySelector('.problems')?.textContent ?? this.dataset.failed ?? ''
        button.disabled = false
      }
    })
    request.addEventListener('error', () => {
      button.disabled = false
      words.textContent = this.dataset.failed ?? ''
    })
    request.open('POST', form.action)
    request.send(new FormData(form))
  }
}
