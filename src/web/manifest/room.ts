import { Hono } from 'hono'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf } from '../show.ts'
import { type Language, languages, wordsOf } from '../words.ts'

/**
 * What a phone needs to keep the site among its programs and to offer it where something is shared: what is shared
 * opens the desk's paste field, filled.
 */
const manifest = (language: Language) => ({
  id: paths.home(),
  name: 'Daylong',
  short_name: 'Daylong',
  description: wordsOf(language, languages[language].locale)('page.what'),
  lang: languages[language].tag,
  dir: languages[language].dir,
  start_url: paths.home(),
  scope: paths.home(),
  display: 'minimal-ui',
  background_color: '#fdfcf8',
  theme_color: '#14606a',
  icons: [
    { src: paths.asset('icon-192.png'), sizes: '192x192', type: 'image/png' },
    { src: paths.asset('icon-512.png'), sizes: '512x512', type: 'image/png' },
    { src: paths.asset('icon-whole-512.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  share_target: {
    action: paths.share(),
    method: 'GET',
    enctype: 'application/x-www-form-urlencoded',
    params: { title: 'title', text: 'text', url: 'url' },
  },
})

export function manifestRoom(parts: Parts): Hono<Env> {
  const room = new Hono<Env>()
  room.get(paths.manifest(), c =>
    c.body(JSON.stringify(manifest(readerOf(c, parts).language)), 200, {
      'content-type': 'application/manifest+json; charset=utf-8',
      'cache-control': 'public, max-age=86400',
      vary: 'Accept-Language, Cookie',
    }),
  )
  // Asked for unbidden where no script leads to the icon, and by readers of feeds.
  room.get(paths.favicon(), c => {
    c.header('cache-control', 'public, max-age=86400')
    return c.redirect(paths.asset('icon-96.png'))
  })
  return room
}
