import { expect, test } from 'vitest'
import { oembedAddressOf } from './oembed-address.ts'

test.each([
  ['https://www.youtube.com/watch?v=eiHXASgRTcA', 'https://www.youtube.com/oembed'],
  ['https://youtu.be/eiHXASgRTcA?t=3', 'https://www.youtube.com/oembed'],
  ['https://m.youtube.com/live/eiHXASgRTcA', 'https://www.youtube.com/oembed'],
  ['https://vimeo.com/235352744', 'https://vimeo.com/api/oembed.json'],
  ['https://player.vimeo.com/video/235352744', 'https://vimeo.com/api/oembed.json'],
  ['https://www.dailymotion.com/video/xy0wd', 'https://www.dailymotion.com/services/oembed'],
  ['https://dai.ly/xy0wd', 'https://www.dailymotion.com/services/oembed'],
  ['https://twitter.com/UN/status/507185938620219395', 'https://publish.twitter.com/oembed'],
  ['https://x.com/i/web/status/507185938620219395', 'https://publish.twitter.com/oembed'],
  ['https://bsky.app/profile/un.org/post/3kabc', 'https://embed.bsky.app/oembed'],
  ['https://soundcloud.com/example/talk', 'https://soundcloud.com/oembed'],
  ['https://www.flickr.com/photos/example/123', 'https://www.flickr.com/services/oembed/'],
  ['https://www.tiktok.com/@example/video/7012345678901234567', 'https://www.tiktok.com/oembed'],
  ['https://tube.example.org/w/9c9de5e80a1e484ab099e8', 'https://tube.example.org/services/oembed'],
  [
    'https://tube.example.org/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d',
    'https://tube.example.org/services/oembed',
  ],
  ['https://social.example.org/@net/105412345678901234', 'https://social.example.org/api/oembed'],
])('%s is told by %s', (url, endpoint) => {
  const address = new URL(oembedAddressOf(url)!)
  expect(address.origin + address.pathname).toBe(endpoint)
  expect(address.searchParams.get('url')).toBe(url)
})

test.each([
  'https://example.org/events/1',
  'https://www.youtube.com/@example',
  'https://twitter.com/UN',
  'https://vimeo.com/about',
  'https://notyoutube.com.example.org/watch?v=1',
  'https://evil.example/?https://youtube.com/watch?v=1',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'not an address',
  '',
])('%s is told by nobody', url => {
  expect(oembedAddressOf(url)).toBeNull()
})
