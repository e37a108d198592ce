import { expect, test } from 'vitest'
import type { Content } from './content.ts'
import type { EntryFields } from './entry-fields.ts'
import { updatesOf } from './update.ts'

const shown = { title: 'Webinar', state: 'published' as const }
const time = (start: string) => ({ precision: 'moment' as const, start, end: null, zone: 'UTC' })
const link = (role: Content['links'][number]['role'], url = `https://${role}.example`) => ({
  role,
  url,
  title: null,
})

test.each<[string, Partial<EntryFields> | null, Partial<EntryFields>, unknown]>([
  ['new', null, { title: 'Webinar', state: 'published' }, [{ kind: 'new' }]],
  ['a draft', null, { title: 'Webinar', state: 'draft' }, []],
  ['published', { state: 'draft' }, { state: 'published', title: 'x' }, [{ kind: 'new' }]],
  ['withdrawn', { state: 'published' }, { state: 'withdrawn' }, [{ kind: 'withdrawn', title: 'Webinar' }]],
  [
    'moved',
    { time: time('2020-12-18T10:00:00') },
    { time: time('2020-12-18T11:00:00') },
    [{ kind: 'time', from: time('2020-12-18T10:00:00'), to: time('2020-12-18T11:00:00') }],
  ],
  [
    'cancelled with a reason',
    { status: 'scheduled', statusReason: null },
    { status: 'cancelled', statusReason: 'Storm' },
    [{ kind: 'status', status: 'cancelled', reason: 'Storm' }],
  ],
  [
    'recorded by its link',
    { links: [link('join')] },
    { links: [link('join'), link('recording')] },
    [{ kind: 'recording', state: 'available' }],
  ],
  [
    'recorded and said so',
    { recording: 'unknown', links: [] },
    { recording: 'available', links: [link('recording')] },
    [{ kind: 'recording', state: 'available' }],
  ],
  [
    'to be joined',
    { links: [] },
    { links: [link('join'), link('source')] },
    [{ kind: 'link', role: 'join' }],
  ],
  ['moved in the story', { position: 1 }, { position: 2 }, []],
  ['less in doubt', { doubts: [{ code: 'zone-missing', field: 'start', says: '' }] }, { doubts: [] }, []],
  [
    'told otherwise',
    { title: 'A', summary: null, position: 1 },
    { title: 'B', summary: 'S', position: 2 },
    [{ kind: 'other', fields: ['title', 'summary'] }],
  ],
])('of what is %s', (_, before, after, updates) => {
  expect(updatesOf(before, after, after.state === 'draft' ? { ...shown, state: 'draft' } : shown)).toEqual(
    updates,
  )
})
