import type { Link } from './entry.ts'

/**
 * Whether a link opens a meeting's door by itself, by a passcode in its address or in its title: it is shown near the
 * start alone, so that nobody collects doors to disturb.
 */
export function isSecretLink({ role, url, title }: Pick<Link, 'role' | 'url' | 'title'>): boolean {
  return role === 'join' && (inAddress.test(url) || (title !== null && inTitle.test(title)))
}

/** Zoom, Teams, BigBlueButton and their like. */
const inAddress = /[?&#](?:pwd|p|pw|pass|passcode|password|pin|token)=[^&\s]/i
const inTitle =
  /(?:pass ?code|password|\bpin|kenncode|passwort|code secret|mot de passe|contraseña|senha|código(?: de acceso)?)\s*[:：]\s*\S/i
