import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

test('a process ends with its work: a thread that rests for the next question does not keep it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-apart-'))
  const house = (name: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, name)).href)
  writeFileSync(
    join(folder, 'worker.ts'),
    `import { answerApart } from ${house('answer-apart.ts')}
    answerApart((told: string) => (console.log('x'.repeat(100_000)), console.error('x'), told.toUpperCase()))`,
  )
  writeFileSync(
    join(folder, 'main.ts'),
    `import { askApart } from ${house('apart.ts')}
    const kind = { file: new URL('./worker.ts', import.meta.url), most: 1, idleMs: 600_000 }
    const ask = (told: string) => askApart(kind, told, { ms: 10_000, megabytes: 64 })
    console.log(await ask('one'), await ask('two'))`,
  )
  try {
    const child = spawn(process.execPath, [join(folder, 'main.ts')], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', piece => {
      said += piece
    })
    const code = await new Promise(resolve => child.once('close', resolve))
    expect([code, said]).toEqual([0, 'ONE TWO\n'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
