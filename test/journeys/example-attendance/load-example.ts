import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ingestFiles } from '../../../cli/ingest.js';
import { testHub, type TestHub } from '../../support/hub.js';
import { take } from '../../support/partner-files.js';
import { settle } from '../../support/settle.js';
import type { Correction, Example, ExampleChild } from './example.js';
import {
  caseLines,
  censusLines,
  censusOf,
  giasLines,
  lookedAfterTables,
  markLines,
  registerLines,
  returnYear,
  suspensionLines,
} from './partner-lines.js';

/** A hub that stands at the example's day, and has taken in all that its partners sent. */
export interface ExampleHub extends TestHub {
  readonly area: Example;
  /** The hub's own id of a child of the example. */
  idOf(key: string): string;
  /** Who of the example has this id. */
  keyOf(id: string): string;
  /** Takes in what partners send later. */
  correct(correction: Correction): Promise<void>;
}

/** Takes texts in as the files of one source. Nothing may be left out of them. */
export async function arrive(
  hub: TestHub,
  source: string,
  texts: readonly string[],
  year: number | null,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-example-'));
  const files = texts.map((text, at) => {
    const file = path.join(folder, `${source}-${String(at)}`);
    writeFileSync(file, text);
    return file;
  });
  const counts = await ingestFiles(hub.assembly, source, files, { year });
  if (Object.keys(counts.rejected).length > 0 || counts.review > 0) throw new TypeError(JSON.stringify(counts));
}

const councilOf = ({ schools }: Example): string => schools[0]?.laCode ?? '';

/** Both yearly returns, of these children alone: a return takes the place of what the same year's said of whom it names. */
async function takeReturns(hub: TestHub, area: Example, children: readonly ExampleChild[]): Promise<void> {
  const year = returnYear(area.asAt);
  const has = (care: boolean): boolean =>
    children.some(({ statuses }) => statuses.some(({ status }) => (status === 'LOOKED_AFTER') === care));
  if (has(false)) await arrive(hub, 'cin-census', [censusOf(children, councilOf(area), year)], null);
  if (has(true)) await arrive(hub, 'ssda903', lookedAfterTables(children), year);
}

/** The child's school today, or the last: who works there may look the child up by the unique pupil number. */
export function schoolOf({ enrolments }: ExampleChild): string {
  const own = enrolments.filter(({ status }) => status === 'C' || status === 'M');
  return (own.find(({ until }) => until === null) ?? own.at(-1))?.urn ?? '';
}

async function idsOf(hub: TestHub, { children }: Example): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const child of children) {
    const { body } = await hub.post(
      { persona: 'senco', school: schoolOf(child) },
      'query Find($upn: String!) { childByIdentifier(type: UPN, value: $upn) { id } }',
      { upn: child.upn },
    );
    const found = body.data?.['childByIdentifier'] as { id: string } | null;
    if (!found) throw new TypeError(`The school of ${child.key} does not find the child.`);
    ids.set(child.key, found.id);
  }
  return ids;
}

/** Loads the example into an empty hub, through the partners' formats alone. */
export async function loadExample(area: Example): Promise<ExampleHub> {
  const hub = await testHub({ today: area.asAt });
  await take(hub, 'gias', giasLines(area));
  await take(hub, 'school-census', censusLines(area));
  await take(hub, 'attendance', registerLines(area));
  await take(hub, 'suspensions', suspensionLines(area));
  await take(hub, 'case-list', caseLines(area));
  await takeReturns(hub, area, area.children);
  await settle(hub);
  const ids = await idsOf(hub, area);
  const keys = new Map([...ids].map(([key, id]) => [id, key]));
  const named = (key: string): ExampleChild => {
    const found = area.children.find((child) => child.key === key);
    if (!found) throw new TypeError(`There is no ${key} in the example.`);
    return found;
  };
  return {
    ...hub,
    area,
    idOf: (key) => ids.get(key) ?? '',
    keyOf: (id) => keys.get(id) ?? id,
    async correct(correction) {
      if ('statuses' in correction) {
        const { child, statuses } = correction.statuses;
        await takeReturns(hub, area, [{ ...named(child), statuses }]);
      } else {
        const register = 'register' in correction ? correction.register : correction.strayRegister;
        await take(hub, 'attendance', markLines(named(register.child), register));
      }
      await settle(hub);
    },
  };
}
