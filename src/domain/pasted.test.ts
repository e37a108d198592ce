import { describe, expect, test } from 'vitest'
import { addressOfWord, splitPasted } from './pasted.ts'

const addresses = (...inputs: string[]) => inputs.map(input => ({ form: 'address', input }))

describe('what is pasted', () => {
  test('is one address, whatever stands around it', () => {
    for (const text of [
      'https://un.example/day',
      '  https://un.example/day\n',
      '<https://un.example/day>',
      '"https://un.example/day",',
      '(https://un.example/day)',
    ])
      expect(splitPasted(text)).toEqual(addresses('https://un.example/day'))
  })

  test('is an address without its scheme, and a calendar’s', () => {
    expect(splitPasted('www.un.example')).toEqual(addresses('https://www.un.example'))
    expect(splitPasted('un.example/day?x=1')).toEqual(addresses('https://un.example/day?x=1'))
    expect(splitPasted('webcal://un.example/day.ics')).toEqual(addresses('https://un.example/day.ics'))
  })

  test('is several addresses, each once, in a list or a line', () => {
    const list = '- https://a.example/1\n* https://b.example/2\n3. www.c.example\n• https://a.example/1'
    const each = addresses('https://a.example/1', 'https://b.example/2', 'https://www.c.example')
    expect(splitPasted(list)).toEqual(each)
    expect(splitPasted('https://a.example/1, https://b.example/2; www.c.example')).toEqual(each)
  })

  test('is one text as soon as there is a word more', () => {
    const text = 'See https://a.example/1 and https://b.example/2'
    expect(splitPasted(text)).toEqual([{ form: 'text', input: text }])
    expect(splitPasted('javascript:alert(1)')).toEqual([{ form: 'text', input: 'javascript:alert(1)' }])
  })

  test('is the HTML of the clipboard where that has links that the text lost', () => {
    const html = '<p>Join <a href="https://a.example/1">here</a> at 3 pm</p>'
    expect(splitPasted('Join here at 3 pm', html)).toEqual([{ form: 'text', input: html }])
    expect(splitPasted('Join here', '<p>Join <b>here</b></p>')).toEqual([
      { form: 'text', input: 'Join here' },
    ])
  })

  test('is the address behind a link that was copied alone', () => {
    const html = '<meta charset="utf-8"><a href="https://a.example/1?a=1&amp;b=2"><b>Our  webinar</b></a>'
    expect(splitPasted('Our webinar', html)).toEqual(addresses('https://a.example/1?a=1&b=2'))
  })

  test('is nothing', () => {
    expect(splitPasted(' \n ')).toEqual([])
    expect(splitPasted('', '<p></p>')).toEqual([])
  })

  test('is no address when it only looks a bit like one', () => {
    for (const word of [
      'e.g.',
      '3.30',
      '12/18/2020',
      'file://x/y',
      'mailto:a@b.example',
      'http://',
      'a',
      '.',
    ])
      expect(addressOfWord(word)).toBeNull()
  })

  test('is taken apart in time, however long it is', () => {
    const text = 'https://a.example/ '.repeat(100_000)
    expect(splitPasted(text)).toEqual(addresses('https://a.example/'))
    expect(splitPasted(`<a href=${'x'.repeat(1_000_000)}`)).toHaveLength(1)
  })
})
