import fc from 'fast-check'

/** One thing that is done to a file. Places and lengths are parts of the whole, so that they fit any file. */
export type Mutation =
  | { act: 'flip'; at: number; byte: number }
  | { act: 'cut'; from: number; to: number }
  | { act: 'end'; at: number }
  | { act: 'again'; from: number; length: number; times: number }
  | { act: 'splice'; at: number; other: number; from: number; length: number }
  | { act: 'token'; at: number; token: number; times: number }
  | { act: 'words'; at: number; words: string }
  | { act: 'number'; nth: number; number: number }

const place = fc.double({ min: 0, max: 1, noNaN: true })
const times = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 3000 }) },
)

export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('flip' as const), at: place, byte: fc.integer({ min: 0, max: 255 }) }),
    fc.record({ act: fc.constant('cut' as const), from: place, to: place }),
    fc.record({ act: fc.constant('end' as const), at: place }),
    fc.record({ act: fc.constant('again' as const), from: place, length: place, times }),
    fc.record({
      act: fc.constant('splice' as const),
      at: place,
      other: fc.nat(10_000),
      from: place,
      length: place,
    }),
    fc.record({ act: fc.constant('token' as const), at: place, token: fc.nat(10_000), times }),
    fc.record({
      act: fc.constant('words' as const),
      at: place,
      words: fc.string({ unit: 'binary', maxLength: 30 }),
    }),
    fc.record({ act: fc.constant('number' as const), nth: place, number: fc.nat(10_000) }),
  ),
  { minLength: 1, maxLength: 8 },
)

/** Files that are made are no larger: what is larger is a matter of limits, which have tests of their own. */
const largest = 120_000

export function mutated(sample: Uint8Array, others: Uint8Array[], acts: Mutation[]): Uint8Array {
  let bytes: Buffer = Buffer.from(sample)
  for (const act of acts) bytes = once(bytes, act, others).subarray(0, largest)
  return bytes
}

function once(bytes: Buffer, mutation: Mutation, others: Uint8Array[]): Buffer {
  const at = (part: number) => Math.min(bytes.length, Math.floor(part * bytes.length))
  const insert = (where: number, what: Uint8Array) =>
    Buffer.concat([bytes.subarray(0, where), what, bytes.subarray(where)])
  switch (mutation.act) {
    case 'flip': {
      const copy = Buffer.from(bytes)
      if (copy.length > 0) copy[Math.min(at(mutation.at), copy.length - 1)] = mutation.byte
      return copy
    }
    case 'cut': {
      const [from, to] = [at(mutation.from), at(mutation.to)].toSorted((a, b) => a - b) as [number, number]
      // Short pieces mostly: what is left of a file that lost most of it is dull.
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.min(to, from + 400))])
    }
    case 'end':
      return bytes.subarray(0, at(mutation.at))
    case 'again': {
      const from = at(mutation.from)
      const piece = bytes.subarray(from, from + Math.ceil(mutation.length * 300))
      return insert(from, Buffer.concat(Array(mutation.times).fill(piece)))
    }
    case 'splice': {
      const other = others[mutation.other % others.length]!
      const from = Math.floor(mutation.from * other.length)
      return insert(at(mutation.at), other.subarray(from, from + Math.ceil(mutation.length * 2000)))
    }
    case 'token':
      return insert(
        at(mutation.at),
        Buffer.from(tokens[mutation.token % tokens.length]!.repeat(mutation.times)),
      )
    case 'words':
      return insert(at(mutation.at), Buffer.from(mutation.words))
    case 'number':
      return withNumber(bytes, mutation)
  }
}

/** Another number where one stands: days, hours, counts, offsets and lengths are numbers. */
function withNumber(bytes: Buffer, { nth, number }: { nth: number; number: number }): Buffer {
  const text = bytes.toString('latin1')
  const all = [...text.matchAll(/\d+/g)]
  const one = all[Math.floor(nth * all.length)]
  if (!one) return bytes
  const other = numbers[number % numbers.length]!
  return Buffer.from(text.slice(0, one.index) + other + text.slice(one.index + one[0].length), 'latin1')
}

const numbers = [
  ...[
    '0',
    '00',
    '1',
    '24',
    '25',
    '29',
    '30',
    '31',
    '32',
    '59',
    '60',
    '61',
    '99',
    '366',
    '1900',
    '2100',
    '-1',
    '1e9',
  ],
  ...[
    '0000',
    '9999',
    '10000',
    '275760',
    '99999999',
    '2147483648',
    '9007199254740993',
    '1'.repeat(40),
    'NaN',
    '20201332T256199',
  ],
]

/** What readers may fall over: each is well known to somebody. */
const tokens = [
  ...[
    '\0',
    '\x1b[2J',
    '\x07',
    '\x7f',
    '\u0085',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\ufffe',
    '\u2028',
    '\r',
    '\n',
    '\t',
    '"',
    "'",
    '\\',
  ],
  ...[
    '{',
    '[',
    '(',
    '<',
    '<div>',
    '</div>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '&amp;',
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&lol;',
  ],
  ...['<table><tr><td>', '<ul><li>', '<blockquote>', '<script type="application/ld+json">', '<b '],
  ...[
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>&c;',
  ],
  ...[
    '\\ud83d',
    '\\udc00',
    '\\u0000',
    '\\u001b',
    '"__proto__":{"title":"x"},',
    '"constructor":1,',
    'null',
    '[]',
    '{}',
    ',',
    ';',
    '=HYPERLINK("x")',
  ],
  ...[
    'BEGIN:VEVENT\r\n',
    'END:VEVENT\r\n',
    'BEGIN:VALARM\r\n',
    'RRULE:FREQ=SECONDLY\r\n',
    'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n',
  ],
  ...[
    'RRULE:FREQ=DAILY;INTERVAL=999999999\r\n',
    'RDATE:20210101T000000,20210102T000000\r\n',
    'DTSTART:00000000T000000\r\n',
    'DTSTART;TZID=Nowhere/City:20211231T235960\r\n',
  ],
  ...[
    'DURATION:P99999999999D\r\n',
    'EXDATE:x\r\n',
    ';TZID=',
    'Subject: =?utf-8?B?////?=\n',
    'Content-Type: multipart/mixed; boundary=x\n\n--x\n',
    'Content-Transfer-Encoding: base64\n',
  ],
  ...[
    '31 February 2020',
    '25:61',
    '13pm',
    'every second Tuesday until 9999',
    '00:00–24:00',
    '2020-12-18T25:00:00+99:99',
    '+14:60',
    '١٨ ديسمبر ٢٠٢٠',
    '二〇二〇年十二月十八日',
  ],
  ...[
    'http://[::1',
    'javascript:alert(1)',
    'https://user:pass@example.org/',
    `https://example.org/${'a/'.repeat(50)}`,
    'mailto:',
    'data:text/html,x',
  ],
  ...['👩🏽‍🌾', 'e\u0301\u0301\u0301', 'ﷺ', 'ẞ', 'ı', 'İ', '\u{1d518}'],
]
