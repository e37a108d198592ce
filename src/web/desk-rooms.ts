import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { accountRoom } from './account/room.tsx'
import { auditRoom } from './audit/room.tsx'
import { claimRoom } from './claim/room.tsx'
import { commentingRoom } from './commenting/room.ts'
import { dayRoom } from './desk/day-room.tsx'
import { organiserAnswersRoom } from './desk/organiser-answers.ts'
import { deskRoom } from './desk/room.tsx'
import { storyRoom } from './desk/story-room.tsx'
import { undoRoom } from './desk/undo.ts'
import { editingRoom } from './editing/room.ts'
import { awaitedRoom } from './edition-desk/awaited-room.tsx'
import { newRoom } from './edition-desk/new-room.tsx'
import { nextRoom } from './edition-desk/next-room.tsx'
import { deskSeriesRoom } from './edition-desk/series-room.tsx'
import { textRoom } from './edition-desk/text-room.tsx'
import { exportsRoom } from './exports/room.tsx'
import { figureDeskRoom } from './figure-desk/room.tsx'
import { editionHistoryRoom } from './history/edition-room.tsx'
import { entryHistoryRoom } from './history/entry-room.tsx'
import { importsRoom } from './imports/room.tsx'
import { invitationRoom } from './invitation/room.tsx'
import { jobsRoom } from './jobs/room.tsx'
import { linksRoom } from './links/room.tsx'
import { mergingRoom } from './merging/room.tsx'
import { blocksRoom } from './moderation/blocks-room.tsx'
import { queueMailsRoom } from './moderation/mails-room.tsx'
import { queueRoom } from './moderation/queue-room.tsx'
import { stoppedRoom } from './moderation/stopped-room.tsx'
import { organisationRoom } from './organisations/organisation-room.tsx'
import { organisationsRoom } from './organisations/room.tsx'
import { outboxRoom } from './outbox/room.tsx'
import { peopleRoom } from './people/room.tsx'
import { addPictureRoom } from './pictures/add-room.tsx'
import { postRoom } from './post/room.tsx'
import { previewRoom } from './preview/room.tsx'
import { privacyDeskRoom } from './privacy/desk-room.tsx'
import { readingRoom } from './reading/room.tsx'
import { recordingsRoom } from './recordings/room.tsx'
import { shareRoom } from './share/room.tsx'
import type { Env, Parts } from './show.ts'
import { signInRoom } from './sign-in/room.tsx'
import { sourcesRoom } from './sources/room.tsx'
import { translatingRoom } from './translating/room.tsx'
import { writingDeskRoom } from './writing-desk/room.tsx'

/** What is behind a door: signing in, and the desk. Loaded when somebody first comes to one, since most visitors never do. */
export function deskRooms(parts: Parts): Hono<Env> {
  const rooms = new Hono<Env>()
  // Pages of the desk are made for one and not kept, so nobody has compressed them; hundreds of entries are long.
  rooms.use('/desk/*', compress())
  rooms.route('/', claimRoom(parts))
  rooms.route('/', signInRoom(parts))
  rooms.route('/', accountRoom(parts))
  rooms.route('/', invitationRoom(parts))
  rooms.route('/', peopleRoom(parts))
  rooms.route('/', auditRoom(parts))
  rooms.route('/', privacyDeskRoom(parts))
  // Before rooms of editions, whose addresses look alike.
  rooms.route('/', figureDeskRoom(parts))
  rooms.route('/', queueRoom(parts))
  rooms.route('/', queueMailsRoom(parts))
  rooms.route('/', stoppedRoom(parts))
  rooms.route('/', blocksRoom(parts))
  rooms.route('/', undoRoom(parts))
  rooms.route('/', organiserAnswersRoom(parts))
  rooms.route('/', previewRoom(parts))
  rooms.route('/', addPictureRoom(parts))
  rooms.route('/', storyRoom(parts))
  rooms.route('/', dayRoom(parts))
  rooms.route('/', readingRoom(parts))
  rooms.route('/', sourcesRoom(parts))
  rooms.route('/', importsRoom(parts))
  rooms.route('/', recordingsRoom(parts))
  rooms.route('/', linksRoom(parts))
  rooms.route('/', mergingRoom(parts))
  rooms.route('/', shareRoom(parts))
  rooms.route('/', deskRoom(parts))
  rooms.route('/', exportsRoom(parts))
  rooms.route('/', writingDeskRoom(parts))
  rooms.route('/', jobsRoom(parts))
  rooms.route('/', outboxRoom(parts))
  rooms.route('/', entryHistoryRoom(parts))
  rooms.route('/', editionHistoryRoom(parts))
  rooms.route('/', textRoom(parts))
  rooms.route('/', commentingRoom(parts))
  rooms.route('/', postRoom(parts))
  rooms.route('/', translatingRoom(parts))
  rooms.route('/', organisationsRoom(parts))
  rooms.route('/', organisationRoom(parts))
  rooms.route('/', newRoom(parts))
  rooms.route('/', nextRoom(parts))
  rooms.route('/', awaitedRoom(parts))
  rooms.route('/', deskSeriesRoom(parts))
  rooms.route('/', editingRoom(parts))
  return rooms
}
