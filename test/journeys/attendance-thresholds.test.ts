import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { marked, onRoll, pupil, take } from '../support/partner-files.js';

let hub: TestHub;
const ids = new Map<number, string>();

const [here, there] = ['900001', '900002'];
const question = operations().find(({ name }) => name === 'attendance-thresholds')?.text ?? '';
const officer: As = { persona: 'attendance-officer' };

interface Edge {
  readonly cursor: string;
  readonly node: {
    readonly child: { readonly id: string } | null;
    readonly threshold: { readonly kind: string; readonly count: number; readonly reachedOn: string };
  };
}
interface Page {
  readonly edges: readonly Edge[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

async function page(as: As, asked: object = {}): Promise<Page> {
  const { body } = await hub.post(as, question, { ...asked });
  expect(body.errors).toBeUndefined();
  return body.data?.['attendanceThresholds'] as Page;
}

const nameOf = (id: string | undefined): string =>
  String([...ids].find(([, known]) => known === id)?.[0] ?? 'somebody else');

const shortly = ({ edges }: Page): string[] =>
  edges.map(({ node: { child, threshold } }) => `${nameOf(child?.id)} ${threshold.kind} ${threshold.reachedOn}`);

const week = (n: number, urn: string, monday: number, codes: string) =>
  Array.from({ length: 5 }, (_, day) => {
    const on = new Date(Date.UTC(2026, 10, monday + day)).toISOString().slice(0, 10);
    return marked(pupil(n), urn, on, codes[2 * day] ?? '', codes[2 * day + 1] ?? '');
  });

const both = [
  '1 TEN_DAYS_UNAUTHORISED 2026-11-13',
  '3 TWO_DAYS_UNEXPLAINED 2026-11-10',
  '1 TEN_SESSIONS_UNAUTHORISED 2026-11-06',
];

beforeAll(async () => {
  hub = await testHub();
  await take(hub, 'school-census', [
    onRoll(pupil(1), here, '2026-09-01'),
    onRoll(pupil(2), here, '2026-09-01'),
    onRoll(pupil(3), there, '2026-09-01'),
  ]);
  await take(hub, 'attendance', [
    ...week(1, here, 2, 'OOOOOOOOOO'),
    ...week(1, here, 9, 'GGGGGGGGGG'),
    ...week(2, here, 2, 'OOOOOOOOO/'),
    ...week(3, there, 9, 'N/N///////'),
  ]);
  for (const n of [1, 2, 3]) {
    const { rows } = await hub.admin.query<{ id: string }>(
      `select child_id id from partnership.identifier where type = 'UPN' and value = $1`,
      [pupil(n).upn],
    );
    ids.set(n, rows[0]?.id ?? '');
  }
  await hub.admin.query(
    `insert into access.relationship (child_id, grantee, basis, reference, valid)
     select id, 'org:990', 'RESIDENCE', 'test', '[2026-01-01,)' from unnest($1::uuid[]) id on conflict do nothing`,
    [[...ids.values()]],
  );
});

afterAll(() => hub.close());

describe('the list of thresholds that are reached', () => {
  it('is, for the council’s officer, of the children of its area, the last reached first', async () => {
    const shown = await page(officer);
    expect(shortly(shown)).toEqual(both);
    expect(shown.totalCount).toBe(3);
  });

  it('is the same for the SEND officer, and of nobody for an officer of another council', async () => {
    expect(shortly(await page({ persona: 'send-officer' }))).toEqual(both);
    const elsewhere = { ...officer, claims: { org: '991' } };
    const { data, errors } = await hub.ask('education', elsewhere, question.replace(/\bname \{[^}]*\}/, ''));
    expect(errors).toBeUndefined();
    expect(data?.['attendanceThresholds']).toMatchObject({ edges: [], totalCount: 0 });
  });

  it('is, for who leads a school, of its own roll', async () => {
    expect(shortly(await page({ persona: 'headteacher' }))).toEqual([both[0], both[2]]);
    expect(shortly(await page({ persona: 'senco', school: there }))).toEqual([both[1]]);
    expect(shortly(await page({ persona: 'social-worker' }))).toEqual([]);
  });

  it('goes on page by page, and is narrowed by kind, school and day', async () => {
    const first = await page(officer, { first: 2 });
    expect(shortly(first)).toEqual(both.slice(0, 2));
    expect(first.pageInfo.hasNextPage).toBe(true);
    const next = await page(officer, { first: 2, after: first.pageInfo.endCursor });
    expect([shortly(next), next.pageInfo.hasNextPage]).toEqual([both.slice(2), false]);
    expect(shortly(await page(officer, { filter: { kinds: ['TWO_DAYS_UNEXPLAINED'] } }))).toEqual([both[1]]);
    expect(shortly(await page(officer, { filter: { schoolUrn: here } }))).toEqual([both[0], both[2]]);
    expect(shortly(await page(officer, { on: '2026-11-06' }))).toEqual([both[2]]);
  });

  it('leaves out who is hidden, and is written down', async () => {
    await hub.admin.query(`insert into access.restriction values ($1, 'SEALED', '2026-01-01', null)`, [ids.get(1)]);
    expect(shortly(await page(officer))).toEqual([both[1]]);
    const { rowCount } = await hub.admin.query(`select from education.audit where operation = 'attendanceThresholds'`);
    expect(rowCount).toBeGreaterThan(0);
    await hub.admin.query('delete from access.restriction');
  });

  it.each([
    'exclusions-officer',
    'commissioner',
    'analyst',
    'camhs-clinician',
    'ehc-coordinator',
    'match-reviewer',
  ] as const)('is refused to the %s', async (persona) => {
    const { body } = await hub.post({ persona }, question);
    expect(body.data?.['attendanceThresholds'] ?? null).toBeNull();
    expect(body.errors?.[0]?.extensions.code).toBe('REFUSED');
  });

  it.each([{ first: 0 }, { first: 101 }, { after: 'x' }, { on: '2026-11-21' }])(
    'cannot be asked for by %j',
    async (asked) => {
      const { body } = await hub.post(officer, question, asked);
      expect(body.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    },
  );
});
