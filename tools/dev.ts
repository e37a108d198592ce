/** `npm run dev`: builds again on every change and starts the server anew, with the demo unless there is a site of one's own. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const vite = `${root}node_modules/vite/bin/vite.js`

const children = [
  [vite, 'build', '--watch', '--logLevel', 'warn'],
  [vite, 'build', '--ssr', '--watch', '--logLevel', 'warn'],
  ['--watch', '--enable-source-maps', `${root}dist/server/main.js`, '--demo', ...process.argv.slice(2)],
].map(words => spawn(process.execPath, words, { cwd: root, stdio: 'inherit' }))

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    for (const child of children) child.kill(signal)
    process.exit(0)
  })
