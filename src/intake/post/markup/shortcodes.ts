/**
 * Short codes of WordPress, Hugo and Jekyll that stand for a video become what a browser would show; those that
 * only dress the text vanish.
 */
export function openShortcodes(text: string): string {
  if (!/\[|\{[{%]/.test(text)) return text
  return text
    .replace(/\{\{[<%]\s*\/?\s*([\w-]+)\b([^{}\n]{0,2000}?)\s*\/?\s*[%>]\}\}/g, (_, name, rest) =>
      hugo(name, rest),
    )
    .replace(/\{%\s*([\w-]+)\b([^{}\n]{0,2000}?)%\}/g, (_, name, rest) => hugo(name, rest))
    .replace(/\{\{[^{}<%\n]{0,200}\}\}/g, '')
    .replace(
      /\[(youtube|vimeo|dailymotion|ted|facebook|tweet)[= ]+([^\]\n]{1,400})\](?!\()/gi,
      (_, name, rest) => hugo(name, rest),
    )
    .replace(
      /\[(embed|video|audio|playlist)\b([^\]\n]{0,400})\]([^[\n]{0,400})\[\/\1\]/gi,
      (_, name, rest, inner) => hugo(name, `${inner} ${rest}`),
    )
    .replace(/\[(?:video|audio)\s([^\]\n]{1,400}=[^\]\n]{1,400})\]/gi, (_, rest) => hugo('video', rest))
    .replace(
      /\[\/?(?:caption|gallery|contact-form(?:-7|-field)?|vc_\w+|et_pb_\w+|polldaddy|soundcloud)\b[^\]\n]{0,800}\]/gi,
      '',
    )
}

function hugo(name: string, rest: string): string {
  const address = /https?:\/\/[^\s"'\]]+/.exec(rest)?.[0]
  const id = /(?:\bid\s*=\s*)?["']?([\w-]{5,})["']?/.exec(rest.trim())?.[1]
  const provider = name.toLowerCase()
  if (
    address &&
    /^(?:youtube|vimeo|dailymotion|ted|facebook|embed|video|audio|iframe|tweet|twitter|x)$/.test(provider)
  )
    return frame(address)
  if (provider === 'youtube' && id) return frame(`https://www.youtube.com/watch?v=${id}`)
  if (provider === 'vimeo' && id) return frame(`https://vimeo.com/${id}`)
  if (provider === 'figure' || provider === 'img') {
    const alt = /\b(?:alt|caption|title)\s*=\s*"([^"]*)"/.exec(rest)?.[1]
    return alt ? `<img alt="${alt.replaceAll('<', '&lt;')}">` : ''
  }
  return ''
}

function frame(address: string): string {
  return `\n\n<iframe src="${address.replaceAll('"', '%22')}"></iframe>\n\n`
}
