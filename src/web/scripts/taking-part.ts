/**
 * Says in forms of pages that are kept for everybody as whom one takes part, and takes the guest's fields away then.
 * Asked only once such a form is near: most readers never come there.
 */
export function showWhoTakesPart(): void {
  const places = [...document.querySelectorAll<HTMLElement>('.taking-part[data-who]')]
  if (places.length === 0) return
  let asked: Promise<Who | null> | undefined
  const near = new IntersectionObserver(
    seen => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue
        near.unobserve(target)
        asked ??= ask((target as HTMLElement).dataset.who!)
        void asked.then(who => who && show(target as HTMLElement, who))
      }
    },
    { rootMargin: '400px' },
  )
  for (const place of places) near.observe(place)
}

type Who = { kind: 'visitor' | 'curator'; name: string }

async function ask(address: string): Promise<Who | null> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null)
  const who = answer?.ok ? await answer.json() : null
  return who?.kind === 'visitor' || who?.kind === 'curator' ? who : null
}

function show(place: HTMLElement, { kind, name }: Who): void {
  const template = place.querySelector('template')
  const guest = place.querySelector<HTMLFieldSetElement>('fieldset.guest')
  if (!template || !guest) return
  const as = template.content.cloneNode(true) as DocumentFragment
  as.querySelector('[data-name]')!.textContent = name
  if (kind === 'curator') as.querySelector('[data-visitor]')?.remove()
  template.replaceWith(as)
  // What is disabled is neither asked for nor sent.
  guest.disabled = true
  guest.hidden = true
}
