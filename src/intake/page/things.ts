import type { Kind } from '../../domain/finding.ts'
import { type Item, textOf } from './item.ts'

/** What a schema.org type is to a programme; null for what is nothing of its own (a place, an offer, a comment). */
export function kindOfType(item: Item): Kind | null {
  for (const type of item.types) {
    const kind = kinds.get(type) ?? (/[a-z]Event$/.test(type) && !notListed.has(type) ? 'event' : null)
    if (kind) return kind
  }
  return null
}

const of = (kind: Kind, types: string): [string, Kind][] => types.split(' ').map(type => [type, kind])

const kinds = new Map<string, Kind>([
  ...of('event', 'Event Festival Hackathon EventSeries CourseInstance ConferenceEvent Webinar'),
  ...of(
    'video',
    'VideoObject Movie TVEpisode Episode Clip MovieClip VideoObjectSnapshot PodcastEpisode RadioEpisode AudioObject MusicVideoObject',
  ),
  ...of(
    'article',
    'Article NewsArticle BlogPosting Report LiveBlogPosting TechArticle ScholarlyArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle ReportageNewsArticle ReviewNewsArticle AskPublicNewsArticle AdvertiserContentArticle SatiricalArticle SocialMediaPosting DiscussionForumPosting Thesis PresentationDigitalDocument TextDigitalDocument',
  ),
  ...of('statement', 'SpecialAnnouncement Statement OpenLetter PressRelease'),
  ...of('toolkit', 'LearningResource HowTo Guide Course'),
])

/** Entries of logs, steps of a user's doings, slots of a diary. */
const notListed = new Set(['InstantaneousEvent', 'UserInteraction', 'DeliveryEvent', 'LoginEvent'])

/** A window in which something may be seen, not a meeting. */
export function isPublication(item: Item): boolean {
  return item.types.some(type => /^(?:PublicationEvent|BroadcastEvent|OnDemandEvent)$/.test(type))
}

/** It goes on, or was put up well before it began: what one takes part in, and no recording yet. */
export function isLiveBroadcast(item: Item, film: Item | undefined): boolean {
  if (!/true/i.test(textOf(item, 'isLiveBroadcast') ?? '')) return false
  const uploaded = Date.parse((film && textOf(film, 'uploadDate')) ?? '')
  const begins = Date.parse(textOf(item, 'startDate') ?? '')
  return !textOf(item, 'endDate') || begins - uploaded > 3_600_000
}
