import { expect, test } from 'vitest'
import { passwordFault } from './password.ts'

const robin = { email: 'robin@example.org', name: 'Robin Doe' }

test.each([
  ['nine char', 'short'],
  ['x'.repeat(201), 'long'],
  ['aaaaaaaaaaaa', 'guessable'],
  ['ababababab', 'guessable'],
  ['1234567890', 'guessable'],
  ['qwertyuiop', 'guessable'],
  ['robin@example.org', 'guessable'],
  ['Robin@Example.org1', 'guessable'],
  ['password123', 'guessable'],
])('“%s” is too %s', (password, fault) => {
  expect(passwordFault(password, robin)).toBe(fault)
})

test.each(['the fifty hours of a day', 'aTj4-wq9.Zu', 'كلمة مرور طويلة', '🌍🌎🌏🗺🧭🌐🏔⛰🌋🗻'])(
  '“%s” will do',
  password => {
    expect(passwordFault(password, robin)).toBeNull()
  },
)
