import { Hono } from 'hono'
import type { Env, Parts } from '../show.ts'
import { actsRoom } from './acts-room.tsx'
import { entryEditRoom } from './entry-room.tsx'
import { namesRoom } from './names-room.ts'
import { newEntryRoom } from './new-entry-room.tsx'
import { sessionsRoom } from './sessions-room.tsx'

/** Everything by which entries are written one by one. */
export function editingRoom(parts: Parts): Hono<Env> {
  const room = new Hono<Env>()
  room.route('/', namesRoom(parts))
  room.route('/', newEntryRoom(parts))
  room.route('/', sessionsRoom(parts))
  room.route('/', actsRoom(parts))
  room.route('/', entryEditRoom(parts))
  return room
}
