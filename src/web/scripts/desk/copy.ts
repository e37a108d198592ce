/** Buttons that copy what stands in a field; without script there is the field itself to copy from. */
export function startCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', async () => {
      const field = document.getElementById(button.dataset.copy ?? '') as HTMLTextAreaElement | null
      if (!field) return
      const isCopied = await navigator.clipboard?.writeText(field.value).then(
        () => true,
        () => false,
      )
      // Where the clipboard is closed to pages, what is marked can be copied by its keys.
      if (!isCopied) return field.select()
      button.textContent = button.dataset.done ?? ''
    })
  }
}
