import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { marked, onRoll, pupil, take } from '../support/partner-files.js';

let hub: TestHub;
let id: string;

const school = '900001';
const child = pupil(1);
const senco: As = { persona: 'senco' };
const question = operations().find(({ name }) => name === 'child-attendance-corrections')?.text ?? '';

interface Shown {
  readonly on: string;
  readonly session: string;
  readonly school: { readonly urn: string };
  readonly was: string;
  readonly wasMeaning: string;
  readonly became: string;
  readonly becameMeaning: string;
  readonly file: string;
  readonly recordedAt: string;
}

async function corrections(as: As, days: { from?: string; to?: string } = {}): Promise<readonly Shown[] | null> {
  const { body } = await hub.post(as, question, { id, ...days });
  expect(body.errors).toBeUndefined();
  const shown = body.data?.['child'] as { education: { attendanceCorrections: readonly Shown[] } } | null;
  return shown?.education.attendanceCorrections ?? null;
}

const shortly = (shown: readonly Shown[] | null): unknown =>
  shown?.map(({ on, session, was, became }) => `${on} ${session} ${was} ${became}`);

const day = (on: string, am: string, pm: string) => marked(child, school, on, am, pm);

beforeAll(async () => {
  hub = await testHub();
  await take(hub, 'school-census', [onRoll(child, school, '2025-09-01')]);
  await take(hub, 'attendance', [
    day('2026-11-09', 'N', 'N'),
    day('2026-11-10', '/', '\\'),
    day('2026-11-11', 'O', ''),
  ]);
  const { rows } = await hub.admin.query<{ id: string }>('select child_id id from education.enrolment limit 1');
  id = rows[0]?.id ?? '';
});

afterAll(() => hub.close());

describe('a mark that a school puts right', () => {
  it('is none while it is the first that is told of its session', async () => {
    expect(await corrections(senco)).toEqual([]);
    await take(hub, 'attendance', [day('2026-11-11', 'O', 'N')]);
    expect(await corrections(senco)).toEqual([]);
  });

  it('tells what was, what became, by which file and when', async () => {
    await take(hub, 'attendance', [day('2026-11-09', 'I', 'N'), day('2026-11-11', '', 'U')]);
    const shown = await corrections(senco);
    expect(shortly(shown)).toEqual(['2026-11-09 AM N I', '2026-11-11 PM N U']);
    expect(shown?.[0]).toMatchObject({
      ...{ school: { urn: school }, wasMeaning: 'Reason for absence not yet established' },
      becameMeaning: 'Illness (not medical or dental appointment)',
    });
    expect(shown?.[0]?.file).toMatch(/^[^/]+$/);
    expect(Date.parse(shown?.[0]?.recordedAt ?? '')).not.toBeNaN();
    expect(shortly(await corrections(senco, { from: '2026-11-10', to: '2026-11-20' }))).toEqual(['2026-11-11 PM N U']);
  });

  it('is added once, however often the file comes, and not while it is tried', async () => {
    await take(hub, 'attendance', [day('2026-11-09', 'I', 'N'), day('2026-11-11', '', 'U')]);
    await take(hub, 'attendance', [day('2026-11-10', 'O', 'O')], { dryRun: true });
    expect(shortly(await corrections(senco))).toEqual(['2026-11-09 AM N I', '2026-11-11 PM N U']);
  });

  it('is told in the order in which it came, also where an older file brings a mark back', async () => {
    await take(hub, 'attendance', [day('2026-11-09', 'N', 'N')]);
    expect(shortly(await corrections(senco))).toEqual(['2026-11-09 AM N I', '2026-11-11 PM N U', '2026-11-09 AM I N']);
  });

  it('is nobody’s to see who may not see the marks', async () => {
    expect(await corrections({ persona: 'senco', school: '900002' })).toBeNull();
  });

  it('cannot be asked for over days that end before they begin', async () => {
    const { body } = await hub.post(senco, question, { id, from: '2026-11-11', to: '2026-11-10' });
    expect(body.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});
