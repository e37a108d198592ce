import { type Fixture, json, refusal } from './fixture.ts'

const vimeoDocs = 'https://developer.vimeo.com/api/oembed/videos'
const vimeoPrivate = 'https://help.vimeo.com/hc/en-us/articles/12427906892689 (oEmbed with private videos)'
const vimeo = 'https://vimeo.com/76979871'
const vimeoOembed = `https://vimeo.com/api/oembed.json?url=${encodeURIComponent(vimeo)}`

const vimeoFixtures: Fixture[] = [
  {
    name: 'Vimeo: a recording',
    source: vimeoDocs,
    address: 'https://player.vimeo.com/video/76979871',
    answers: {
      'https://vimeo.com/api/oembed.json?url=https%3A%2F%2Fplayer.vimeo.com%2F76979871': refusal(404),
      [vimeoOembed]: json({
        type: 'video',
        version: '1.0',
        provider_name: 'Vimeo',
        title: 'Voices of migrants',
        duration: 5321,
        upload_date: '2020-12-18 15:10:00',
        video_id: 76979871,
      }),
    },
    tells: {
      stream: 'none',
      recording: 'available',
      title: 'Voices of migrants',
      seconds: 5321,
      publishedAt: Date.parse('2020-12-18T15:10:00Z'),
      embed: true,
    },
  },
  {
    name: 'Vimeo: a live event tells no more than that it is there',
    source: vimeoDocs,
    address: 'https://vimeo.com/event/1234567',
    answers: {
      'https://vimeo.com/api/oembed.json?url=https%3A%2F%2Fvimeo.com%2Fevent%2F1234567': json({
        type: 'video',
        title: 'A day of voices',
      }),
    },
    tells: { stream: null, recording: null, title: 'A day of voices' },
  },
  {
    name: 'Vimeo: behind a password, or kept to some sites',
    source: vimeoPrivate,
    address: vimeo,
    answers: { [vimeoOembed]: json({ type: 'video', version: '1.0', html: '<iframe></iframe>' }) },
    tells: { recording: 'private' },
  },
  {
    name: 'Vimeo: unlisted, asked without its word',
    source: vimeoPrivate,
    address: vimeo,
    answers: { [vimeoOembed]: refusal(404), [vimeo]: refusal(403) },
    tells: { recording: 'private' },
  },
  {
    name: 'Vimeo: removed',
    source: vimeoDocs,
    address: vimeo,
    answers: { [vimeoOembed]: refusal(404), [vimeo]: refusal(404) },
    tells: { recording: 'removed' },
  },
  {
    name: 'Vimeo: may not be shown elsewhere, which says nothing of the rest',
    source: `${vimeoDocs} (403)`,
    address: vimeo,
    answers: { [vimeoOembed]: refusal(403) },
    tells: { stream: null, recording: null, embed: false },
  },
]

const facebookDocs = 'https://developers.facebook.com/docs/graph-api/reference/oembed-video'
const facebook = 'https://www.facebook.com/migrants/videos/308019210113515'
const facebookOembed = `https://graph.facebook.com/v26.0/oembed_video?omitscript=true&url=${encodeURIComponent(facebook)}`

const facebookFixtures: Fixture[] = [
  {
    name: 'Facebook: open to everybody, live or not',
    source: facebookDocs,
    address: facebook,
    answers: {
      [facebookOembed]: json({
        type: 'video',
        version: '1.0',
        provider_name: 'Facebook',
        html: '<div></div>',
      }),
    },
    tells: { stream: null, recording: 'available' },
  },
  {
    name: 'Facebook: private, removed or mistyped – it does not tell which',
    source: `${facebookDocs} (error 100)`,
    address: facebook,
    answers: { [facebookOembed]: json({ error: { code: 100, message: 'Invalid parameter' } }, 400) },
    tells: { unseen: 'not-told' },
  },
]

const zoomDocs =
  'https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0067567 (sharing a cloud recording)'
const zoom = 'https://zoom.us/rec/share/dUk_CNBETmZ5VA2BwEl-jjakPpJ3M1pcfV.EImBkXzTIaPvdZO5'

const zoomFixtures: Fixture[] = [
  {
    name: 'Zoom: a recording that anybody may watch',
    source: zoomDocs,
    address: zoom,
    answers: {
      [zoom]: `<script>window.__data__ = { fileId: "abc", meet: { topic: "Voices of \\"migrants\\"" } };</script>`,
    },
    tells: { recording: 'available', title: 'Voices of "migrants"', embed: false },
  },
  {
    name: 'Zoom: behind a passcode',
    source: zoomDocs,
    address: zoom,
    answers: { [zoom]: '<form id="password_form"><input name="passwd"></form>' },
    tells: { recording: 'private' },
  },
  {
    name: 'Zoom: deleted, or past its day',
    source: zoomDocs,
    address: zoom,
    answers: { [zoom]: '<p>This recording does not exist. (3,301)</p>' },
    tells: { recording: 'removed' },
  },
  {
    name: 'Zoom: no such recording, by its status',
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5 (404)',
    address: zoom,
    answers: { [zoom]: refusal(404) },
    tells: { recording: 'removed' },
  },
  {
    name: 'Zoom: a page of another shape',
    source: zoomDocs,
    address: zoom,
    answers: { [zoom]: '<div id="app"></div>' },
    tells: { unseen: 'strange' },
  },
]

export const platformFixtures: Fixture[] = [...vimeoFixtures, ...facebookFixtures, ...zoomFixtures]
