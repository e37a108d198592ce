import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { paths } from './paths.ts'
import { type Language, languages } from './words.ts'

/** What `vite build` made for the pages. The style and the first script stand in the page itself: one request less. */
export type Assets = {
  style: string
  /** The same for all pages but programmes. */
  besides: string
  /** Puts the reader's zone in while the page is being read. */
  head: string
  /** Address of the script that keeps now moving. */
  programme: string | null
  /** Addresses of what only the desk's pages load; null where nothing is built. */
  desk: { script: string; style: string } | null
  /** Address of the script that is loaded when a page has long been there, and keeps it true; null where nothing is built. */
  live: string | null
  /** Addresses of what cities are called, by language; none where nothing is built. */
  cities: Partial<Record<Language, string>>
  /** Address of the style of pages across editions; null where nothing is built. */
  archive: string | null
  /** Address of the style that only a reader’s plan has. */
  plan: string | null
  /** Address of the script that shows a recording where somebody asks for it. */
  player: string | null
  /** Address of the style of figures and their charts; null where nothing is built. */
  figures: string | null
  /** Address of the script by which a browser asks to be told; null where nothing is built. */
  notices: string | null
  /** Addresses of what only pages with comments load; null where nothing is built. */
  comments: { script: string; style: string } | null
  /** Addresses of the script of forms that strangers send, and of what works for it; null where nothing is built. */
  proof: { script: string; worker: string } | null
  /** Address of the style of pages of those who take part. */
  you: string | null
  /** Address of the style of what readers suggest. */
  suggest: string | null
  /** Whether there is a script that keeps pages for readers who are offline. */
  worker: boolean
  /** Content-Security-Policy sources of what stands in the page itself. */
  styleHashes: string[]
  headHash: string | null
  folder: string | null
}

/** The built assets; empty where nothing is built yet, so that pages can be tested as they are without script and style. */
export function loadAssets(from: string = import.meta.dirname): Assets {
  const folder = assetsFolder(from)
  if (!folder)
    return {
      style: '',
      besides: '',
      head: '',
      programme: null,
      desk: null,
      live: null,
      cities: {},
      archive: null,
      plan: null,
      player: null,
      figures: null,
      notices: null,
      comments: null,
      proof: null,
      you: null,
      suggest: null,
      worker: false,
      styleHashes: [],
      headHash: null,
      folder: null,
    }
  const manifest = { ...read(folder, 'manifest-desk.json'), ...read(folder, 'manifest.json') }
  const styleOf = (name: string) =>
    readFileSync(join(folder, manifest[`src/web/style/${name}.css`]!.file), 'utf8').trim()
  const style = styleOf('main')
  const besides = styleOf('besides')
  const head = readFileSync(join(folder, 'head.js'), 'utf8').trim()
  const archive = manifest['src/web/style/archive.css']
  const plan = manifest['src/web/style/plan.css']
  const player = manifest['src/web/scripts/player.ts']
  const figures = manifest['src/web/style/figures.css']
  const notices = manifest['src/web/scripts/notices.ts']
  const comments = {
    script: manifest['src/web/scripts/comments.ts'],
    style: manifest['src/web/style/comments.css'],
  }
  const proof = manifest['src/web/scripts/proof.ts']
  const prover = manifest['src/web/scripts/proof-worker.ts']
  const you = manifest['src/web/style/you.css']
  const suggest = manifest['src/web/style/suggest.css']
  const address = (source: string) => paths.asset(manifest[source]!.file)
  return {
    style,
    besides,
    head,
    programme: address('src/web/scripts/programme.ts'),
    desk: { script: address('src/web/scripts/desk.ts'), style: address('src/web/style/desk.css') },
    live: address('src/web/scripts/live.ts'),
    cities: Object.fromEntries(
      Object.keys(languages).map(language => [language, address(`locales/cities/${language}.json`)]),
    ),
    archive: archive ? paths.asset(archive.file) : null,
    plan: plan ? paths.asset(plan.file) : null,
    player: player ? paths.asset(player.file) : null,
    figures: figures ? paths.asset(figures.file) : null,
    notices: notices ? paths.asset(notices.file) : null,
    comments:
      comments.script && comments.style
        ? { script: paths.asset(comments.script.file), style: paths.asset(comments.style.file) }
        : null,
    proof: proof && prover ? { script: paths.asset(proof.file), worker: paths.asset(prover.file) } : null,
    you: you ? paths.asset(you.file) : null,
    suggest: suggest ? paths.asset(suggest.file) : null,
    worker: existsSync(join(folder, 'worker.js')),
    styleHashes: [cspHash(style), cspHash(besides)],
    headHash: cspHash(head),
    folder,
  }
}

function read(folder: string, name: string): Record<string, { file: string }> {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'))
}

/** The hash by which a Content-Security-Policy lets an inline element pass. */
export function cspHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** `dist/assets` beside the source or above the built server. */
function assetsFolder(from: string): string | null {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'dist', 'assets')
    if (existsSync(join(candidate, 'manifest-desk.json'))) return candidate
  }
  return null
}
