import { seenAs } from '../../domain/recordings/seen.ts'
import { type Ask, type Provider, unseen } from './ask.ts'
import { listAt, numberAt, secondsAt, textAt } from './json.ts'

/**
 * UN Web TV keeps its films with Kaltura, under a number that stands in the address of each; Kaltura's API tells of one
 * (developer.kaltura.com: session.startWidgetSession, baseEntry.list, KalturaEntryStatus; liveStream.isLive).
 */
export const unWebTv: Provider = {
  name: 'un-web-tv',
  knows: url => /^(?:webtv|media)\.un\.org$/.test(url.hostname) && entryOf(url) !== null,
  async see(url, ask) {
    const told = await ask(questionOf(entryOf(url)!))
    if (!told.ok) return unseen(told)
    const answers = answersIn(told.text)
    if (!answers) return unseen('strange')
    const [entry] = listAt(answers, 'objects')
    if (!entry)
      return numberAt(answers, 'totalCount') === 0 ? seenAs({ recording: 'removed' }) : unseen('strange')
    const title = textAt(entry, 'name')
    const created = numberAt(entry, 'createdAt')
    const about = { title, publishedAt: created === null ? null : created * 1000, embed: false }
    const status = numberAt(entry, 'status')
    // KalturaEntryType.LIVE_STREAM
    if (numberAt(entry, 'type') === 7) return seenAs({ ...about, stream: await isOn(entryOf(url)!, ask) })
    if (status === 2)
      return seenAs({
        ...about,
        stream: 'none',
        recording: 'available',
        seconds: secondsAt(entry, 'duration'),
      })
    if (status === 3 || status === 6) return seenAs({ ...about, recording: 'removed' })
    const isMade = status === 0 || status === 1 || status === 4 || status === 7
    return isMade ? seenAs({ ...about, recording: 'processing' }) : unseen('strange')
  },
}

const api = 'https://cdnapisec.kaltura.com/api_v3/service'
/** The United Nations' number with Kaltura, as the pages of UN Web TV name it. */
const partner = 2503451

/** `/en/asset/k1o/k1o7stmi6p` is of the entry `1_o7stmi6p`. */
function entryOf({ pathname }: URL): string | null {
  const [, digit, rest] = /^\/[a-z]{2}\/asset\/k\w{2}\/k(\d)(\w{8})\/?$/.exec(pathname) ?? []
  return digit && rest ? `${digit}_${rest}` : null
}

function questionOf(entry: string): string {
  const asked = new URLSearchParams({
    format: '1',
    '1:service': 'session',
    '1:action': 'startWidgetSession',
    '1:widgetId': `_${partner}`,
    '2:service': 'baseEntry',
    '2:action': 'list',
    '2:ks': '{1:result:ks}',
    '2:filter:redirectFromEntryId': entry,
  })
  return `${api}/multirequest?${asked}`
}

/** The second of the two answers. */
function answersIn(text: string): unknown {
  try {
    const told: unknown = JSON.parse(text)
    return Array.isArray(told) ? told[1] : null
  } catch {
    return null
  }
}

async function isOn(entry: string, ask: Ask): Promise<'live' | 'none' | null> {
  const asked = new URLSearchParams({
    service: 'liveStream',
    action: 'isLive',
    id: entry,
    protocol: 'hls',
    format: '1',
  })
  const told = await ask(`https://cdnapisec.kaltura.com/api_v3/index.php?${asked}`)
  if (!told.ok) return null
  return told.text.trim() === 'true' ? 'live' : told.text.trim() === 'false' ? 'none' : null
}
