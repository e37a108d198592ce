/** Long enough that guessing is no way in; what it is made of is nobody’s business. */
export const shortestPassword = 10
/** A hash takes as long as what it is made of. */
export const longestPassword = 200

/** Why a password will not do; null: it will. */
export function passwordFault(
  password: string,
  { email, name }: { email: string; name: string },
): 'short' | 'long' | 'guessable' | null {
  if ([...password].length < shortestPassword) return 'short'
  if (password.length > longestPassword) return 'long'
  return isGuessable(password.toLowerCase(), email.toLowerCase(), name.toLowerCase()) ? 'guessable' : null
}

/** One or two characters over and over, a row of the keyboard, or hardly more than the name of who signs in. */
function isGuessable(password: string, email: string, name: string): boolean {
  if (new Set(password).size < 4) return true
  if (rows.some(row => row.includes(password))) return true
  const own = [email, email.split('@', 1)[0]!, name, 'password', 'daylong', 'passwort', 'motdepasse']
  return own.some(word => word.length > 2 && password.replace(word, '').length < 4)
}

const rows = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
]
