import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../../cli/schema-files.js';
import { developmentClaims, signDevelopmentToken } from '../../../platform/auth/dev-issuer.js';
import type { Role } from '../../../platform/vocabulary/role.js';
import { setting } from '../../support/setting.js';
import { handWorkedArea } from './areas.js';
import { type ExampleHub, loadExample } from './load-example.js';

const area = handWorkedArea();
const described = area === null ? describe.skip : describe;
const text = (name: string): string => operations().find((operation) => operation.name === name)?.text ?? '';

const [first, second] = ['2026-11-09', '2026-11-16'];
const [alder, birch] = ['900001', '900002'];

/** Somebody who asks through the gateway, by a token of their own. */
interface Person {
  readonly persona: Role;
  readonly school?: string;
  readonly sub?: string;
}
interface Answer {
  readonly data: Record<string, unknown>;
  readonly errors?: unknown;
}
interface Reason {
  readonly kind: string;
}

described('the hand-worked weeks, as each is told what needs attention', () => {
  let hub: ExampleHub;
  beforeAll(async () => {
    // The team meets on the Monday after: from then on the lead sees whom it is to discuss.
    if (area) hub = await loadExample({ ...area, asAt: '2026-11-23' });
  });
  afterAll(() => hub.close());

  async function post({ persona, school, sub }: Person, document: string, variables: object): Promise<Answer> {
    const claims = developmentClaims(persona, school === undefined ? {} : { school });
    const token = await signDevelopmentToken(setting('HUB_TEST_DATA_DIR'), { ...claims, sub: sub ?? claims.sub });
    const { url } = await hub.gateway();
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables }),
    });
    return (await answer.json()) as Answer;
  }

  async function ask(who: Person, document: string, variables: object): Promise<Record<string, unknown>> {
    const { data, errors } = await post(who, document, variables);
    expect(errors).toBeUndefined();
    return data;
  }

  const shortly = (child: string, reasons: readonly Reason[]): string =>
    [hub.keyOf(child), ...reasons.map(({ kind }) => kind)].join(' ');

  /** The school's list in a week, in its order. */
  async function list(who: Person, urn: string, week: string): Promise<string[]> {
    const { school } = (await ask(who, text('school-attention'), { urn, week })) as {
      school: { teamAroundSchool: { attention: { child: { id: string }; reasons: Reason[] }[] } };
    };
    return school.teamAroundSchool.attention.map(({ child, reasons }) => shortly(child.id, reasons));
  }

  /** Every child of the example by themselves, as far as they are shown. */
  async function each(who: Person, week: string): Promise<string[]> {
    const told: string[] = [];
    for (const { key } of area?.children ?? []) {
      const { child } = (await ask(who, text('child-attention'), { id: hub.idOf(key), week })) as {
        child: { id: string; attention: Reason[] } | null;
      };
      if (child) told.push(shortly(child.id, child.attention));
    }
    return told;
  }

  async function seat(urn: string, who: Person, userId: string): Promise<void> {
    // Nobody is seated who never signed in: whatever is answered, the asking is written down.
    await post(who, '{ notices { id } }', {});
    await ask({ persona: 'senco', school: urn }, text('set-team-member'), {
      ...{ schoolUrn: urn, userId, role: 'Member', idempotencyKey: randomUUID() },
    });
  }

  it('by the SENCO: of their pupils, and of no change of worker', async () => {
    expect(await list({ persona: 'senco', school: birch }, birch, second)).toEqual([
      'caspian ATTENDANCE_FELL PART_TIME',
      'emrys ATTENDANCE_FELL SCHOOL_MOVE',
    ]);
    expect(await list({ persona: 'senco', school: birch }, birch, first)).toEqual(['emrys SUSPENSION']);
    expect(await list({ persona: 'senco', school: alder }, alder, second)).toEqual([
      'arlo UNEXPLAINED_ABSENCE ATTENDANCE_FELL',
      'fern ATTENDANCE_FELL',
    ]);
    expect(await list({ persona: 'senco', school: alder }, alder, first)).toEqual([]);
  });

  it('by the social worker: of their own cases at the school, with the change of worker', async () => {
    const worker: Person = { persona: 'social-worker', sub: 'GW03' };
    await seat(birch, worker, 'GW03');
    expect(await list(worker, birch, second)).toEqual([
      'caspian ATTENDANCE_FELL PART_TIME',
      'emrys ATTENDANCE_FELL SCHOOL_MOVE WORKER_CHANGE',
    ]);
    // Whoever handed a case over is told nothing of it any more.
    const former: Person = { persona: 'social-worker', sub: 'GW01' };
    expect(await each(former, second)).toEqual(['arlo UNEXPLAINED_ABSENCE ATTENDANCE_FELL']);
  });

  it('by the adviser: of each child on a plan or in care, with the change of worker', async () => {
    expect(await each({ persona: 'virtual-school-adviser' }, second)).toEqual([
      ...['arlo UNEXPLAINED_ABSENCE ATTENDANCE_FELL', 'bryony', 'caspian ATTENDANCE_FELL PART_TIME', 'delphine'],
      'emrys ATTENDANCE_FELL SCHOOL_MOVE WORKER_CHANGE',
    ]);
  });

  it('by the lead: of whom the team is to discuss, as far as that opens it', async () => {
    const lead: Person = { persona: 'team-around-school-lead', school: birch };
    await seat(birch, lead, `tas-lead.${birch}`);
    expect(await list(lead, birch, second)).toEqual([]);
    await ask({ persona: 'senco', school: birch }, text('add-to-agenda'), {
      ...{ schoolUrn: birch, childId: hub.idOf('emrys'), reason: 'Attendance', idempotencyKey: randomUUID() },
    });
    expect(await list(lead, birch, second)).toEqual(['emrys ATTENDANCE_FELL SCHOOL_MOVE']);
  });
});
