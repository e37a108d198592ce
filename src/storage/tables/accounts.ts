import type { Generated } from 'kysely'
import type { Role } from '../../domain/curator.ts'
import type { Json } from './json.ts'

/** Who may do what at the desk. */
export type AccountsTables = {
  accounts: AccountsTable
  credentials: CredentialsTable
  sign_ins: SignInsTable
  verifications: VerificationsTable
  second_factors: SecondFactorsTable
  passkeys: PasskeysTable
  grants: { id: string; account_id: string; series_id: string | null; role: Role; granted_at: number }
  invitations: InvitationsTable
  audit: AuditTable
}

/** Somebody who signs in. What they may do is granted (`grants`). */
type AccountsTable = {
  id: string
  name: string
  /** In small letters. */
  email: string
  email_verified: Generated<number>
  image: string | null
  /** Whether signing in takes a code of an authenticator app (`second_factors`). */
  has_codes: Generated<number>
  /** In which the desk was read last; null: not yet. */
  language: Generated<string | null>
  created_at: number
  updated_at: number
}

/** A password, by its hash. */
type CredentialsTable = {
  id: string
  account_id: string
  provider: string
  subject: string
  password: string | null
  created_at: number
  updated_at: number
}

/** A device on which an account is signed in; a *session* is an event inside an event. */
type SignInsTable = {
  id: string
  account_id: string
  /** Hash of what the cookie holds. */
  token: string
  means: string
  /** Whether it took a second factor, or a passkey, which is two. */
  is_strong: Generated<number>
  expires_at: number
  ip_address: string | null
  user_agent: string | null
  created_at: number
  /** When it was last seen, to the hour. */
  updated_at: number
}

/** What was handed out to be brought back once: links in mails, challenges. Identifiers are hashes. */
type VerificationsTable = {
  id: string
  identifier: string
  value: string
  expires_at: number
  created_at: number
  updated_at: number
}

/** The secret of an authenticator app and the recovery codes beside it, encrypted. */
type SecondFactorsTable = {
  id: string
  account_id: string
  secret: string
  recovery_codes: string
  is_verified: Generated<number>
  failures: Generated<number>
  locked_until: number | null
}

type PasskeysTable = {
  id: string
  account_id: string
  name: string | null
  public_key: string
  credential: string
  counter: number
  device_type: string
  is_backed_up: number
  transports: string | null
  maker: string | null
  created_at: number | null
}

type InvitationsTable = {
  id: string
  email: string
  role: Role
  series_id: string | null
  invited_by: string | null
  /** Hash of what stands in the link. */
  token: string
  created_at: number
  sent_at: number
  expires_at: number
}

/** Who did what to accounts, roles and the site; never changed. */
type AuditTable = {
  id: string
  at: number
  account_id: string | null
  /** Name or mail address as it was then; `host` for the command line. */
  who: string
  act: string
  subject: string | null
  details: Json
}
