/**
 * A wish that the rules refuse. It becomes a page, an API problem or a line on the terminal, each in one place;
 * anything else that is thrown is a fault.
 *
 * @param key of the message catalogue, e.g. `edition-date-unknown`
 * @param values put into the message; also for whoever wants to act on them
 * @param message the same in English, for the command line: what was refused and what to do
 */
export class Refusal extends Error {
  readonly key: string
  readonly values: Record<string, string | number>

  constructor(key: string, values: Record<string, string | number>, message: string) {
    super(message)
    this.name = 'Refusal'
    this.key = key
    this.values = values
  }
}

/** A refusal as it is kept. */
export type ToldRefusal = Pick<Refusal, 'key' | 'values' | 'message'>
