import type { FeedMedia } from './feed.ts'

/** What is told of a file by the end of its address; null where that is no file to be listened to or watched. */
export function mediaOf(address: string): FeedMedia | null {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const ending = /\.([a-z0-9]{2,5})$/i.exec(url.pathname)?.[1]?.toLowerCase() ?? ''
  const type = types[ending]
  return type ? { url: url.href, type, length: null } : null
}

const types: Record<string, string> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  flac: 'audio/flac',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  m4v: 'video/x-m4v',
  mov: 'video/quicktime',
  ogv: 'video/ogg',
  webm: 'video/webm',
}
