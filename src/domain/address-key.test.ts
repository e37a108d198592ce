import { describe, expect, test } from 'vitest'
import { addressKey, isDeep } from './address-key.ts'

function same(...addresses: string[]) {
  expect(new Set(addresses.map(addressKey)).size).toBe(1)
}

describe('addresses', () => {
  test('of one page are the same, however they are written', () => {
    same(
      'https://www.un.example/day',
      'http://un.example/day/',
      'https://un.example/day?utm_source=mail&fbclid=1',
      'https://UN.example/day#programme',
      'https://m.un.example/day/index.html',
    )
    same('https://un.example/day?b=2&a=1', 'https://un.example/day?a=1&b=2&gclid=x')
  })

  test('of one film or meeting are the same', () => {
    same(
      'https://www.youtube.com/watch?v=abcdefghijk&t=5',
      'https://youtu.be/abcdefghijk?si=1',
      'https://youtube.com/live/abcdefghijk',
      'https://www.youtube-nocookie.com/embed/abcdefghijk',
    )
    same('https://us02web.zoom.us/j/81234567890?pwd=x', 'https://zoom.us/w/81234567890')
    same('https://vimeo.com/123456789', 'https://player.vimeo.com/video/123456789')
    same(
      'https://www.eventbrite.com/e/our-day-tickets-123456789012',
      'https://eventbrite.co.uk/e/123456789012?aff=x',
    )
  })

  test('of two pages are not', () => {
    const all = [
      'https://un.example/day',
      'https://un.example/night',
      'https://un.example/day?id=2',
      'https://un.example/Day',
      'https://un.example:8443/day',
      'https://un.example/#/day',
      'https://un.example/',
      'https://www.youtube.com/watch?v=abcdefghijk',
      'https://www.youtube.com/watch?v=abcdefghijl',
      'no address',
    ]
    expect(new Set(all.map(addressKey)).size).toBe(all.length)
  })

  test('that lead to a front door are told from those that lead to a page', () => {
    const front = ['https://un.example/', 'https://un.example', 'https://un.example:8443/']
    expect(front.map(isDeep)).toEqual([false, false, false])
    const deep = [
      'https://un.example/day',
      'https://un.example/?p=3',
      'https://un.example:8443/day',
      'https://youtu.be/abcdefghijk',
    ]
    expect(deep.map(isDeep)).toEqual(deep.map(() => true))
  })
})
