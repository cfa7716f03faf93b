import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seatSampleTeams } from '../../cli/sample-teams.js';
import { place } from '../support/arrange.js';
import type { TestHub } from '../support/hub.js';
import { testToday } from '../support/templates.js';
import { askAgain, hubOfPage, listed } from './waiting-list-week/ask-again.js';
import { type Asked, page, stepsOf } from './waiting-list-week/page.js';
import type { Names } from './waiting-list-week/shortened.js';

const week = page('meeting-week.md');
const steps = stepsOf(week) as readonly Asked[];

let hub: TestHub;
let names: Names = new Map();

beforeAll(async () => {
  hub = await hubOfPage();
  await seatSampleTeams(hub.assembly, [place.school]);
});
afterAll(() => hub.close());

describe('the page of a team’s meeting', () => {
  it('says how the hub is started, and shows each block as a question or an answer', () => {
    expect(week).toContain(`HUB_SAMPLE_CHILDREN=13 HUB_TODAY=${testToday} npm start`);
    expect([...week.matchAll(/^```json$/gm)].length).toBe(2 * steps.length);
    expect(steps.length).toBeGreaterThan(9);
  });

  it('names operations that are listed, in its table too', () => {
    const table = /## Who asks what\n([^]*?)\n## /.exec(week)?.[1] ?? '';
    const named = [...table.matchAll(/`([A-Z][a-z]\w+)`/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(9);
    expect([...steps.map(({ operation }) => operation), ...named].filter((name) => !listed.has(name))).toEqual([]);
  });

  it.each(steps.map((step, at) => ({ step, called: step.operation, at: at + 1 })))(
    'is true in step $at: $called',
    async ({ step }) => {
      names = await askAgain(hub, step, names);
    },
  );
});
