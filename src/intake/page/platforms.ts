import { getDomainWithoutSuffix } from 'tldts'

/** Sites that list the events of others: their name is not the organiser's. */
export function isAggregator(url: string | undefined): boolean {
  return url !== undefined && aggregators.has(getDomainWithoutSuffix(url) ?? '')
}

const aggregators = new Set(
  'eventbrite meetup songkick facebook bandsintown ticketmaster lu luma eventim allevents evensi dice residentadvisor ra ticketfly universe tito billetto weezevent helloasso sympla konfhub townscript airmeet hopin linkedin google youtube vimeo twitch zoom eventful xing doodle pretix ticketweb eventsforce brownpapertickets'.split(
    ' ',
  ),
)
