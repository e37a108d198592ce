import { type ParseArgsConfig, parseArgs } from 'node:util'
import { canonicalZone } from '../time/zones.ts'
import { UsageError } from './io.ts'

/** `parseArgs` with its refusals in our words. */
export function readOptions<O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(inWords(error))
  }
}

/** An ISO day; a time behind it is left out. */
export function dayOption(name: string, words: string | undefined): string | undefined {
  if (words === undefined) return undefined
  const day = words.trim().slice(0, 10)
  const time = /^\d{4}-\d\d-\d\d(?:T.*)?$/.test(words.trim()) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw new UsageError(`--${name} is “${words}”; expected a day such as 2020-12-18.`)
  }
  return day
}

/** A moment with its offset, in epoch milliseconds. */
export function momentOption(name: string, words: string | undefined): number | undefined {
  if (words === undefined) return undefined
  try {
    return Temporal.Instant.from(words.trim()).epochMilliseconds
  } catch {
    throw new UsageError(
      `--${name} is “${words}”; expected a moment such as 2020-12-17T10:00Z or 2020-12-17T11:00+01:00.`,
    )
  }
}

export function zoneOption(words: string | undefined): string | undefined {
  if (words === undefined) return undefined
  const zone = canonicalZone(words.trim())
  if (!zone)
    throw new UsageError(`--zone is “${words}”; expected a zone such as Europe/Berlin, UTC or +08:00.`)
  return zone
}

export function urlOption(words: string | undefined): string | undefined {
  if (words === undefined) return undefined
  if (!/^https?:$/.test(URL.parse(words)?.protocol ?? '')) {
    throw new UsageError(`--url is “${words}”; expected an address such as https://example.org/programme.`)
  }
  return words
}

function inWords(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  const option = /'([^']+?)(?: <value>)?'/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option}.`
  if (/argument missing|ambiguous/.test(message)) return `The option ${option} needs a value behind it.`
  if (/does not take an argument/.test(message)) return `The option ${option} takes no value.`
  return message
}
