import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The direction of the house (ARCHITECTURE.md): a room imports from the floors below it, never sideways, never up. */
const floors: Record<string, number> = {
  time: 0,
  domain: 1,
  intake: 2,
  outlet: 2,
  storage: 2,
  outside: 2,
  services: 3,
  web: 4,
  jobs: 4,
  cli: 4,
}
const roof = 5

const src = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(path => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map(path => ({ path, text: readFileSync(join(src, path), 'utf8') }))

describe('the house', () => {
  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  it('imports only go down', () => {
    expect(
      arrows()
        .filter(({ from, to }) => !goesDown(from, to))
        .map(draw),
    ).toEqual([])
  })

  it('the rooms of the web never import each other', () => {
    const shared = ['ui', 'middleware', 'scripts', 'style']
    const crossing = arrows().filter(({ from, to }) => {
      const [fromRoom, toRoom] = [webRoom(from), webRoom(to)]
      return fromRoom && toRoom && fromRoom !== toRoom && !shared.includes(toRoom)
    })
    expect(crossing.map(draw)).toEqual([])
  })

  it('shared parts of the web do not know its rooms', () => {
    const shared = ['ui', 'middleware']
    const upward = arrows().filter(({ from, to }) => {
      const [fromRoom, toRoom] = [webRoom(from), webRoom(to)]
      return fromRoom && toRoom && shared.includes(fromRoom) && !shared.includes(toRoom)
    })
    expect(upward.map(draw)).toEqual([])
  })

  it('has no circle of imports', () => {
    expect(circlesOf(arrows())).toEqual([])
  })

  it('the rooms in which posts are read form no circle either', () => {
    const between = arrows().flatMap(({ from, to }) => {
      const [one, other] = [partOf('intake/post', from), partOf('intake/post', to)]
      return one && other && one !== other ? [{ from: one, to: other }] : []
    })
    expect(between.length).toBeGreaterThan(10)
    expect(circlesOf(between)).toEqual([])
  })

  it('loads what reads files and finds doubles when somebody first comes for it', () => {
    const loaded = loadedWith('main.ts')
    expect(loaded.size).toBeGreaterThan(100)
    const heavy = /^(?:intake\/(?:inspect|calendar|post|page|feed)\b|domain\/(?:duplicate|identity)\b)/
    expect([...loaded].filter(path => heavy.test(path.split(sep).join('/')))).toEqual([])
  })

  it('only storage speaks to the database', () => {
    expect(importers(/^(kysely|pg|node:sqlite)$/).filter(path => roomOf(path) !== 'storage')).toEqual([])
  })

  it('only outside and the roof open sockets', () => {
    const sockets = importers(/^(node:)?(net|http|https|http2|tls|dgram|dns|undici|nodemailer)(\/|$)/)
    expect(sockets.filter(path => !['outside', ''].includes(roomOf(path)))).toEqual([])
  })

  it('only doors read the clock and the environment', () => {
    const below = files.filter(({ path }) => (floors[roomOf(path)] ?? roof) < 4)
    const readers = below.filter(({ text }) =>
      /\bDate\.now\(|\bnew Date\(\)|Temporal\.Now\.|process\.env/.test(withoutComments(text)),
    )
    expect(readers.map(({ path }) => path)).toEqual([])
  })

  it('has one clock, on the roof, but for what is a script of pages', () => {
    const readers = files.filter(({ text }) =>
      /\bDate\.now\b|\bnew Date\(\)|Temporal\.Now\./.test(withoutComments(text)),
    )
    const others = readers.filter(({ path }) => !path.startsWith(join('web', 'scripts')))
    expect(others.map(({ path }) => path)).toEqual(['clock.ts'])
  })

  it('time and domain are pure', () => {
    const impure = importers(/^node:/).filter(path => (floors[roomOf(path)] ?? roof) < 2)
    expect(impure).toEqual([])
  })

  it('keeps its files short', () => {
    const long = files.filter(({ path, text }) => text.split('\n').length > 350 && !isTable(path))
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('has no drawer for everything', () => {
    expect(
      files.filter(({ path }) =>
        /(^|\/)(utils?|common|types|helpers|misc)(\/|\.|$)/.test(path.split(sep).join('/')),
      ),
    ).toEqual([])
  })
})

type Arrow = { from: string; to: string }

function arrows(): Arrow[] {
  return files.flatMap(({ path, text }) =>
    specifiers(text)
      .filter(name => name.startsWith('.'))
      .map(name => ({ from: path, to: relative(src, join(src, dirname(path), name)) })),
  )
}

function specifiers(text: string): string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*(?:\{[^}]*\}[^'"\n;]*)?['"]([^'"\n]+)['"]|import\(\s*['"]([^'"\n]+)['"]/g,
  )
  return [...found].map(match => match[1] ?? match[2] ?? '')
}

/** All that comes with a file before anything in it runs: neither types nor what is imported later. */
function loadedWith(first: string): Set<string> {
  const textOf = new Map(files.map(({ path, text }) => [path, text]))
  const loaded = new Set<string>()
  const load = (path: string): void => {
    const text = textOf.get(path)
    if (text === undefined || loaded.has(path)) return
    loaded.add(path)
    for (const [, name] of text.matchAll(
      /(?:^|\n)(?:import|export) (?!type\b)[^'"\n;]*(?:\{[^}]*\}[^'"\n;]*)?['"](\.[^'"\n]+)['"]/g,
    ))
      load(join(dirname(path), name!))
  }
  load(first)
  return loaded
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
}

function importers(wanted: RegExp): string[] {
  return files.filter(({ text }) => specifiers(text).some(name => wanted.test(name))).map(({ path }) => path)
}

function goesDown(from: string, to: string): boolean {
  if (to.startsWith('..')) return isData(to)
  if (roomOf(from) === roomOf(to)) return true
  return (floors[roomOf(to)] ?? roof) < (floors[roomOf(from)] ?? roof)
}

function circlesOf(arrows: Arrow[]): string[] {
  const to = new Map<string, string[]>()
  for (const arrow of arrows) to.set(arrow.from, [...(to.get(arrow.from) ?? []), arrow.to])
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, way: string[]): void => {
    if (way.includes(path)) {
      found.push([...way.slice(way.indexOf(path)), path].join(' → '))
    } else if (!done.has(path)) {
      for (const next of to.get(path) ?? []) visit(next, [...way, path])
      done.add(path)
    }
  }
  for (const path of to.keys()) visit(path, [])
  return found
}

/** Catalogues and other data outside src may be imported from anywhere. */
function isData(path: string): boolean {
  return path.endsWith('.json')
}

/** Tables of words and names are data in TypeScript's clothes; they may be long. */
function isTable(path: string): boolean {
  return /(words|names|table)[^/]*\.ts$/.test(path)
}

function roomOf(path: string): string {
  const parts = path.split(sep)
  return parts.length > 1 ? (parts[0] ?? '') : ''
}

function webRoom(path: string): string | null {
  const [floor, room, file] = path.split(sep)
  return floor === 'web' && room && file ? room : null
}

/** The room within `house` that a file stands in; null for what stands before its rooms, and elsewhere. */
function partOf(house: string, path: string): string | null {
  const within = relative(join(src, house), join(src, path)).split(sep)
  return within[0] === '..' || within.length < 2 ? null : `${house}/${within[0]}`
}

function draw({ from, to }: Arrow): string {
  return `${from} → ${to}`
}
