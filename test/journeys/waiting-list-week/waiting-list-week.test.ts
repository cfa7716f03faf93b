import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestHub } from '../../support/hub.js';
import { testToday } from '../../support/templates.js';
import { askAgain, hubOfPage, listed } from './ask-again.js';
import { page, stepsOf } from './page.js';
import type { Names } from './shortened.js';

const week = page('waiting-list-week.md');
const steps = stepsOf(week);

let hub: TestHub;
let names: Names = new Map();

beforeAll(async () => {
  hub = await hubOfPage();
});
afterAll(() => hub.close());

describe('the page of a waiting list’s week', () => {
  it('says how the hub is started, and shows each block as a question, an answer or a file', () => {
    expect(week).toContain(`HUB_SAMPLE_CHILDREN=13 HUB_TODAY=${testToday} npm start`);
    const blocks = [...week.matchAll(/^```(?:json|csv)$/gm)].length;
    expect(blocks).toBeGreaterThan(50);
    expect(steps.reduce((all, step) => all + ('source' in step ? 1 : 2), 0)).toBe(blocks);
  });

  it('names operations that are listed, in its table too', () => {
    const asked = steps.flatMap((step) => ('source' in step ? [] : [step.operation]));
    const table = /## Who asks what\n([^]*?)\n## /.exec(week)?.[1] ?? '';
    const named = [...table.matchAll(/`([A-Z]\w+)`/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(6);
    expect([...asked, ...named].filter((name) => !listed.has(name))).toEqual([]);
    expect(named.filter((name) => !asked.includes(name) && name !== 'WaitingList')).toEqual([]);
  });

  it.each(steps.map((step, at) => ({ step, called: 'source' in step ? step.source : step.operation, at: at + 1 })))(
    'is true in step $at: $called',
    async ({ step }) => {
      names = await askAgain(hub, step, names);
    },
  );
});
