import { expect, test } from 'vitest'
import { mastodonLink, messageOf, networks, type Shared, shareLink } from './share-links.ts'

const shared: Shared = {
  title: 'Maps & rights',
  text: 'Maps & rights – 18 December',
  url: 'https://days.example/day/2020/maps',
  hashtags: ['#MigrantsDay', 'ForMigrants'],
}

test('each network opens a message that is ready, with the address and hashtags', () => {
  expect(networks.map(network => decodeURIComponent(shareLink(network, shared)))).toEqual([
    'https://x.com/intent/post?text=Maps & rights – 18 December&url=https://days.example/day/2020/maps&hashtags=MigrantsDay,ForMigrants',
    'https://bsky.app/intent/compose?text=Maps & rights – 18 December https://days.example/day/2020/maps #MigrantsDay #ForMigrants',
    'https://www.facebook.com/sharer/sharer.php?u=https://days.example/day/2020/maps',
    'https://wa.me/?text=Maps & rights – 18 December https://days.example/day/2020/maps #MigrantsDay #ForMigrants',
    'mailto:?subject=Maps & rights&body=Maps & rights – 18 December\r\n\r\nhttps://days.example/day/2020/maps',
  ])
  for (const network of networks) expect(shareLink(network, shared)).not.toMatch(/[ &](?=rights)|\s/)
})

test('a long title leaves room for the rest, and is not cut within a character', () => {
  const long = messageOf({ ...shared, text: '👩🏽‍🌾é'.repeat(100) })
  expect([...long].length).toBeLessThan(280)
  expect(long).not.toMatch(/\p{Cs}/u)
})

test('a server of Mastodon is taken by its name, its address or somebody’s own name there', () => {
  for (const told of ['mastodon.social', ' https://Mastodon.Social/home', '@robin@mastodon.social'])
    expect(mastodonLink(told, shared)).toMatch(/^https:\/\/mastodon\.social\/share\?text=Maps%20%26/)
  for (const told of [
    '',
    'mastodon',
    'javascript:alert(1)',
    'a.b/..',
    '1.2.3.4',
    'x.y:80',
    '"><b>.de',
    'aא.example',
  ])
    expect(mastodonLink(told, shared)).toBeNull()
})
