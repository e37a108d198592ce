import { expect, test } from 'vitest'
import { linkRole, linksIn } from './link-role.ts'

test.each([
  ['https://us02web.zoom.us/j/123?pwd=aB%2Bc.1', 'join'],
  ['https://us02web.zoom.us/webinar/register/WN_abc', 'registration'],
  ['https://example.zoom.us/rec/share/abc', 'recording'],
  ['https://us02web.zoom.us/u/kdAbc', null],
  ['https://meet.google.com/abc-defg-hij', 'join'],
  ['https://teams.microsoft.com/l/meetup-join/19%3ameeting_x/0?context=y', 'join'],
  ['https://teams.microsoft.com/meetingOptions/?organizerId=1', null],
  ['https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F5&data=1', 'join'],
  ['https://ngo.webex.com/ngo/j.php?MTID=m1', 'join'],
  ['https://meet.jit.si/VigilRoom', 'join'],
  ['https://bbb.example.org/b/ann-abc-def', 'join'],
  ['https://bbb.example.org/playback/presentation/2.3/abc', 'recording'],
  ['https://attendee.gotowebinar.com/register/1', 'registration'],
  ['https://spatial.chat/s/room', 'join'],
  ['https://www.youtube.com/live/abc', 'livestream'],
  ['https://www.facebook.com/watch/live/?v=1', 'livestream'],
  ['https://www.twitch.tv/somebody', 'livestream'],
  ['https://www.twitch.tv/videos/1', 'recording'],
  ['https://media.ccc.de/v/1', 'recording'],
  ['https://forms.gle/abc', 'registration'],
  ['https://web.archive.org/web/2020/https://zoom.us/j/1', 'archive'],
  ['https://example.org/talk.pptx', 'slides'],
  ['https://example.org/2020/programme.pdf', 'programme'],
  ['https://example.org/presentation/136/', 'source'],
  ['https://example.org/earth-day-is-live-and-online', 'source'],
  ['mailto:ann@example.org', null],
  ['not an address', null],
])('%s is %s', (url, role) => {
  expect(linkRole(url)).toBe(role)
})

test('a bare video is its stream before the event and its recording after it', () => {
  const url = 'https://youtu.be/abc'
  expect(linkRole(url)).toBe('recording')
  expect(linkRole(url, { over: false })).toBe('livestream')
  expect(linkRole(url, { words: 'Watch live on YouTube:' })).toBe('livestream')
  expect(linkRole(url, { words: 'Recording of the live event' })).toBe('recording')
})

test('the words nearest to a link of no known host tell its role, in several languages', () => {
  const url = 'https://example.org/x'
  expect(linkRole(url, { words: 'See the agenda; please register here:' })).toBe('registration')
  expect(linkRole(url, { words: 'Anmeldung unter' })).toBe('registration')
  expect(linkRole(url, { words: 'Inscripción' })).toBe('registration')
  expect(linkRole(url, { words: 'للتسجيل' })).toBe('registration')
  expect(linkRole(url, { title: 'the programme', words: 'register' })).toBe('programme')
  expect(linkRole(url, { words: 'A note about streaming platforms' })).toBe('source')
})

test('links are found once, in order, byte for byte, and without what stands below an invitation', () => {
  const text = [
    'Join Zoom Meeting',
    'https://us02web.zoom.us/j/84690135074?pwd=aG9nWS9q%2BY0tT.b2R+x==#success',
    'Find your local number: https://us02web.zoom.us/u/kdAbc',
    'The programme: https://example.org/p. Register: <https://example.org/r>',
    '[Slides of Ann](https://example.org/s) and www.example.net/about',
    'https://us02web.zoom.us/j/84690135074?pwd=aG9nWS9q%2BY0tT.b2R+x==#success',
    'Read README.md and ask Node.js or ann@example.org',
  ].join('\n')
  expect(linksIn(text)).toEqual([
    { role: 'join', url: 'https://us02web.zoom.us/j/84690135074?pwd=aG9nWS9q%2BY0tT.b2R+x==#success' },
    { role: 'programme', url: 'https://example.org/p' },
    { role: 'registration', url: 'https://example.org/r', title: 'Register' },
    { role: 'slides', url: 'https://example.org/s', title: 'Slides of Ann' },
    { role: 'source', url: 'https://www.example.net/about' },
  ])
})
