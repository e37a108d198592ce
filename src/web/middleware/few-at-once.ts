import type { MiddlewareHandler } from 'hono'
import type { Env, Visit } from '../show.ts'

/** What is shorter is no burden. */
const largeFrom = 1024 * 1024

/**
 * Lets a few large bodies in at once, from whomever: each is held in memory until it is read, and a hundred of them would
 * be more than there is. To stand before what reads the body.
 *
 * @param refuse answers whoever has to come again in some seconds
 */
export function fewAtOnce(
  most: number,
  refuse: (c: Visit, seconds: number) => Response | Promise<Response>,
): MiddlewareHandler<Env> {
  let going = 0
  return async (c, next) => {
    const told = c.req.header('content-length')
    // Who does not say how much it is may bring anything.
    const isLarge = told === undefined || !(Number(told) < largeFrom)
    if (!isLarge) return next()
    if (going >= most) {
      c.header('retry-after', String(waitSeconds))
      return refuse(c, waitSeconds)
    }
    going++
    try {
      await next()
    } finally {
      going--
    }
  }
}

const waitSeconds = 30
