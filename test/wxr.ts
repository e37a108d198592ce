/** An item of an export that a test is about; whatever matters to it is told. */
export type WxrItem = {
  id: number
  title?: string
  type?: string
  status?: string
  /** `2020-12-18 09:00:00`, on the clock of the site and in UTC. */
  date?: string
  slug?: string
  link?: string
  author?: string
  content?: string
  excerpt?: string
  parent?: number
  categories?: string[]
  tags?: string[]
  attachment?: string
  meta?: Record<string, string>
  password?: string
  /** Terms of other taxonomies. */
  terms?: { domain: string; slug: string; name: string }[]
  comments?: {
    id: number
    parent?: number
    author?: string
    url?: string
    text: string
    approved?: string
    type?: string
  }[]
}

const home = 'https://blog.example'

/** A WordPress export, as WordPress itself would write it. */
export function wxr(
  items: WxrItem[],
  { authors = [['rolf', 'Rolf Example']] as [string, string][], categories = [] as [number, string][] } = {},
): string {
  return `${wxrHead(authors, categories)}${items.map(wxrItem).join('')}${wxrFoot}`
}

export function wxrHead(authors: [string, string][] = [], categories: [number, string][] = []): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>A blog</title><link>${home}</link><language>en</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>${home}</wp:base_site_url><wp:base_blog_url>${home}</wp:base_blog_url>
${authors.map(([login, name], index) => `<wp:author><wp:author_id>${index + 1}</wp:author_id><wp:author_login>${data(login)}</wp:author_login><wp:author_email>${data(`${login}@example.org`)}</wp:author_email><wp:author_display_name>${data(name)}</wp:author_display_name></wp:author>`).join('\n')}
${categories.map(([id, name]) => `<wp:category><wp:term_id>${id}</wp:term_id><wp:category_nicename>cat-${id}</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>${data(name)}</wp:cat_name></wp:category>`).join('\n')}
`
}

export const wxrFoot = '</channel></rss>\n'

export function wxrItem({
  id,
  title = `Post ${id}`,
  type = 'post',
  status = 'publish',
  date = '2020-12-18 09:00:00',
  slug = `post-${id}`,
  author = 'rolf',
  content = 'Some words.',
  excerpt = '',
  parent = 0,
  categories = [],
  tags = [],
  attachment,
  meta = {},
  password = '',
  terms = [],
  comments = [],
  ...told
}: WxrItem): string {
  const [day = ''] = date.split(' ')
  const link =
    told.link ?? (type === 'page' ? `${home}/${slug}/` : `${home}/${day.replaceAll('-', '/')}/${slug}/`)
  const word = (domain: string) => (name: string) =>
    `<category domain="${domain}" nicename="${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}">${data(name)}</category>`
  return `<item><title>${data(title)}</title><link>${link}</link><dc:creator>${data(author)}</dc:creator>
<guid isPermaLink="false">${home}/?p=${id}</guid><content:encoded>${data(content)}</content:encoded><excerpt:encoded>${data(excerpt)}</excerpt:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>${data(date)}</wp:post_date><wp:post_date_gmt>${data(date)}</wp:post_date_gmt>
<wp:post_name>${data(slug)}</wp:post_name><wp:status>${data(status)}</wp:status><wp:post_parent>${parent}</wp:post_parent><wp:menu_order>0</wp:menu_order>
<wp:post_type>${data(type)}</wp:post_type><wp:post_password>${data(password)}</wp:post_password>${attachment ? `<wp:attachment_url>${data(attachment)}</wp:attachment_url>` : ''}
${Object.entries(meta)
  .map(
    ([key, value]) =>
      `<wp:postmeta><wp:meta_key>${data(key)}</wp:meta_key><wp:meta_value>${data(value)}</wp:meta_value></wp:postmeta>`,
  )
  .join(
    '',
  )}${categories.map(word('category')).join('')}${tags.map(word('post_tag')).join('')}${terms.map(({ domain, slug, name }) => `<category domain="${domain}" nicename="${slug}">${data(name)}</category>`).join('')}
${comments.map(wxrComment).join('')}</item>
`
}

function wxrComment({
  id,
  parent = 0,
  author = 'Reader',
  url = '',
  text,
  approved = '1',
  type = 'comment',
}: NonNullable<WxrItem['comments']>[number]): string {
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>${data(author)}</wp:comment_author><wp:comment_author_email>${data('reader@secret.example')}</wp:comment_author_email>
<wp:comment_author_url>${url}</wp:comment_author_url><wp:comment_author_IP>${data('192.0.2.77')}</wp:comment_author_IP><wp:comment_date>${data(`2020-12-18 10:00:${String(id % 60).padStart(2, '0')}`)}</wp:comment_date><wp:comment_date_gmt>${data(`2020-12-18 10:00:${String(id % 60).padStart(2, '0')}`)}</wp:comment_date_gmt>
<wp:comment_content>${data(text)}</wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved><wp:comment_type>${type}</wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`
}

function data(words: string): string {
  return `<![CDATA[${words.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/** A year's round-up of a day, as a blogger would have written it. */
export function roundUp(year: number): string {
  return `Today is International Migrants Day. This post will be updated.

<ul>
<li><a href="https://one.example/${year}">Webinar: Rights at the border</a>, 18 December ${year}, 10:00 CET, by One Network</li>
<li><a href="https://two.example/${year}">Online panel: Domestic work</a>, 18 December ${year}, 14:00 CET, by Two Union</li>
<li><a href="https://three.example/${year}">Webinar: Migration and climate</a>, 18 December ${year}, 16:30 CET, by Three Institute</li>
<li><a href="https://four.example/${year}">Statement by Four on International Migrants Day ${year}</a></li>
</ul>`
}
