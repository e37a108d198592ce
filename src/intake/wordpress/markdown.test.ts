import { expect, test } from 'vitest'
import { droppedIn, markdownOf, markdownOfComment } from './markdown.ts'

const world = {
  host: 'blog.example',
  pictures: (ids: string[] | null) =>
    (ids ?? ['own']).map(id => ({ url: `https://blog.example/${id}.jpg`, alt: id })),
  onDropped: () => {},
}
const written = (content: string) => markdownOf(content, world)

test('a classic post has paragraphs where it had empty lines', () => {
  expect(written('One *two*\nthree\n\nFour <em>five</em> [sic] and [1]')).toBe(
    'One \\*two\\*  \nthree\n\nFour *five* \\[sic\\] and \\[1\\]',
  )
})

test('blocks lose their marks and keep what is in them', () => {
  const content =
    '<!-- wp:heading --><h2>Head</h2><!-- /wp:heading --><!-- wp:list --><ul><li>a</li><li>b <a href="https://x.example">c</a></li></ul><!-- /wp:list --><!-- wp:latest-posts {"postsToShow":3} /-->'
  expect(written(content)).toBe('## Head\n\n- a\n- b [c](https://x.example)')
  expect(droppedIn(content)).toEqual(['latest-posts'])
})

test('short codes become what they stand for; of others the content is kept', () => {
  expect(written('[youtube https://youtu.be/abcdefgh]')).toBe(
    '[https://youtu.be/abcdefgh](https://youtu.be/abcdefgh)',
  )
  expect(written('[embed width="1"]https://vimeo.com/1234567[/embed]')).toBe(
    '[https://vimeo.com/1234567](https://vimeo.com/1234567)',
  )
  expect(
    written('[caption id="a"]<img src="https://x.example/a.jpg" alt="A"> Seen from *above*[/caption]'),
  ).toBe('![A](https://x.example/a.jpg)\n\n*Seen from \\*above\\*')
  expect(written('[gallery ids="3,4"]')).toBe(
    '![3](https://blog.example/3.jpg)\n\n![4](https://blog.example/4.jpg)',
  )
  expect(written('[gallery]')).toBe('![own](https://blog.example/own.jpg)')
  expect(written('[box color="red"]kept [x y="1"]too[/x][/box]')).toBe('kept too')
  expect(droppedIn('[box color="red"]kept [x y="1"]too[/x][/box]')).toEqual(['box', 'x'])
})

test('links of a site to itself become paths, and those to its files stay', () => {
  expect(
    written(
      '<a href="https://www.blog.example/2020/12/18/a/?b=1#c">a</a> <a href="https://blog.example/wp-content/a.pdf">b</a>',
    ),
  ).toBe('[a](/2020/12/18/a/?b=1#c) [b](https://blog.example/wp-content/a.pdf)')
})

test('nothing that runs gets out of a text', () => {
  const hostile = `<script>run()</script><a href="javascript:run()" onclick="run()">a</a><img src="x" onerror="run()"><iframe src="javascript:run()"></iframe><style>p{}</style><object data="data:text/html,run()"></object>`
  expect(written(hostile)).not.toMatch(/run|style|iframe|onerror|<a|<script/)
  expect(markdownOfComment(`${hostile}<h1>big</h1><img src="https://x.example/a.jpg">`)).toBe('a\n\nbig')
})

test('what was made to take for ever does not', () => {
  for (const hostile of [
    '[a '.repeat(50_000),
    '<!-- wp:a '.repeat(50_000),
    '[foo]x'.repeat(20_000),
    '<div>'.repeat(50_000),
    '[b]'.repeat(9000) + '[/b]'.repeat(9000),
  ])
    expect(typeof written(hostile)).toBe('string')
})

test('what page builders keep in the values of their short codes stays', () => {
  const html = Buffer.from(encodeURIComponent('<p>Raw words</p>')).toString('base64')
  const baker = `[vc_row][vc_column width="1/2"][vc_column_text]Come <strong>all</strong>.[/vc_column_text][vc_btn title="Register" link="url:https%3A%2F%2Freg.example%2Fgo|title:x|target:_blank"][vc_raw_html]${html}[/vc_raw_html][vc_video link="https://vimeo.com/12345678"][/vc_column][/vc_row]`
  expect(written(baker)).toBe(
    'Come **all**.\n\n[Register](https://reg.example/go)\n\nRaw words\n\n[https://vimeo.com/12345678](https://vimeo.com/12345678)',
  )
  const divi =
    '[et_pb_section][et_pb_row][et_pb_blurb title="Where" image="https://x.example/a.jpg"]In the park[/et_pb_blurb][et_pb_button button_url="https://reg.example/divi" button_text="Join us"][/et_pb_button][/et_pb_row][/et_pb_section]'
  expect(written(divi)).toBe('### Where\n\nIn the park\n\n[Join us](https://reg.example/divi)')
  expect([droppedIn(baker), droppedIn(divi)]).toEqual([[], []])
  const others =
    "[fusion_title size=\"2\"]What we want[/fusion_title][fusion_youtube id=\"https://youtu.be/hhhhhhhhhhh\" /][av_heading heading='Our meeting' tag='h2'][/av_heading][av_button label='Book' link='manually,https://reg.example/av' ]"
  expect(written(others)).toBe(
    'What we want\n\n[https://youtu.be/hhhhhhhhhhh](https://youtu.be/hhhhhhhhhhh)\n\n### Our meeting\n\n[Book](https://reg.example/av)',
  )
  // A form is named by its title for those who edit it.
  expect(written('Write to us. [contact-form-7 id="1" title="Form 1"]')).toBe('Write to us.')
  expect(written('[et_pb_button button_url="javascript:run()" button_text="x"]')).toBe('')
})
