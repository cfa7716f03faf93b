import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { ingestFiles } from '../../../cli/ingest.js';
import { operations } from '../../../cli/schema-files.js';
import { filesBySource, writeSample } from '../../../sample/sample.js';
import { testHub, type TestHub } from '../../support/hub.js';
import { settle } from '../../support/settle.js';
import { testToday } from '../../support/templates.js';
import { page, stepsOf } from './page.js';
import { filledIn, type Names, readBy } from './shortened.js';

const week = page('waiting-list-week.md');
const steps = stepsOf(week);
const listed = new Map(operations().map(({ text }) => [getOperationAST(parse(text))?.name?.value ?? '', text]));

let hub: TestHub;
let names: Names = new Map();

/** The hub that the page tells to start: the sample area of thirteen, on its day. */
beforeAll(async () => {
  hub = await testHub();
  const outDir = mkdtempSync(path.join(tmpdir(), 'hub-week-'));
  const report = await writeSample({ children: 13, seed: 1, outDir, asAt: testToday });
  for (const { source, paths, year } of filesBySource(report)) await ingestFiles(hub.assembly, source, paths, { year });
  await settle(hub);
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
      if ('source' in step) {
        const file = path.join(mkdtempSync(path.join(tmpdir(), 'hub-week-')), 'list.csv');
        writeFileSync(file, step.csv);
        expect(await ingestFiles(hub.assembly, step.source, [file], {})).toMatchObject({ rejected: {}, review: 0 });
        return;
      }
      const variables = filledIn(step.variables, names) as Record<string, unknown>;
      const { body } = await hub.post({ persona: step.who }, listed.get(step.operation) ?? '', variables);
      expect(body.errors).toBeUndefined();
      const read = readBy(step.answer, body.data, names);
      if (!read) expect(body.data).toEqual(filledIn(step.answer, names));
      names = read ?? names;
    },
  );
});
