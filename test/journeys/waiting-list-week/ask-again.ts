import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { ingestFiles } from '../../../cli/ingest.js';
import { operations } from '../../../cli/schema-files.js';
import { filesBySource, writeSample } from '../../../sample/sample.js';
import { testHub, type TestHub } from '../../support/hub.js';
import { settle } from '../../support/settle.js';
import { testToday } from '../../support/templates.js';
import type { Asked, Taken } from './page.js';
import { filledIn, type Names, readBy } from './shortened.js';

/** The listed operations by the names that a page calls them by. */
export const listed = new Map(operations().map(({ text }) => [getOperationAST(parse(text))?.name?.value ?? '', text]));

/** The hub that a page tells to start: the sample area of thirteen, on its day. */
export async function hubOfPage(): Promise<TestHub> {
  const hub = await testHub();
  const outDir = mkdtempSync(path.join(tmpdir(), 'hub-week-'));
  const report = await writeSample({ children: 13, seed: 1, outDir, asAt: testToday });
  for (const { source, paths, year } of filesBySource(report)) await ingestFiles(hub.assembly, source, paths, { year });
  await settle(hub);
  return hub;
}

/** Asks or takes in what a step of a page says, and holds it to what the page shows; the names once it is done. */
export async function askAgain(hub: TestHub, step: Asked | Taken, names: Names): Promise<Names> {
  if ('source' in step) {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'hub-week-')), 'list.csv');
    writeFileSync(file, step.csv);
    expect(await ingestFiles(hub.assembly, step.source, [file], {})).toMatchObject({ rejected: {}, review: 0 });
    return names;
  }
  const variables = filledIn(step.variables, names) as Record<string, unknown>;
  const { body } = await hub.post({ persona: step.who }, listed.get(step.operation) ?? '', variables);
  expect(body.errors).toBeUndefined();
  const read = readBy(step.answer, body.data, names);
  if (!read) expect(body.data).toEqual(filledIn(step.answer, names));
  return read ?? names;
}
