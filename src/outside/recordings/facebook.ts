import { seenAs } from '../../domain/recordings/seen.ts'
import { type Provider, unseen } from './ask.ts'
import { parsed, textAt } from './json.ts'

/**
 * Facebook tells by oEmbed whether a video is open to everybody (developers.facebook.com/docs/graph-api/reference/
 * oembed-video; without a key since 15 June 2026, 1,000 questions an hour). It tells neither a length nor whether it
 * is live, and refuses a private, a removed and a mistyped address alike: from a refusal nothing follows.
 */
export const facebook: Provider = {
  name: 'facebook',
  knows: ({ hostname, pathname, searchParams }) =>
    (/^(?:www\.|m\.|web\.)?facebook\.com$/.test(hostname) &&
      (/\/videos?\/|^\/reel\//.test(pathname) || (/^\/watch\/?/.test(pathname) && searchParams.has('v')))) ||
    hostname === 'fb.watch',
  async see(url, ask) {
    const told = await ask(
      `https://graph.facebook.com/v26.0/oembed_video?omitscript=true&url=${encodeURIComponent(url.href)}`,
    )
    if (!told.ok) return told.status === 400 || told.status === 404 ? unseen('not-told') : unseen(told)
    const answer = parsed(told.text)
    if (!answer || textAt(answer, 'type') !== 'video' || textAt(answer, 'html') === null)
      return unseen('strange')
    return seenAs({ recording: 'available', embed: true })
  },
}
