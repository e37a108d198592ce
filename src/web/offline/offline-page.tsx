import type { FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'

/**
 * Kept by readers' browsers and shown in the place of a page that cannot be reached. The row in `<template>` is filled in
 * for each page that is kept (`scripts/kept-pages.ts`).
 */
export const OfflinePage: FC<{ showing: Showing; assets: Assets }> = ({ showing, assets }) => {
  const { say } = showing
  return (
    <Page
      showing={showing}
      assets={assets}
      title={say('offline.title')}
      canonical={null}
      here={paths.offline()}
    >
      <div class="narrow">
        <h1>{say('offline.title')}</h1>
        <p class="lead">{say('offline.text')}</p>
        <p>
          <a class="act" href={paths.offline()} data-again>
            {say('offline.again')}
          </a>
        </p>
      </div>
      <section class="list kept" aria-labelledby="kept-here">
        <h2 id="kept-here">{say('offline.kept')}</h2>
        <p class="none">{say('offline.none')}</p>
        <ul>
          <template id="kept">
            <li class="line">
              <span class="day">{say('offline.at', { time: '{time}' })}</span>
              <h3>
                <a href="{path}">
                  <bdi>{'{title}'}</bdi>
                </a>
              </h3>
            </li>
          </template>
        </ul>
      </section>
    </Page>
  )
}
