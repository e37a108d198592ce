import { describe, expect, test } from 'vitest'
import { type RecordedChange, toldActOf } from './told-act.ts'

const two = { precision: 'moment', start: '2020-12-18T14:00:00', end: null, zone: 'Europe/Berlin' }
const three = { ...two, start: '2020-12-18T15:00:00' }

const told = (change: Partial<RecordedChange>) =>
  toldActOf({ entryId: 'one', by: 'Anna', act: 'edit', before: {}, after: {}, ...change })

describe('an act is told by what it changed', () => {
  test.each<[string, Partial<RecordedChange>, object]>([
    ['added', { act: 'add', before: null, after: { state: 'draft' } }, { kind: 'added', state: 'draft' }],
    ['read from a file', { act: 'import', before: null, after: { title: 'x' } }, { kind: 'imported' }],
    ['read again', { act: 'import', before: { title: 'x' }, after: { title: 'y' } }, { kind: 'reread' }],
    ['read again at the desk', { act: 'reread', after: { title: 'y' } }, { kind: 'reread' }],
    ['merged', { act: 'merge', after: { tags: ['x'] } }, { kind: 'merged' }],
    [
      'merged into another one',
      { act: 'merged', before: { state: 'published' }, after: { state: 'withdrawn' } },
      { kind: 'merged-away' },
    ],
    [
      'moved, with the doubt that this settles',
      { before: { time: two, doubts: [] }, after: { time: three, doubts: [] } },
      { kind: 'moved', from: two, to: three },
    ],
    [
      'more than moved',
      { before: { time: two, title: 'x' }, after: { time: three, title: 'y' } },
      { kind: 'edited', fields: ['time', 'title'] },
    ],
    ['renamed', { before: { title: 'x', slug: 'x' }, after: { title: 'y', slug: 'y' } }, { kind: 'renamed' }],
    ['published', { before: { state: 'draft' }, after: { state: 'published' } }, { kind: 'published' }],
    [
      'published by itself',
      { by: 'schedule', before: { state: 'draft' }, after: { state: 'published' } },
      { kind: 'published-as-scheduled' },
    ],
    ['withdrawn', { before: { state: 'draft' }, after: { state: 'withdrawn' } }, { kind: 'withdrew' }],
    [
      'brought back',
      { before: { state: 'withdrawn' }, after: { state: 'published' } },
      { kind: 'brought-back' },
    ],
    ['hidden', { before: { state: 'published' }, after: { state: 'draft' } }, { kind: 'unpublished' }],
    [
      'cancelled',
      { before: { status: 'scheduled' }, after: { status: 'cancelled', statusReason: 'Ill.' } },
      { kind: 'status', status: 'cancelled' },
    ],
    [
      'scheduled',
      { before: { publishAt: null }, after: { publishAt: 5 } },
      { kind: 'scheduled', publishAt: 5 },
    ],
    ['not scheduled', { before: { publishAt: 5 }, after: { publishAt: null } }, { kind: 'unscheduled' }],
    ['sorted', { before: { position: 1 }, after: { position: 2 } }, { kind: 'sorted' }],
    [
      'recorded',
      { before: { recording: 'unknown', links: [] }, after: { recording: 'available', links: [{}] } },
      { kind: 'recording' },
    ],
    [
      'restored',
      { act: 'restore', before: { state: 'draft' }, after: { state: 'published' } },
      { kind: 'restored' },
    ],
    ['undone', { act: 'undo', before: { title: 'x' }, after: { title: 'y' } }, { kind: 'undid' }],
  ])('%s', (_, change, expected) => {
    expect(told(change)).toEqual(expected)
  })

  test.each<[string, Partial<RecordedChange>, object]>([
    ['opened', { act: 'create', before: null, after: { title: 'x' } }, { kind: 'opened' }],
    ['live', { before: { state: 'draft' }, after: { state: 'live', publishedAt: 5 } }, { kind: 'went-live' }],
    ['archived', { before: { state: 'live' }, after: { state: 'archived' } }, { kind: 'archived' }],
    ['edited', { before: { text: 'x' }, after: { text: 'y' } }, { kind: 'edited', fields: ['text'] }],
    ['its series', { act: 'describe-series', after: { title: 'y' } }, { kind: 'series', fields: ['title'] }],
    [
      'two organisations that are one',
      { act: 'merge-organisations', before: { name: 'IOM' }, after: { name: 'UN Migration' } },
      { kind: 'organisations-merged', from: 'IOM', to: 'UN Migration' },
    ],
    ['clocks', { act: 'derive-instants', after: { entries: 3 } }, { kind: 'zone-rules' }],
  ])('of an edition: %s', (_, change, expected) => {
    expect(told({ entryId: null, ...change })).toEqual(expected)
  })
})
