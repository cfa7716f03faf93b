import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { operations } from '../../cli/schema-files.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { agendaIds, arrangeMeeting, meetingOn, subjectAs as subject } from '../support/meeting-table.js';
import { type Asking, asking, openUnit, undone } from '../support/opening.js';

let hub: TestHub;
let partnership: Client;
let child: string;
let bare: string;

const { school } = place;
const lead: As = { persona: 'team-around-school-lead' };
const text = operations().find(({ name }) => name === 'meeting-pack')?.text ?? '';

beforeAll(async () => {
  hub = await testHub();
  partnership = await hub.appClient(Domain.PARTNERSHIP);
  [child, bare] = await arrangeMeeting(hub);
});

afterAll(() => hub.close());

describe('a pack, asked for under the partnership’s own login', () => {
  const parts = [
    { about: Domain.PARTNERSHIP, tier: 'T2' },
    { about: Domain.VIRTUAL_SCHOOL, tier: 'T2' },
  ] as const;
  const opened = async (as: As, members: readonly string[], over: Partial<Asking> = {}) => {
    const question = { school, meetingOn, members, items: await agendaIds(hub) };
    const voucher = await hub.voucher(as);
    const unit = await undone(partnership, () =>
      openUnit(
        partnership,
        voucher,
        parts.map((part) =>
          asking(Domain.PARTNERSHIP, [JSON.stringify(question)], { ...part, kind: 'meeting-pack', ...over }),
        ),
      ),
    );
    return unit.map(({ permitted }) => permitted.map(([id]) => id).sort());
  };

  it('opens those whom everybody there may see, and to no one else but those who speak for the team', async () => {
    const both = [child, bare].sort();
    expect(await opened(lead, ['ep-001'])).toEqual([both, both]);
    expect(await opened(lead, ['ep-001', 'camhs-001'])).toEqual([both, []]);
    expect(await opened(lead, ['ep-001', 'nobody-001'])).toEqual([[], []]);
    expect(await opened(lead, [])).toEqual([[], []]);
    expect(await opened({ persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' }, ['ep-001'])).toEqual([
      [],
      [],
    ]);
    expect(await opened({ persona: 'senco', school: '900002' }, ['ep-001'])).toEqual([[], []]);
    expect(await opened(lead, ['ep-001'], { act: 'WRITE' })).toEqual([[], []]);
    const twice = JSON.stringify({ school, members: ['ep-001'], items: [] });
    expect(await opened(lead, ['ep-001'], { keys: [twice, twice.replace('ep-001', 'camhs-001')] })).toEqual([[], []]);
  });

  it('narrows what row-level security lets through, and says nothing of who is kept from what to others', async () => {
    const { rows } = await hub.admin.query<{ id: string }>('select id from partnership.agenda_item');
    const question = JSON.stringify({ school, members: ['ep-001', 'camhs-001'], items: rows.map(({ id }) => id) });
    await undone(partnership, async () => {
      await openUnit(
        partnership,
        await hub.voucher(lead),
        parts.map((part) => asking(Domain.PARTNERSHIP, [question], { ...part, kind: 'meeting-pack' })),
      );
      const shown = await partnership.query('select from partnership.attention_fact');
      expect(shown.rowCount).toBe(0);
      expect((await partnership.query('select from partnership.agenda_item')).rowCount).toBe(2);
    });
    const kept = `select from access.kept_from($1, '{camhs-001}', $2, '{VIRTUAL_SCHOOL}', '{T2}')`;
    const seen = `select from access.present($1, '{camhs-001}')`;
    const asks = (as: As) =>
      undone(partnership, async () => {
        await openUnit(partnership, await hub.voucher(as), [asking(Domain.PARTNERSHIP, [child], { tier: 'T2' })]);
        const answers = [
          await partnership.query(kept, [school, [child, bare]]),
          await partnership.query(seen, [school]),
        ];
        return answers.map(({ rowCount }) => rowCount);
      });
    expect(await asks(lead)).toEqual([1, 1]);
    expect(await asks({ persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' })).toEqual([0, 0]);
    expect(await asks({ persona: 'senco', school: '900002' })).toEqual([0, 0]);
  });
});

describe('what a pack shows', () => {
  it('is written down as a disclosure to each who is there, in rows that are nobody’s permit', async () => {
    const before = await lastRow();
    const asked = { schoolUrn: school, meetingOn, members: ['ep-001', 'camhs-001'] };
    expect((await hub.post(lead, text, asked)).body.errors).toBeUndefined();
    const { rows } = await hub.admin.query<{
      actor: string;
      about: string;
      permitted: string[];
      decision: string;
      tag: string | null;
    }>(
      `select a.actor, a.about || ' ' || a.tier about, a.permitted, a.decision, u.tag
       from partnership.audit a join partnership.audit_unit u using (seq)
       where a.seq > $1 and a.kind = 'meeting-pack' order by a.actor, a.about, a.tier`,
      [before],
    );
    const of = (actor: string) =>
      rows
        .filter((row) => row.actor === actor)
        .map(({ about, permitted, decision }) => `${about} ${decision} ${String(permitted.length)}`);
    const shown = [
      'EDUCATION T2 PERMITTED 2',
      'HEALTH T3 PERMITTED 2',
      'PARTNERSHIP T1 PERMITTED 2',
      'PARTNERSHIP T2 PERMITTED 2',
      'SOCIAL_CARE T3 PERMITTED 2',
    ];
    expect(of('ep-001')).toEqual([...shown, 'VIRTUAL_SCHOOL T2 SILENT 0']);
    expect(of('camhs-001')).toEqual([...shown, 'VIRTUAL_SCHOOL T2 REFUSED 0']);
    expect(of(subject(lead))).toEqual([...shown, 'VIRTUAL_SCHOOL T2 SILENT 0']);
    expect(rows.filter(({ actor, tag }) => (actor === subject(lead)) === (tag === null))).toEqual([]);
  });
});

async function lastRow(): Promise<string> {
  const { rows } = await hub.admin.query<{ seq: string }>('select max(seq) seq from partnership.audit_unit');
  return rows[0]?.seq ?? '0';
}
