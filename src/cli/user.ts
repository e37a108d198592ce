import { hostLinkPath } from '../domain/address.ts'
import { isRole, type Role, roles } from '../domain/curator.ts'
import type { HostLink } from '../services/people/add-person.ts'
import type { Store } from '../storage/store.ts'
import type { Command } from './command.ts'
import { type Io, UsageError } from './io.ts'
import { readOptions } from './options.ts'

export const user: Command = {
  summary: 'who may sign in, and a way back in',
  help: `daylong user list
daylong user add MAIL --role ROLE [--series SLUG] [--name NAME]
daylong user link MAIL

list  one JSON line for each account, with its roles
add   gives somebody an account, if they have none, and a role; prints a link that signs them in once, within a day
link  makes such a link for an account that is there: the way back in when password, second factor or mail are lost

  --role ROLE    owner, editor, contributor or moderator
  --series SLUG  the one series the role is for; the whole site where it is left out
  --name NAME    what they are called
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      role: { type: 'string' },
      series: { type: 'string' },
      name: { type: 'string' },
    })
    const [act, email, more] = positionals
    if (more !== undefined) throw new UsageError(`One address at a time; “${more}” came as well.`)
    if (act === 'list') return withStore(io, store => list(store, io))
    if (act !== 'add' && act !== 'link')
      throw new UsageError(`user is followed by list, add or link; ${act ? `“${act}”` : 'nothing'} came.`)
    if (email === undefined) throw new UsageError(`There is no mail address behind “${act}”.`)
    const role = act === 'add' ? roleOption(values.role) : null
    const { series = null, name = null } = values
    return withStore(io, async store => {
      const { addPerson, makeHostLink } = await import('../services/people/add-person.ts')
      const site = { store, baseUrl: io.baseUrl() }
      const at = io.now()
      return tell(
        io,
        role === null
          ? await makeHostLink(site, { email, at })
          : await addPerson(site, { email, name, role, series, at }),
      )
    })
  },
}

async function list(store: Store, io: Io): Promise<number> {
  const { listAccounts } = await import('../storage/accounts.ts')
  const { listSeriesNames } = await import('../storage/series.ts')
  const slugs = new Map((await listSeriesNames(store.db)).map(({ id, slug }) => [id, slug]))
  for (const { name, email, grants, createdAt } of await listAccounts(store.db)) {
    const given = grants.map(({ role, seriesId }) => ({
      role,
      series: seriesId && (slugs.get(seriesId) ?? null),
    }))
    await io.line(JSON.stringify({ name, email, roles: given, since: new Date(createdAt).toISOString() }))
  }
  return 0
}

async function tell(io: Io, { account: { name, email }, token }: HostLink): Promise<number> {
  const link = io.baseUrl() + hostLinkPath(token)
  await io.line(JSON.stringify({ name, email, link }))
  io.say(`The link signs ${email} in, once, within a day. Whoever has it can use it.\n`)
  return 0
}

function roleOption(words: string | undefined): Role {
  if (words === undefined || !isRole(words))
    throw new UsageError(`--role is “${words ?? ''}”; expected one of ${roles.join(', ')}.`)
  return words
}

async function withStore(io: Io, act: (store: Store) => Promise<number>): Promise<number> {
  const store = await io.openStore()
  try {
    return await act(store)
  } finally {
    await store.close()
  }
}
