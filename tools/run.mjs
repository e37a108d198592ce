// The door of every npm script. It runs on any Node from 20 on, installs what is missing, and starts the
// rest with Node 26, which comes from npm where the machine has an older one.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'node_modules', '.daylong-installed')
const wanted = 26
// Room for new objects, in megabytes. Half of it costs a page a fifth more time, Node’s own choice 25 MB and gains nothing.
const lean = '--max-semi-space-size=16'

const [act = '', ...args] = process.argv.slice(2)
const acts = {
  start: async () => {
    install({ dev: false })
    build()
    await run([lean, join(root, 'dist/server/main.js'), '--demo', ...args])
  },
  serve: async () => acts.cli('serve'),
  cli: async () => {
    install({ dev: false })
    build()
    await run([lean, join(root, 'dist/server/daylong.js'), ...args])
  },
  dev: async () => {
    install({ dev: true })
    build()
    await run([join(root, 'tools/dev.ts'), ...args])
  },
  test: async () => {
    install({ dev: true })
    await run([bin('typescript', 'bin/tsc'), '--noEmit'])
    await run([bin('@biomejs/biome', 'bin/biome'), 'check'])
    await run([bin('knip', 'bin/knip.js')])
    build()
    await run([bin('vitest', 'vitest.mjs'), 'run', ...args])
  },
  bench: async () => {
    install({ dev: true })
    build()
    await run(['--expose-gc', lean, join(root, 'bench/main.ts'), ...args])
  },
  accuracy: async () => {
    install({ dev: true })
    if (args.includes('--spam')) installBeside('tools/spam')
    await run([join(root, 'tools/accuracy.ts'), ...args])
  },
  words: async () => {
    install({ dev: true })
    await run([join(root, 'tools/words.ts'), ...args])
  },
  cities: async () => {
    install({ dev: true })
    installBeside('tools/cities')
    await run([join(root, 'tools/cities.ts'), ...args])
  },
  fuzz: async () => {
    install({ dev: true })
    await run([join(root, 'tools/fuzz.ts'), ...args])
  },
  audit: async () => {
    install({ dev: true })
    installBeside('tools/audit')
    build()
    await run([join(root, 'tools/audit.ts'), ...args])
  },
  kills: async () => {
    install({ dev: true })
    build()
    await run([join(root, 'tools/kills.ts'), ...args])
  },
}

if (!acts[act]) fail(`Unknown act “${act}”. Known: ${Object.keys(acts).join(', ')}.`)
await acts[act]()

/** Install from the lock file when it changed since the last time, or when developers' packages are asked for first. */
function install({ dev }) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const [had, kind] = existsSync(stamp) ? readFileSync(stamp, 'utf8').trim().split(' ') : []
  if (had === lock && (kind === 'dev' || !dev)) return
  const all = dev || kind === 'dev'
  say('Installing what Daylong needs (once) …')
  const npm = process.env.npm_execpath
  const words = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(all ? ['--include=dev'] : ['--omit=dev']),
  ]
  const done =
    npm && /npm-cli\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: ['ignore', 2, 2] })
      : spawnSync('npm', words, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (done.status !== 0)
    fail('npm could not install the packages. Is there a connection to the npm registry?')
  writeFileSync(stamp, `${lock} ${all ? 'dev' : 'run'}\n`)
}

/** What one command alone needs is installed beside it, when it is first asked for. */
function installBeside(folder) {
  const cwd = join(root, folder)
  if (existsSync(join(cwd, 'node_modules'))) return
  say('Installing what this needs (once) …')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0)
    fail('npm could not install the packages. Is there a connection to the npm registry?')
}

/** Build when a source is newer than the last build. */
function build() {
  const done = join(root, 'dist', '.built')
  const print = createHash('sha256')
    .update(footprint('src').concat(footprint('locales')).join('\n'))
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(readFileSync(join(root, 'vite.config.ts')))
    .digest('hex')
  if (existsSync(done) && readFileSync(done, 'utf8') === print) return
  say('Building …')
  for (const extra of [[], ['--ssr']]) {
    const vite = spawnSync(node(), [bin('vite', 'bin/vite.js'), 'build', '--logLevel', 'warn', ...extra], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: environment(),
    })
    if (vite.status !== 0) fail('The build failed; the lines above say why.')
  }
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(done, print)
}

function footprint(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.includes('.test.'))
    .map(entry => {
      const path = join(entry.parentPath ?? entry.path, entry.name)
      const { mtimeMs, size } = statSync(path)
      return `${path} ${mtimeMs} ${size}`
    })
    .sort()
}

/** A Node that is new enough: the one that runs this, or the one npm installed. */
function node() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const file = join(
    root,
    'node_modules',
    `node-${platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (existsSync(file)) return file
  fail(
    `Daylong needs Node ${wanted} or newer; this is ${process.versions.node}, and npm has none for ${process.platform} ${process.arch}. Install it from https://nodejs.org.`,
  )
}

function environment() {
  const first = join(node(), '..')
  return {
    ...process.env,
    PATH: `${first}${delimiter}${process.env.PATH ?? ''}`,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`.trim(),
  }
}

async function run(words) {
  const child = spawn(node(), words, {
    cwd: act === 'cli' ? process.cwd() : root,
    stdio: 'inherit',
    env: environment(),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const code = await new Promise(resolve =>
    child.on('close', (status, signal) => resolve(signal ? 1 : (status ?? 1))),
  )
  if (code !== 0 || act === 'cli') process.exitCode = code
  if (code !== 0) process.exit(code)
}

function bin(name, file) {
  return join(root, 'node_modules', name, file)
}

function say(words) {
  process.stderr.write(`${words}\n`)
}

function fail(words) {
  say(words)
  process.exit(1)
}
