import { expect, test } from 'vitest'
import { isOfMany, machineOf } from './machine-mail.ts'

const own = ['suggest@day.example']
const head = (told: Record<string, string>) =>
  Object.entries({ from: 'Ana <ana@iom.example>', ...told }).map(([key, value]) => ({ key, value }))

test.each<[string, Record<string, string>, string | null, ReturnType<typeof machineOf>]>([
  ['a person', {}, 'ana@iom.example', null],
  ['a person whose program says that they are one', { 'auto-submitted': 'no' }, null, null],
  ['what we sent, sent back as it was', { 'x-daylong-site': 'day.example' }, 'ana@iom.example', 'own'],
  ['what another site of this kind sent', { 'x-daylong-site': 'other.example' }, 'ana@iom.example', null],
  ['who writes as us', { from: 'Us <Suggest@Day.example>' }, 'ana@iom.example', 'own'],
  [
    'a report',
    { 'content-type': 'multipart/report; report-type=delivery-status' },
    'mx@iom.example',
    'returned',
  ],
  ['a report that says nothing of it', {}, '', 'returned'],
  ['a mail server', { from: 'MAILER-DAEMON@iom.example' }, null, 'returned'],
  ['who is away', { 'auto-submitted': 'auto-replied (vacation)' }, 'ana@iom.example', 'away'],
  ['who is away, as older programs say it', { 'x-autoreply': 'yes' }, 'ana@iom.example', 'away'],
  ['and as others do', { precedence: 'auto_reply' }, 'ana@iom.example', 'away'],
  ['a machine', { 'auto-submitted': 'auto-generated' }, 'ana@iom.example', 'machine'],
  ['what goes round', { 'x-loop': 'list@iom.example' }, 'ana@iom.example', 'machine'],
])('%s is told from others', (_, told, sender, is) => {
  expect(machineOf(head(told), sender, own)).toBe(is)
})

test('a newsletter is of many, whatever the letters of its words', () => {
  expect(isOfMany(head({ 'list-unsubscribe': '<https://iom.example/end>' }))).toBe(true)
  expect(isOfMany(head({ precedence: ' Bulk' }))).toBe(true)
  expect(isOfMany(head({ precedence: 'first-class' }))).toBe(false)
})
