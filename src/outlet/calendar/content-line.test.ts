import fc from 'fast-check'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, test } from 'vitest'
import { contentLine, textOf } from './content-line.ts'

/** Letters of all sizes, marks that are joined, what means something in a calendar, and what has no place in one. */
const pieces = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\\n',
    '\\',
    ';',
    ',',
    ':',
    '"',
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '\u0000',
    '\u2028',
    '\u0085',
  ),
  fc.constantFrom(
    'يوم المهاجرين',
    '\u202bعربي\u202c',
    '👩🏽‍🚀',
    '移住者の日',
    'ä'.repeat(80),
    '\ud800',
    'BEGIN:VEVENT',
  ),
)
const texts = fc.array(pieces, { maxLength: 12 }).map(all => all.join(''))

/** What can stand in a calendar at all. */
const sound = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff]/g, '')

const calendarOf = (...lines: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20201218T130000Z\r\n${lines.join('')}END:VEVENT\r\nEND:VCALENDAR\r\n`

describe('a content line', () => {
  test('is read back as it was told, whatever that is', () => {
    fc.assert(
      fc.property(texts, text => {
        const calendar = calendarOf(contentLine('SUMMARY', textOf(text)))
        const event = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent')!
        expect(event.getFirstPropertyValue('summary')).toBe(sound(text))
      }),
      { numRuns: 300 },
    )
  })

  test('is read back alike by another reader', () => {
    fc.assert(
      // It takes an escaped backslash before an n for a line break.
      fc.property(texts, told => {
        const text = told.replaceAll('\\', '/')
        const calendar = calendarOf(contentLine('DESCRIPTION', textOf(`a${text}z`)))
        const read = nodeIcal.sync.parseICS(calendar)['1'] as { description: string }
        expect(read.description).toBe(sound(`a${text}z`))
      }),
      { numRuns: 300 },
    )
  })

  test('is folded at 75 octets and never within a letter', () => {
    fc.assert(
      fc.property(texts, text => {
        const lines = contentLine('DESCRIPTION', textOf(text), { ALTREP: 'https://example.org/a' }).split(
          '\r\n',
        )
        expect(lines.pop()).toBe('')
        for (const [at, line] of lines.entries()) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line.isWellFormed()).toBe(true)
          expect(line.startsWith(' ')).toBe(at > 0)
        }
        // No line is broken where more of it had fitted.
        for (const line of lines.slice(0, -1)) expect(Buffer.byteLength(line)).toBeGreaterThan(71)
      }),
      { numRuns: 300 },
    )
  })

  test('has parameters that are read back, too', () => {
    fc.assert(
      // A backslash before an n is a line break for this reader, though no standard says so.
      fc.property(texts, told => {
        const label = told.replaceAll('\\', '/')
        const calendar = calendarOf(contentLine('CONFERENCE', 'https://example.org', { LABEL: label }))
        const event = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent')!
        expect(event.getFirstProperty('conference')!.getFirstParameter('label') ?? '').toBe(sound(label))
      }),
      { numRuns: 300 },
    )
  })

  test('tells a list of values as a list', () => {
    expect(
      contentLine('CONFERENCE', 'x:', { FEATURE: ['AUDIO', 'VIDEO'], LABEL: 'Join: “a”', NONE: null }),
    ).toBe('CONFERENCE;FEATURE=AUDIO,VIDEO;LABEL="Join: “a”":x:\r\n')
  })
})
