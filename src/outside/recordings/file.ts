import { fileKind } from '../../domain/recordings/player.ts'
import { seenAs } from '../../domain/recordings/seen.ts'
import { type Provider, unseen } from './ask.ts'

/**
 * A film or a sound that lies on somebody's server, by what HTTP says (RFC 9110 15.5.5, 15.5.11). Reading stops before
 * the first byte of it: what it is, its Content-Type tells. A page in its place is a site's way to say that it is gone,
 * or to ask for something: that is not known.
 */
export const file: Provider = {
  name: 'file',
  asksOwnHostOnly: true,
  knows: url => fileKind(url) !== null,
  async see(url, ask) {
    const told = await ask(url.href)
    if (told.ok) return unseen('strange')
    if (told.code === 'wrong-type') return seenAs({ stream: 'none', recording: 'available', embed: true })
    if (told.status === 404 || told.status === 410) return seenAs({ recording: 'removed' })
    return told.status === 401 || told.status === 403
      ? seenAs({ recording: 'private', embed: false })
      : unseen(told)
  },
}
