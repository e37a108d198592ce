/**
 * Shows a recording in the page once somebody asks for it: only then is its provider asked for anything. What it needs of
 * style it gets here, so that other pages do not carry it.
 */
for (const place of document.querySelectorAll<HTMLElement>('[data-player]')) {
  place.hidden = false
  place.querySelector('button')?.addEventListener('click', () => {
    const player = playerFor(place.dataset)
    place.replaceChildren(player)
    player.focus()
  })
}

function playerFor({ player = '', kind, title = '' }: DOMStringMap): HTMLElement {
  if (kind === 'video' || kind === 'audio') {
    const media = document.createElement(kind)
    Object.assign(media, { src: player, controls: true, autoplay: true, title })
    media.style.inlineSize = '100%'
    return media
  }
  const frame = document.createElement('iframe')
  const src = new URL(player)
  src.searchParams.set('autoplay', '1')
  frame.allow = 'autoplay; fullscreen; encrypted-media; picture-in-picture'
  frame.allowFullscreen = true
  // YouTube refuses to play where it is not told on which site.
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  // It plays, and opens what is followed in it elsewhere; it does not lead this page away.
  frame.sandbox.add('allow-scripts', 'allow-same-origin', 'allow-presentation', 'allow-popups')
  frame.sandbox.add('allow-popups-to-escape-sandbox')
  frame.title = title
  Object.assign(frame.style, { inlineSize: '100%', aspectRatio: '16 / 9', border: '0' })
  frame.src = src.href
  return frame
}
