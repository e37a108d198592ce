import { addressKey } from '../../address-key.ts'
import { unwrappedAddress } from '../../plain-address.ts'
import { remembering } from '../../remembering.ts'

/**
 * What an address leads to, as `addressKey` says, and further than what is kept under a key may be told apart: sites
 * that number their things, pages for phones, and what is asked for beside a file.
 */
export const leadsTo = remembering(keyOf)

function keyOf(address: string): string {
  const url = URL.parse(unwrappedAddress(address))
  if (!url || !/^https?:$/.test(url.protocol)) return addressKey(address)
  const host = url.hostname.replace(/^(?:www|m|mobile|amp)\./, '')
  for (const [site, its, number] of numbered) {
    const found = its.test(host) ? number.exec(url.pathname)?.[1] : undefined
    if (found) return `${site}:${found}`
  }
  // Rooms are found whichever way their names are written.
  if (host === 'meet.jit.si') url.pathname = url.pathname.toLowerCase()
  if (/(?:^|\.)teams\.(?:microsoft|live)\.com$/.test(host)) url.pathname = unescaped(url.pathname)
  else url.pathname = url.pathname.replace(/\/amp(?:\/story)?(?=\/)/, '')
  if (isFile.test(url.pathname)) url.search = ''
  else
    for (const [name, value] of [...url.searchParams])
      if (isForPhones(name, value)) url.searchParams.delete(name)
  if (channels.test(host)) url.pathname = url.pathname.replace(lately, '')
  return addressKey(url.href)
}

/** What is asked for beside a file only counts or breaks caches. */
const isFile = /\.(?:pdf|docx?|odt|pptx?|odp|xlsx?|ods|epub|zip|jpe?g|png|webp|gif|mp[34])$/i

/** The same page for phones. */
function isForPhones(name: string, value: string): boolean {
  return name === 'amp' || (/^(?:output(?:type)?|mode)$/i.test(name) && value === 'amp')
}

/** What somebody sends there, now or lately: the channel. */
const channels = /^(?:(?:[\w-]+\.)?(?:facebook|instagram|youtube|tiktok|twitch)\.(?:com|tv))$/
const lately = /(?<=^\/.+)\/(?:live|live_videos|videos|streams|featured)\/?$/

/** Sites that give each thing a number, wherever it stands. */
const numbered: readonly [name: string, host: RegExp, number: RegExp][] = [
  ['peatix', /(?:^|\.)peatix\.com$/, /^\/(?:[a-z]{2}\/)?event\/(\d{5,})/],
  ['sympla', /(?:^|\.)sympla\.com\.br$/, /^\/.*?(?:__|\/)(\d{6,})/],
  ['instagram', /(?:^|\.)instagram\.com$/, /^\/(?:[\w.]+\/)?(?:p|reel|tv)\/([\w-]{6,})/],
  ['tweet', /^(?:twitter|x)\.com$/, /\/status(?:es)?\/(\d{8,})/],
  ['un-web-tv', /^(?:webtv|media)\.un\.org$/, /^\/(?:[a-z]{2}\/)?asset\/(?:\w+\/)?(\w{6,})$/],
  ['teams-event', /^events\.teams\.microsoft\.com$/, /^\/event\/([\w-]{8,})/],
  ['google-form', /^docs\.google\.com$/, /^\/forms\/(?:u\/\d\/)?d\/(?:e\/)?([\w-]{10,})/],
  ['google-doc', /^docs\.google\.com$/, /^\/\w+\/(?:u\/\d\/)?d\/(?:e\/)?([\w-]{10,})/],
  ['luma', /^(?:lu\.ma|luma\.com)$/, /^\/([\w-]{4,})$/],
  ['crowdcast', /(?:^|\.)crowdcast\.io$/, /^\/(?:e|c)\/([\w-]{3,})/],
  ['hopin', /(?:^|\.)hopin\.(?:com|to)$/, /^\/events\/([\w-]{4,})/],
]

/** A meeting has `19:…@thread.v2` in its address, or each of its signs escaped. */
function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
