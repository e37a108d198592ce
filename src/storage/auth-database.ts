import { createHash } from 'node:crypto'
import { type CleanedWhere, createAdapterFactory, type DBAdapterInstance } from 'better-auth/adapters'
import { type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { Db } from './tables.ts'

/**
 * Our store as better-auth's database: its moments are epoch milliseconds and its yes and no are 1 and 0, the same on
 * both stores. better-auth's own adapter for Kysely writes ISO text on one and timestamps on the other.
 *
 * @param db may be a transaction: what better-auth writes then stands or falls with the rest of it
 */
export function authDatabase(db: Db): DBAdapterInstance {
  const any = db as unknown as AnyDb
  const firstOf = (model: string, where: CleanedWhere[]) =>
    any.selectFrom(model).select('id').where(matches(model, where)).limit(1)
  return createAdapterFactory({
    config: {
      adapterId: 'daylong',
      supportsBooleans: false,
      supportsJSON: false,
      transaction: false,
      customTransformInput: ({ data }) => (data instanceof Date ? data.getTime() : data),
      customTransformOutput: ({ data, fieldAttributes }) =>
        fieldAttributes.type === 'date' && typeof data === 'number' ? new Date(data) : data,
    },
    adapter: ({ getFieldName }) => ({
      async create({ model, data }) {
        const row = await any.insertInto(model).values(sealed(model, data)).returningAll().executeTakeFirst()
        return opened(model, row, data.token) as typeof data
      },
      async findOne({ model, where }) {
        const row = await any.selectFrom(model).selectAll().where(matches(model, where)).executeTakeFirst()
        return opened(model, row, tokenIn(where)) as never
      },
      async findMany({ model, where, limit, sortBy, offset }) {
        let query = any
          .selectFrom(model)
          .selectAll()
          .where(matches(model, where ?? []))
        if (sortBy) query = query.orderBy(getFieldName({ model, field: sortBy.field }), sortBy.direction)
        const rows = await query
          .limit(limit)
          .offset(offset ?? 0)
          .execute()
        return rows.map(row => opened(model, row, tokenIn(where ?? []))) as never[]
      },
      async update({ model, where, update }) {
        const row = await any
          .updateTable(model)
          .set(sealed(model, update as Row))
          .where(matches(model, where))
          .returningAll()
          .executeTakeFirst()
        return opened(model, row, tokenIn(where)) as never
      },
      async updateMany({ model, where, update }) {
        const { numUpdatedRows } = await any
          .updateTable(model)
          .set(sealed(model, update))
          .where(matches(model, where))
          .executeTakeFirst()
        return Number(numUpdatedRows)
      },
      async delete({ model, where }) {
        await any.deleteFrom(model).where(matches(model, where)).execute()
      },
      async deleteMany({ model, where }) {
        const { numDeletedRows } = await any.deleteFrom(model).where(matches(model, where)).executeTakeFirst()
        return Number(numDeletedRows)
      },
      async consumeOne({ model, where }) {
        const row = await any
          .deleteFrom(model)
          .where('id', 'in', firstOf(model, where))
          .where(matches(model, where))
          .returningAll()
          .executeTakeFirst()
        return opened(model, row, tokenIn(where)) as never
      },
      async incrementOne({ model, where, increment, set }) {
        const counted = Object.entries(increment).map(([field, by]) => [
          field,
          sql`${sql.ref(field)} + ${by}`,
        ])
        const row = await any
          .updateTable(model)
          .set({ ...sealed(model, set ?? {}), ...Object.fromEntries(counted) })
          .where('id', 'in', firstOf(model, where))
          .where(matches(model, where))
          .returningAll()
          .executeTakeFirst()
        return opened(model, row, tokenIn(where)) as never
      },
      async count({ model, where }) {
        const row = await any
          .selectFrom(model)
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where(matches(model, where ?? []))
          .executeTakeFirstOrThrow()
        return Number(row.count)
      },
    }),
  })
}

type Row = Record<string, unknown>
type AnyTables = Record<string, Row>
type AnyDb = Kysely<AnyTables>

/** All conditions that are joined by AND, and one of those joined by OR. */
function matches(model: string, where: CleanedWhere[]) {
  return (eb: ExpressionBuilder<AnyTables, string>) => {
    const of = (connector: 'AND' | 'OR') =>
      where.filter(each => each.connector === connector).map(each => condition(eb, model, each))
    const [all, some] = [of('AND'), of('OR')]
    return eb.and([...all, ...(some.length ? [eb.or(some)] : [])])
  }
}

function condition(eb: ExpressionBuilder<AnyTables, string>, model: string, asked: CleanedWhere) {
  const { field, operator } = asked
  const told = isSealed(model, field) ? seal(String(asked.value)) : asked.value
  const value = told instanceof Date ? told.getTime() : told
  if (value === null && (operator === 'eq' || operator === 'ne'))
    return eb(field, operator === 'eq' ? 'is' : 'is not', null)
  const sign = signs[operator]
  if (!sign || asked.mode === 'insensitive')
    throw new Error(`better-auth asked with “${operator}”, which was not expected.`)
  return eb(field, sign, value) as ReturnType<typeof eb<string, '=', SqlBool>>
}

const signs: Partial<
  Record<CleanedWhere['operator'], '=' | '<>' | '<' | '<=' | '>' | '>=' | 'in' | 'not in'>
> = {
  eq: '=',
  ne: '<>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  in: 'in',
  not_in: 'not in',
}

/** What a cookie holds is stored as its hash: who reads a copy of the store cannot sign in with it. */
function sealed(model: string, row: Row): Row {
  return typeof row.token === 'string' && isSealed(model, 'token') ? { ...row, token: seal(row.token) } : row
}

/** The row as better-auth knows it: with the token by which it was asked for. */
function opened(model: string, row: Row | undefined, token: unknown): Row | null {
  if (!row) return null
  return isSealed(model, 'token') && typeof token === 'string' ? { ...row, token } : row
}

function tokenIn(where: CleanedWhere[]): unknown {
  return where.find(({ field, operator }) => field === 'token' && operator === 'eq')?.value
}

function isSealed(model: string, field: string): boolean {
  return model === 'sign_ins' && field === 'token'
}

function seal(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
