import { escapeHtml } from '../../domain/escape-html.ts'
import type { Letter } from './letter.ts'

type Written = Omit<Letter, 'end' | 'list' | 'doors'> & Partial<Pick<Letter, 'end' | 'list' | 'doors'>>

/** A letter as a mail: the same words as text and as HTML, of which nothing is loaded from anywhere. */
export function writeMail(letter: Written): { subject: string; text: string; html: string } {
  return { subject: letter.subject, text: textOf(letter), html: htmlOf(letter) }
}

function textOf({ title, parts, doors = [], action, foot }: Written): string {
  const told = parts.map(({ heading, rows }) =>
    [
      ...(heading ? [heading.toUpperCase()] : []),
      ...rows.map(({ text, url, note }) =>
        [text, note, url === text ? undefined : url].filter(Boolean).join('\n  '),
      ),
    ].join('\n'),
  )
  const lines = [
    title,
    ...told,
    ...doors.map(({ label, url, note }) => `${note ? `${label} (${note})` : label}:\n${url}`),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ['-- ', foot.why, ...foot.links.map(({ label, url }) => `${label}: ${url}`)].join('\n'),
  ]
  return `${lines.join('\n\n')}\n`
}

function htmlOf({ language, dir, subject, title, parts, doors = [], action, foot }: Written): string {
  const told = parts.map(
    ({ heading, rows }) =>
      `${heading ? `<h2>${escapeHtml(heading)}</h2>` : ''}<ul>${rows
        .map(
          ({ text, url, note }) =>
            `<li>${linked(text, url)}${note ? `<br><small>${escapeHtml(note)}</small>` : ''}</li>`,
        )
        .join('')}</ul>`,
  )
  const ways = doors
    .map(
      ({ label, url, note }) =>
        `<p>${linked(label, url)}${note ? `<br><small><bdi>${escapeHtml(note)}</bdi></small>` : ''}</p>`,
    )
    .join('')
  const act = action
    ? `<p><a class="act" href="${escapeHtml(action.url)}">${escapeHtml(action.label)}</a></p>`
    : ''
  const links = foot.links.map(({ label, url }) => linked(label, url)).join(' · ')
  return [
    `<!doctype html><html lang="${escapeHtml(language)}" dir="${dir}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(subject)}</title><style>${style}</style></head>`,
    `<body dir="${dir}"><main><h1 dir="auto">${escapeHtml(title)}</h1>${told.join('')}${ways}${act}`,
    `<footer><p>${escapeHtml(foot.why)}<br>${links}</p></footer></main></body></html>`,
  ].join('\n')
}

function linked(words: string, url: string | undefined): string {
  const said = `<bdi>${escapeHtml(words)}</bdi>`
  return url ? `<a href="${escapeHtml(url)}">${said}</a>` : said
}

/** Few programs for mail know more than this. */
const style = [
  ':root{color-scheme:light dark}',
  'body{margin:0;padding:24px 16px;background:#fdfcf8;color:#1d1c1a;font:16px/1.5 system-ui,sans-serif}',
  'main{max-width:34em;margin:0 auto}',
  'h1{font:600 22px/1.3 Georgia,serif;margin:0 0 16px}',
  'h2{font-size:14px;margin:24px 0 4px;border-top:1px solid #8886;padding-top:8px}',
  'ul{list-style:none;margin:0;padding:0}li{padding:4px 0}small{opacity:.75}',
  'a{color:#1f4e8c}.act{display:inline-block;margin:16px 0;padding:8px 16px;background:#1f4e8c;color:#fff;text-decoration:none}',
  'footer{margin-top:32px;border-top:1px solid #8886;font-size:13px;opacity:.8}',
  '@media(prefers-color-scheme:dark){body{background:#131419;color:#e9e7e1}a{color:#9cc2f5}.act{background:#9cc2f5;color:#131419}}',
].join('')
