import { describe, expect, test } from 'vitest'
import { addressKey } from './address-key.ts'
import { plainAddress, withPlainAddresses } from './plain-address.ts'

describe('an address', () => {
  test.each([
    ['https://iom.example/day?utm_source=news&utm_medium=mail&id=7', 'https://iom.example/day?id=7'],
    ['https://iom.example/day/?fbclid=IwAR0x#agenda', 'https://iom.example/day/#agenda'],
    ['https://iom.example/day?mc_cid=1&mc_eid=2', 'https://iom.example/day'],
    [
      'https://www.youtube.com/watch?v=abc-123_xyz&feature=youtube_gdata',
      'https://www.youtube.com/watch?v=abc-123_xyz',
    ],
    ['https://youtu.be/abc-123_xyz?si=Qx7&t=90', 'https://youtu.be/abc-123_xyz?t=90'],
    [
      'https://www.eventbrite.co.uk/e/python-tickets-1303064644429?aff=schedule',
      'https://www.eventbrite.co.uk/e/python-tickets-1303064644429',
    ],
    ['https://us02web.zoom.us/w/123456789?tk=abc&pwd=def', 'https://us02web.zoom.us/w/123456789?pwd=def'],
  ])('%s loses what only counts visits', (told, plain) => {
    expect(plainAddress(told)).toBe(plain)
  })

  test.each([
    'https://zoom.us/j/123456789?pwd=def',
    'https://iom.example/w?tk=abc',
    'https://iom.example/day?feature=map&source=list&si=4&ref=home',
    'https://iom.example/a b?x=%zz',
    'https://iom.example/?q=https://other.example/',
    'not an address?utm_',
  ])('%s stays as it was written', told => {
    expect(plainAddress(told)).toBe(told)
  })

  test.each([
    ['https://www.google.com/url?q=http%3A%2F%2Fwww.oklab.example&sa=D&usd=2', 'http://www.oklab.example'],
    [
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fiom.example%2Fday%3Futm_source%3Dx&data=1',
      'https://iom.example/day',
    ],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fiom.example%2F&h=AT0', 'https://iom.example/'],
    ['https://urldefense.com/v3/__https://iom.example/day__;!!NEt!abc$', 'https://iom.example/day'],
    ['https://urldefense.proofpoint.com/v2/url?u=https-3A__iom.example_day&d=Dw', 'https://iom.example/day'],
    ['https://www.google.com/amp/s/iom.example/day', 'https://iom.example/day'],
    ['https://iom-example.cdn.ampproject.org/c/s/iom.example/day', 'https://iom.example/day'],
    [
      'https://www.youtube.com/redirect?event=video&q=https%3A%2F%2Fiom.example%2Fday',
      'https://iom.example/day',
    ],
  ])('%s is the one that it was wrapped around', (told, plain) => {
    expect(plainAddress(told)).toBe(plain)
    expect(addressKey(told)).toBe(addressKey(plain))
  })

  test('that wraps no address is left', () => {
    const told = 'https://www.google.com/url?q=javascript:alert(1)'
    expect(plainAddress(told)).toBe(told)
  })

  test('is made plain within a text, where the sentence goes on behind it', () => {
    expect(
      withPlainAddresses('See https://iom.example/day?utm_source=x, or (https://a.example/?fbclid=1).'),
    ).toBe('See https://iom.example/day, or (https://a.example/).')
  })
})
