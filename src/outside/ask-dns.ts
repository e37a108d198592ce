import { Resolver } from 'node:dns/promises'

/** Asks for the records of a name, as `node:dns` gives them. @throws Error with its `code` where there are none */
export type AskDns = (name: string, type: string) => Promise<string[] | string[][]>

/** Asks the resolver of this machine, for a few seconds at most. */
export function createDns(): AskDns {
  const resolver = new Resolver({ timeout: 3000, tries: 2 })
  return (name, type) => resolver.resolve(name, type) as Promise<string[] | string[][]>
}
