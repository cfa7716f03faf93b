import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { takeSeat } from '../support/meeting-table.js';

let hub: TestHub;
const [open, past, ofTwo] = ['open', 'past', 'of two'] as const;
const head: As = { persona: 'headteacher' };
const clinician: As = { persona: 'camhs-clinician', purpose: 'TEAM_AROUND_SCHOOL' };
const children = new Map<string, string>();

beforeAll(async () => {
  hub = await testHub();
  await takeSeat(hub, clinician);
  for (const kind of [open, past, ofTwo])
    children.set(
      await arrangeChild(hub.admin, [
        { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` },
        { basis: 'TEAM_AROUND_SCHOOL', grantee: `team:tas:${place.school}` },
        { basis: 'REFERRAL', grantee: `org:${place.provider}` },
      ]),
      kind,
    );
  // Of one child everybody is told; of another a fact of the past alone, and of the third one over which another domain's rules are, too.
  await hub.admin.query(
    `insert into partnership.attention_fact (child_id, domain, tier, fact_key, facet, besides, kind, fact, since, stands_from)
     select c.id, s.domain, s.tier, 'k', s.facet, s.besides, 'PART_TIME', 'A fact.', '2026-11-16', '2026-11-16'
     from unnest($1::uuid[], $2::text[]) c(id, kind) join (values
       ('open', 'EDUCATION', 'T2', null, null),
       ('past', 'SOCIAL_CARE', 'T3', 'HISTORY', null),
       ('of two', 'SOCIAL_CARE', 'T3', null, 'VIRTUAL_SCHOOL')) s(kind, domain, tier, facet, besides) using (kind)`,
    [[...children.keys()], [...children.values()]],
  );
});
afterAll(() => hub.close());

const question = `query Attention($urn: ID!) { _entities(representations: [{ __typename: "School", urn: $urn }]) {
  ... on School { teamAroundSchool { attention { child { id } reasons { kind } } } } } }`;

/** Of whom somebody is told that they need attention, with how many reasons. */
async function listed(as: As): Promise<readonly (readonly [string | undefined, number])[]> {
  const { data, errors } = await hub.ask('partnership', as, question, { urn: place.school });
  expect(errors).toBeUndefined();
  const [{ teamAroundSchool }] = (data as { _entities: [{ teamAroundSchool: { attention: Item[] } }] })._entities;
  return teamAroundSchool.attention
    .map(({ child, reasons }) => [children.get(child?.id ?? ''), reasons.length] as const)
    .toSorted(([one = ''], [other = '']) => one.localeCompare(other));
}
interface Item {
  readonly child: { readonly id: string } | null;
  readonly reasons: readonly unknown[];
}

describe('a school’s list of who needs attention', () => {
  it('lists nobody of whom the reader may see no reason, so that its length says nothing of others', async () => {
    expect(await listed(head)).toEqual([
      [ofTwo, 1],
      [open, 1],
    ]);
    expect(await listed(clinician)).toEqual([[open, 1]]);
  });
});
