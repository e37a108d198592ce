import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  covers,
  type Grant,
  hasRole,
  isModerator,
  isOwner,
  isWriter,
  mayGrant,
  mayInvite,
  mayWrite,
  moderatedBy,
  type Role,
  roles,
} from './curator.ts'

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

test('who is no owner grants the roles of helpers alone, and only where they edit', () => {
  fc.assert(
    fc.property(grants, role, seriesId, (grants, role, seriesId) => {
      fc.pre(!isOwner({ grants }))
      const may = (role === 'contributor' || role === 'moderator') && hasRole({ grants }, 'editor', seriesId)
      expect(mayGrant({ grants }, { role, seriesId })).toBe(may)
    }),
  )
})

test('a moderator writes nothing, and a contributor decides on nothing; an editor does both', () => {
  const moderator: Grant[] = [{ role: 'moderator', seriesId: 'a' }]
  expect([mayWrite({ grants: moderator }, 'a'), isWriter({ grants: moderator })]).toEqual([false, false])
  expect(moderatedBy({ grants: moderator })).toEqual({ seriesIds: ['a'] })
  expect(isModerator({ grants: [{ role: 'contributor', seriesId: null }] })).toBe(false)
  const both: Grant[] = [...moderator, { role: 'contributor', seriesId: null }]
  expect([mayWrite({ grants: both }, 'a'), hasRole({ grants: both }, 'moderator', 'a')]).toEqual([true, true])
  expect(moderatedBy({ grants: [{ role: 'editor', seriesId: null }] })).toEqual({ seriesIds: null })
})

test('what covers a role covers what that covers', () => {
  fc.assert(
    fc.property(role, role, role, (a, b, c) => {
      if (covers(a, b) && covers(b, c)) expect(covers(a, c)).toBe(true)
    }),
  )
})

test('an owner grants every role, but nobody owns a series', () => {
  const grants: Grant[] = [{ role: 'owner', seriesId: null }]
  for (const each of roles) expect(mayGrant({ grants }, { role: each, seriesId: null })).toBe(true)
  expect(roles.map(each => mayGrant({ grants }, { role: each, seriesId: 'a' }))).toEqual([
    true,
    true,
    true,
    false,
  ])
})

test('contributors invite nobody; editors of one series do', () => {
  expect(mayInvite({ grants: [{ role: 'contributor', seriesId: null }] })).toBe(false)
  expect(mayInvite({ grants: [{ role: 'editor', seriesId: 'a' }] })).toBe(true)
  expect(mayInvite({ grants: [] })).toBe(false)
})
