import type { InspectLine } from '../domain/finding.ts'
import { type InspectOptions, inspect, isInspectKind } from '../intake/inspect.ts'
import { intakeKinds } from '../intake/recognise.ts'
import type { Command } from './command.ts'
import { type Io, UsageError } from './io.ts'
import { dayOption, readOptions, urlOption, zoneOption } from './options.ts'
import { type Bytes, readBytes } from './read-bytes.ts'
import { type FileCount, tableOf } from './table.ts'

export const inspectFiles: Command = {
  summary: 'what a file or address tells: its findings and problems, storing nothing',
  help: `daylong inspect FILE|URL… [--as KIND] [--url ADDRESS] [--published DATE] [--zone IANA] [--from DATE --to DATE] [--table]

Prints one JSON line for each thing found and each problem. Nothing is stored. The status is 1 if a file gave nothing
but problems. An address is read as a browser would, on the public internet only.

  --as KIND         how to read it, whatever it looks like: ${intakeKinds.join(', ')}
  --url ADDRESS     where the file came from; its relative links are made whole with it (of a URL: itself)
  --published DATE  the day it was published; missing years are read from it
  --zone IANA       the zone of times that name none
  --from, --to      recurring events are told from … to … (both included)
  --table           a table of findings, problems and doubts for each file on stderr
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      as: { type: 'string' },
      url: { type: 'string' },
      published: { type: 'string' },
      zone: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      table: { type: 'boolean' },
    })
    if (positionals.length === 0) throw new UsageError('There is no file to inspect.')
    const options = optionsOf(values)
    const counts: FileCount[] = []
    for (const file of positionals) counts.push(await inspectOne(file, options, io))
    if (values.table) io.say(tableOf(counts))
    return counts.some(isOnlyProblems) ? 1 : 0
  },
}

function optionsOf(
  values: Partial<Record<'as' | 'url' | 'published' | 'zone' | 'from' | 'to', string>>,
): InspectOptions {
  if (values.as !== undefined && !isInspectKind(values.as)) {
    throw new UsageError(`--as is “${values.as}”; expected one of ${intakeKinds.join(', ')}.`)
  }
  const [url, published, zone] = [
    urlOption(values.url),
    dayOption('published', values.published),
    zoneOption(values.zone),
  ]
  const [from, to] = [dayOption('from', values.from), dayOption('to', values.to)]
  if (from && to && from > to) throw new UsageError(`--from ${from} lies after --to ${to}.`)
  return {
    ...(values.as && isInspectKind(values.as) && { as: values.as }),
    ...(url && { url }),
    ...(published && { published }),
    ...(zone && { zone }),
    ...(from && { from }),
    ...(to && { to }),
  }
}

async function inspectOne(file: string, options: InspectOptions, io: Io): Promise<FileCount> {
  const count: FileCount = { file, programmes: 0, findings: 0, timed: 0, doubts: 0, problems: [] }
  const read = await readBytes(file, io)
  const lines: Iterable<InspectLine> = 'problem' in read ? [read] : await inspectRead(read, options)
  for (const line of lines) {
    add(count, line)
    await io.line(JSON.stringify({ file, ...line }))
  }
  return count
}

/** An address is where it came from, unless another one was told. */
function inspectRead({ bytes, ...told }: Bytes, options: InspectOptions): Promise<Iterable<InspectLine>> {
  return inspect(bytes, { ...told, ...options })
}

function add(count: FileCount, line: InspectLine): void {
  if ('programme' in line) count.programmes++
  else if ('problem' in line) count.problems.push(line.problem.code)
  else {
    count.findings++
    if (line.finding.start) count.timed++
    if (line.finding.doubts?.length) count.doubts++
  }
}

function isOnlyProblems(count: FileCount): boolean {
  return count.problems.length > 0 && count.findings === 0 && count.programmes === 0
}
