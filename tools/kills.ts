import { parseArgs } from 'node:util'
import { dice } from '../bench/sample.ts'
import { type Act, acts } from './kills/acts.ts'
import { killNotices } from './kills/notices.ts'
import { killAt } from './kills/run-killed.ts'
import { stress } from './kills/stress.ts'

// Kills imports twice at moments drawn by lot, and looks whether the third comes to what an undisturbed one comes to:
// `--points 20` each, `--only import,desk`, `--seed 1`. And kills those who tell readers what they asked for, again and
// again, and counts what came: `--only notices --notices 10000`. `--only jobs` disturbs workers on one PostgreSQL
// instead, for as many seconds as there are points.
const { values } = parseArgs({
  options: {
    points: { type: 'string', default: '20' },
    only: { type: 'string' },
    seed: { type: 'string' },
    notices: { type: 'string', default: '10000' },
  },
})
const points = Number(values.points)
const seed = values.seed === undefined ? Date.now() % 2 ** 30 : Number(values.seed)
if (values.only === 'jobs') {
  process.exitCode = (await stress({ seconds: points, seed })) ? 0 : 1
  process.exit()
}
const names = Object.keys(acts) as (keyof typeof acts)[]
const asked = values.only ? values.only.split(',') : [...names, 'notices']
const unknown = asked.filter(name => name !== 'notices' && !(names as string[]).includes(name))
if (unknown.length > 0 || !(points > 0) || !Number.isInteger(seed)) {
  console.error(`Expected --points N, --seed N, --notices N, --only of ${names.join(',')},notices, or jobs.`)
  process.exit(1)
}

console.log(`seed ${seed}, ${points} points each`)
const roll = dice(seed)
let wrong = 0
for (const name of names.filter(name => asked.includes(name))) {
  const act: Act = acts[name]
  let [done, killed, different] = [0, 0, 0]
  const dice = () => roll(1e6) / 1e6
  for await (const point of killAt(act, { points, size: act.size, kills: 2, dice })) {
    done++
    killed += point.killed
    if (point.difference === null) continue
    different++
    const parts = point.parts.map(part => `${Math.round(part * 100)} %`).join(' and ')
    console.log(`${name}, killed at ${parts}: ${point.difference}`)
  }
  console.log(`${name.padEnd(8)} ${done} times killed twice and done: ${killed} kills, ${different} differ`)
  wrong += different
}
if (asked.includes('notices')) {
  const { wanted, taken, kills, missing, strange, twiceInWindow, twiceElse, seconds } = await killNotices(
    Number(values.notices),
    () => roll(1e6) / 1e6,
  )
  console.log(
    `notices  ${wanted} wanted, ${taken} mails, ${kills} kills in ${seconds} s: ${missing} missing, ${strange} strange, ` +
      `${twiceInWindow} twice after a kill between the server’s word and ours, ${twiceElse} twice otherwise`,
  )
  wrong += missing + strange + twiceElse
}
process.exitCode = wrong === 0 ? 0 : 1
