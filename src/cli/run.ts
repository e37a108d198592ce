import type { Command } from './command.ts'
import { type Io, UsageError } from './io.ts'

const commands: Record<string, () => Promise<Command>> = {
  when: async () => (await import('./when.ts')).when,
  inspect: async () => (await import('./inspect.ts')).inspectFiles,
  import: async () => (await import('./import.ts')).importFile,
  export: async () => (await import('./export.ts')).exportEdition,
  user: async () => (await import('./user.ts')).user,
  backup: async () => (await import('./backup.ts')).backup,
  doctor: async () => (await import('./doctor.ts')).doctor,
  restore: async () => (await import('./restore.ts')).restore,
  serve: async () => (await import('./serve.ts')).serve,
}

/**
 * Runs `daylong ARGS…`. Nothing is thrown: a wrong call, a refusal and a fault are words on stderr and status 1.
 */
export async function run(args: string[], io: Io): Promise<number> {
  const [name, ...rest] = args
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h')
      return await help(rest[0], io)
    const open = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!open)
      throw new UsageError(`There is no command “${name}”. Commands: ${Object.keys(commands).join(', ')}.`)
    const command = await open()
    if (rest.some(word => word === '--help' || word === '-h')) return await help(name, io)
    return await command.run(rest, io)
  } catch (error) {
    io.say(`daylong: ${wordsOf(error)}\n`)
    if (error instanceof UsageError)
      io.say(`Try: daylong help${name && Object.hasOwn(commands, name) ? ` ${name}` : ''}\n`)
    return 1
  }
}

async function help(name: string | undefined, io: Io): Promise<number> {
  if (name !== undefined) {
    const open = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!open)
      throw new UsageError(`There is no command “${name}”. Commands: ${Object.keys(commands).join(', ')}.`)
    const { help } = await open()
    io.say(typeof help === 'string' ? help : help(io.settings))
    return 0
  }
  io.say('Daylong: a living programme for international days.\n\n')
  for (const [word, open] of Object.entries(commands))
    io.say(`  daylong ${word.padEnd(8)} ${(await open()).summary}\n`)
  io.say('\nJSON lines go to stdout, words to stderr. daylong help COMMAND says more.\n')
  return 0
}

/** Never a stack trace: a host is told what happened, not where in our code. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message || error.name
}
