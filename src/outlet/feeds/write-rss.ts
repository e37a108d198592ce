import { generateRssFeed, type RssFeed } from 'feedsmith'
import { type Feed, type FeedItem, feedTypes } from './feed.ts'
import { pagingLinks } from './write-atom.ts'

/**
 * RSS 2.0 as the RSS Advisory Board’s profile wants it; with the words of Apple’s and the Podcast Index’s namespaces where
 * it is a podcast.
 */
export function writeRss(feed: Feed): string {
  const { title, about, podcast, authors } = feed
  return generateRssFeed({
    title,
    link: feed.page,
    description: about ?? title,
    language: feed.language ?? undefined,
    copyright: feed.rights ?? undefined,
    lastBuildDate: new Date(feed.updated),
    generator: 'Daylong',
    docs: 'https://www.rssboard.org/rss-specification',
    ttl: 60,
    image: podcast ? { url: podcast.image, title, link: feed.page } : undefined,
    atom: {
      links: [
        { rel: 'self', type: feedTypes.rss, href: feed.self },
        ...pagingLinks(feed.paging).map(link => ({ ...link, type: feedTypes.rss })),
      ],
    },
    dc: authors.length ? { creators: authors.map(({ name }) => name) } : undefined,
    itunes: podcast
      ? {
          author: authors.map(({ name }) => name).join(', ') || title,
          categories: [{ text: 'Society & Culture' }],
          explicit: false,
          image: podcast.image,
          type: 'episodic',
        }
      : undefined,
    podcast: podcast ? { guid: podcast.guid, medium: 'podcast', locked: { value: false } } : undefined,
    items: feed.items.map(item => itemOf(item, podcast !== null)),
  })
}

function itemOf(item: FeedItem, inPodcast: boolean): RssFeed.Item<Date, true> {
  const { comments, media } = item
  return {
    title: item.title,
    link: item.url,
    guid: { value: item.id, isPermaLink: false },
    pubDate: new Date(item.published),
    description: item.summary ?? item.title,
    categories: item.categories.map(({ label }) => ({ name: label })),
    comments: comments?.page,
    // One each, as readers expect. How long a file is must be told: nought says that nobody knows.
    enclosures: media.slice(0, 1).map(({ url, type, length }) => ({ url, type, length: length ?? 0 })),
    content: { encoded: item.html },
    atom: item.updated > item.published ? { updated: new Date(item.updated) } : undefined,
    // `<author>` of RSS is a mail address, which nobody has to give.
    dc: {
      creators: item.authors.map(({ name }) => name),
      languages: item.language === null ? [] : [item.language],
    },
    slash: comments ? { comments: comments.count } : undefined,
    wfw: comments ? { commentRss: comments.feed } : undefined,
    itunes:
      inPodcast && media.length
        ? { episodeType: 'full', explicit: false, author: item.authors.map(({ name }) => name).join(', ') }
        : undefined,
  }
}
