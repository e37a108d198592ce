/**
 * Passkeys, where the browser has them: shows what was hidden until then, asks the browser when such a form is sent,
 * and sends the form with what it said.
 */
export function startPasskeys(): void {
  if (!('PublicKeyCredential' in window) || !('parseRequestOptionsFromJSON' in PublicKeyCredential)) return
  for (const each of document.querySelectorAll<HTMLElement>('[data-for-passkeys]')) each.hidden = false
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false
    form.addEventListener('submit', event => {
      event.preventDefault()
      void ask(form)
    })
  }
}

async function ask(form: HTMLFormElement): Promise<void> {
  const says = form.querySelector<HTMLElement>('[role=alert]')
  const button = form.querySelector('button')
  if (says) says.textContent = ''
  if (button) button.disabled = true
  try {
    const answer = await fetch(form.dataset.options!, { method: 'POST', body: new URLSearchParams() })
    if (answer.redirected) location.assign(answer.url)
    else if (!answer.ok) throw new Error(`${answer.status}`)
    else {
      const shown = await askBrowser(form.dataset.passkey!, await answer.json())
      form.querySelector<HTMLInputElement>('[name=passkey]')!.value = JSON.stringify(shown)
      form.submit()
    }
  } catch (error) {
    const isElsewhere = error instanceof DOMException && error.name === 'SecurityError'
    if (says) says.textContent = (isElsewhere ? form.dataset.elsewhere : form.dataset.failed) ?? ''
  } finally {
    if (button) button.disabled = false
  }
}

async function askBrowser(does: string, options: unknown): Promise<unknown> {
  const credential =
    does === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
            options as PublicKeyCredentialCreationOptionsJSON,
          ),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
            options as PublicKeyCredentialRequestOptionsJSON,
          ),
        })
  return (credential as PublicKeyCredential).toJSON()
}
