import { hash } from 'node:crypto'
import { addressKey } from '../domain/address-key.ts'
import type { Content } from '../domain/content.ts'
import type { Instants } from '../domain/event-time.ts'
import type { Finding } from '../domain/finding.ts'
import { foldName } from '../domain/fold-name.ts'
import { isGlobal } from '../domain/uid.ts'
import type { Identity } from '../storage/identities.ts'
import { indexable } from '../storage/names.ts'

/** What a finding says, and when that is. */
export type Understood = { content: Content; instants: Instants }

/** A finding on its way into the store. */
export type Item = Pick<Identity, 'uid' | 'urlKey' | 'titleKey'> &
  Understood & {
    found: Finding
    /** The content as JSON. */
    said: string
    /** The entry of the event that this is a session of. */
    parentId: string | null
  }

/** Sessions are known within their event: `parentId` is its entry. */
export function itemOf(found: Finding, { content, instants }: Understood, parentId: string | null): Item {
  const within = parentId === null ? content.kind : `${parentId} ${content.kind}`
  const day = (content.time.start ?? content.published ?? '').slice(0, 10)
  const uid = uidOf(found)
  return {
    found,
    content,
    instants,
    said: JSON.stringify(content),
    parentId,
    uid,
    urlKey: uid === null && found.url ? short(`${within} ${addressKey(found.url)}`) : null,
    titleKey: uid !== null && isGlobal(uid) ? null : short(`${within} ${day} ${foldName(content.title)}`),
  }
}

/** By which UIDs findings and their sessions are known. */
export function uidsOf(findings: Finding[], all = new Set<string>()): Set<string> {
  for (const found of findings) {
    const uid = uidOf(found)
    if (uid !== null) all.add(uid)
    uidsOf(found.sessions ?? [], all)
  }
  return all
}

/** By which a source knows a series itself, of one of its dates. */
export function seriesUid({ uid, recurrenceId }: Finding): string | null {
  return uid && recurrenceId ? uidKey(uid) : null
}

function uidOf({ uid, recurrenceId }: Finding): string | null {
  const told = recurrenceId ? `${uid} ${recurrenceId}` : uid
  return told ? uidKey(told) : null
}

function uidKey(told: string): string {
  return indexable(told.toWellFormed().replaceAll('\0', ''))
}

function short(key: string): string {
  return hash('sha256', key, 'base64url').slice(0, 22)
}
