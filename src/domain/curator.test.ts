import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Grant, hasRole, isOwner, mayGrant, mayInvite, type Role, roleFor, roles } from './curator.ts'

const role = fc.constantFrom<Role>(...roles)
const seriesId = fc.option(fc.constantFrom('a', 'b'))
const grants: fc.Arbitrary<Grant[]> = fc.array(
  fc
    .record({ role, seriesId })
    .map(({ role, seriesId }) => ({ role, seriesId: role === 'owner' ? null : seriesId })),
  { maxLength: 3 },
)

test('nobody can grant what they do not have themselves', () => {
  fc.assert(
    fc.property(grants, role, seriesId, (grants, role, seriesId) => {
      if (mayGrant({ grants }, { role, seriesId })) expect(hasRole({ grants }, role, seriesId)).toBe(true)
    }),
  )
})

test('who is no owner grants the role of a contributor alone, and only where they edit', () => {
  fc.assert(
    fc.property(grants, role, seriesId, (grants, role, seriesId) => {
      fc.pre(!isOwner({ grants }))
      const may = role === 'contributor' && ['editor', 'owner'].includes(roleFor({ grants }, seriesId) ?? '')
      expect(mayGrant({ grants }, { role, seriesId })).toBe(may)
    }),
  )
})

test('an owner grants every role, but nobody owns a series', () => {
  const grants: Grant[] = [{ role: 'owner', seriesId: null }]
  for (const each of roles) expect(mayGrant({ grants }, { role: each, seriesId: null })).toBe(true)
  expect(roles.map(each => mayGrant({ grants }, { role: each, seriesId: 'a' }))).toEqual([true, true, false])
})

test('contributors invite nobody; editors of one series do', () => {
  expect(mayInvite({ grants: [{ role: 'contributor', seriesId: null }] })).toBe(false)
  expect(mayInvite({ grants: [{ role: 'editor', seriesId: 'a' }] })).toBe(true)
  expect(mayInvite({ grants: [] })).toBe(false)
})
