import { describe, expect, test } from 'vitest'
import { entryWith, linkTo } from '../../test/arbitrary.ts'
import type { PhaseAt } from './phase.ts'
import { isStreamed, mayBecome, recordingAt, recordingOf } from './recording.ts'

const at = (phase: PhaseAt['phase'], probably = false): PhaseAt => ({ phase, probably, today: false })
const available = entryWith({ recording: 'available', links: [linkTo('recording')] })

describe('the recording of an event', () => {
  test('is expected before and during the event, whatever was attached, and there after it', () => {
    const phases = ['upcoming', 'soon', 'on', 'over'] as const
    expect(phases.map(phase => recordingAt(available, at(phase)))).toEqual([
      'expected',
      'expected',
      'expected',
      'available',
    ])
    expect(recordingAt(available, at(null))).toBe('available')
  })

  test('proves the end of an event whose end is not told', () => {
    expect(recordingAt(available, at('on', true))).toBe('available')
  })

  test('is none before the event where none is planned', () => {
    expect(recordingAt(entryWith({ recording: 'none' }), at('upcoming'))).toBe('none')
  })

  test('is known from its link, unless that is gone or the recording was removed', () => {
    expect(recordingOf(entryWith({ links: [linkTo('recording')] }))).toBe('available')
    expect(recordingOf(entryWith({ links: [linkTo('recording', { health: 'gone' })] }))).toBe('unknown')
    expect(recordingOf(entryWith({ recording: 'removed', links: [linkTo('recording')] }))).toBe('removed')
  })

  test('is another fact than its stream', () => {
    const streamed = entryWith({ links: [linkTo('livestream')] })
    expect([isStreamed(streamed), recordingOf(streamed)]).toEqual([true, 'unknown'])
    expect(isStreamed(available)).toBe(false)
  })

  test('is attached to no running or coming event, and removed only where there was one', () => {
    expect(mayBecome('expected', 'available', at('on'))).toBe(false)
    expect(mayBecome('expected', 'available', at('upcoming'))).toBe(false)
    expect(mayBecome('expected', 'available', at('over'))).toBe(true)
    expect(mayBecome('unknown', 'removed', at('over'))).toBe(false)
    expect(mayBecome('available', 'removed', at('over'))).toBe(true)
    expect(mayBecome('unknown', 'expected', at('upcoming'))).toBe(true)
  })
})
