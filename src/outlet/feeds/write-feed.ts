import type { Feed, FeedAuthor, FeedForm } from './feed.ts'
import { sound } from './sound.ts'
import { writeAtom } from './write-atom.ts'
import { writeJson } from './write-json.ts'
import { writeRss } from './write-rss.ts'

/** To be loaded when it is first asked for: what writes XML is large. */
export function writeFeed(feed: Feed, form: FeedForm): string {
  return writers[form](withWords(sound(feed)))
}

const writers: Record<FeedForm, (feed: Feed) => string> = {
  atom: feed => close(writeAtom(feed)),
  rss: feed => close(writeRss(feed)),
  json: writeJson,
}

/** Titles, contents and names must be there, even where nothing of them can be written. */
function withWords(feed: Feed): Feed {
  const named = ({ name }: FeedAuthor) => name.trim() !== ''
  return {
    ...feed,
    title: feed.title.trim() || feed.page,
    authors: feed.authors.filter(named),
    items: feed.items.map(item => ({
      ...item,
      title: item.title.trim() || item.url,
      html: item.html.trim() || `<p><a href="${item.url.replaceAll('"', '%22')}">${item.url}</a></p>`,
      authors: item.authors.filter(named),
      categories: item.categories.filter(({ term, label }) => term.trim() && label.trim()),
    })),
  }
}

/** Without the breaks that the library puts around texts: some readers take them for a part of an address or title. */
function close(xml: string): string {
  return xml.replace(/>\s+<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\s+<\//g, ']]></')
}
