import { pathToFileURL } from 'node:url'
import { serve as listen, type ServerType } from '@hono/node-server'
import { type Clock, realClock } from './clock.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import type { Rehearsal } from './domain/rehearsal.ts'
import { openMailDoor } from './mail-in.ts'
import { type OpenSite, openSite } from './open-site.ts'
import { offerClaim } from './services/sign-in/offer-claim.ts'
import { paths } from './web/paths.ts'

export type Site = {
  address: string
  isDemo: () => boolean
  /** The link at which a site without an owner is claimed, made anew; null where there is an owner. */
  offerClaim: () => Promise<string | null>
  close: () => Promise<void>
}

type Options = { demo?: boolean; clock?: Clock }

/**
 * Opens the site and listens. The promise is kept once the first request can be answered.
 *
 * @param options demo: with no site of one's own in the data folder, the demo is shown; clock: the real one, or that of a
 *   rehearsal, which is of a copy
 * @throws Error in words for the host when the port cannot be listened on or the store not be opened
 */
export async function serve(config: Config, options: Options = {}): Promise<Site> {
  const { demo = false, clock } = options
  const site = await openSite(config, { demo, ...(clock && { clock }) })
  const server = await listenOn(config, site.fetch).catch(async error => {
    await site.rest()
    await site.close()
    throw error
  })
  const mailDoor = await openMailDoorOf(config, site, clock).catch(async error => {
    await stop(server, site)
    throw error
  })
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : config.port
  const address =
    config.baseUrl === `http://localhost:${config.port}` ? `http://localhost:${port}` : config.baseUrl
  return {
    address,
    isDemo: site.isDemo,
    offerClaim: async () => {
      const token = await offerClaim(await site.own())
      return token && address + paths.claim(token)
    },
    close: async () => {
      await mailDoor?.close()
      await stop(server, site)
    },
  }
}

/** A rehearsal takes in nothing: what comes by mail is for the site itself. */
async function openMailDoorOf(config: Config, site: OpenSite, clock: Clock = realClock) {
  if (!config.mailIn.listening || clock.rehearsal) return null
  return openMailDoor(config, await site.own(), clock.now)
}

function listenOn(config: Config, fetch: Parameters<typeof listen>[0]['fetch']): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port: config.port, hostname: config.host, serverOptions: patience }, () =>
      resolve(server),
    )
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(inWords(error, config), { cause: error })),
    )
  })
}

/** Whoever sends a request word by word holds no connection for long. The longest is a picture over a phone's connection. */
const patience = {
  headersTimeout: 15_000,
  requestTimeout: 180_000,
  connectionsCheckingInterval: 5000,
  maxHeaderSize: 16_384,
}

function inWords(error: NodeJS.ErrnoException, { port, host }: Config): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop it, or choose another one: PORT=${port + 1}`
  if (error.code === 'EACCES')
    return `Port ${port} may not be used by this user; numbers above 1023 may: PORT=1812`
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST=${host} is no address of this machine.`
  return `The site cannot listen on ${host}:${port}: ${error.message}`
}

/** Requests that have begun are answered, and work that has begun may end; then the site is closed. */
async function stop(server: ServerType, site: OpenSite): Promise<void> {
  const rested = site.rest()
  await new Promise<void>(resolve => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patienceMs).unref()
  })
  await rested
  await site.close()
}

const patienceMs = 10_000

/** `serve`, with what happens told in words, until a signal ends it. */
export async function serveUntilStopped(
  environment: NodeJS.ProcessEnv,
  options: Options = {},
): Promise<void> {
  try {
    const site = await serve(readConfig(environment), options)
    process.stderr.write(`Daylong is open at ${site.address}\n`)
    const { rehearsal } = options.clock ?? {}
    if (rehearsal) process.stderr.write(sayRehearsal(rehearsal))
    await tellClaim(site)
    let stopping = false
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (stopping) process.exit(1)
        stopping = true
        void site.close().then(() => process.exit(0))
      })
    }
  } catch (error) {
    const isOurs = error instanceof ConfigError || error instanceof Error
    process.stderr.write(`${isOurs ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

function sayRehearsal({ start, speed }: Rehearsal): string {
  const pace = speed === 1 ? 'goes on as it does' : `goes ${speed} times as fast as it does`
  return `This is a rehearsal in a copy: it is ${new Date(start).toISOString()}, and time ${pace}.
Nothing that is done in it is kept, no mail is sent, and no other site is told anything.
`
}

/** Whoever sees the terminal is the host, and the host says who owns the site: by opening this link. */
async function tellClaim(site: Site): Promise<void> {
  const link = await site.offerClaim()
  if (link === null) return
  const says = site.isDemo()
    ? 'You see the demo. To begin a site of your own, open'
    : 'This site has no owner yet. To make it yours, open'
  process.stderr.write(`\n${says}\n\n  ${link}\n\n`)
}

const isStarted = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href
if (isStarted) await serveUntilStopped(process.env, { demo: process.argv.includes('--demo') })
