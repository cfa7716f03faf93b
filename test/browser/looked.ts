import type { Client } from 'pg';
import type { Page } from 'playwright-core';
import type { Pages } from '../support/browser.js';

/** What addresses are made of: one child of the area with something in every domain, their school, one wait, and their item of its agenda. */
export interface Place {
  readonly child: string;
  readonly school: string;
  readonly wait: string;
  readonly item: string;
  /** A review that waits for a person, and of the children that such reviews are about the one of whom most sources tell. */
  readonly review: string;
  readonly reviewed: string;
  /** A child to whom the virtual school has a duty of its own. */
  readonly lookedAfter: string;
}

/**
 * Every page, as the persona whose job it is. A page that is added is added here: it is then looked at wide, narrow,
 * without JavaScript and by the keyboard. Where it is given a
 * name, its picture stands under it in `docs/screenshots`.
 */
export const looked: readonly (readonly [persona: string, address: (place: Place) => string, picture?: string])[] = [
  ['SENCO', ({ school }) => `/schools/${school}`, 'school'],
  ['SENCO', ({ school }) => `/schools/${school}?week=soon`],
  ['SENCO', ({ child }) => `/children/${child}`, 'child'],
  ['SENCO', () => '/children/nobody'],
  ['SENCO', ({ child, school }) => `/schools/${school}/agenda/new?child=${child}`, 'agenda-form'],
  ['SENCO', ({ school, item }) => `/schools/${school}/agenda/${item}`],
  ['Team around school lead', ({ school, item }) => `/schools/${school}/agenda/${item}`],
  ['Social worker', ({ child }) => `/children/${child}`, 'child-of-a-social-worker'],
  ['Social worker', ({ child }) => `/children/${child}/actions/new`, 'action-form'],
  ['SENCO', ({ child }) => `/children/${child}/reviews/new`],
  ['CAMHS clinician', ({ child }) => `/children/${child}/reviews/new`],
  ['Social worker', () => '/notices', 'notices'],
  ['Social worker', () => '/changes', 'changes'],
  ['CAMHS clinician', () => '/changes?since=2026-01-01'],
  ['Social worker', () => '/children', 'search'],
  ['Virtual school head', () => '/virtual-school', 'virtual-school'],
  ['Virtual school head', ({ lookedAfter }) => `/children/${lookedAfter}`, 'child-of-a-virtual-school-head'],
  ['Virtual school adviser', () => '/virtual-school?cohort=CHILD_PROTECTION', 'virtual-school-list'],
  ['CAMHS clinician', () => '/waiting-lists', 'waiting-lists'],
  ['CAMHS clinician', () => '/waiting-lists?service=CAMHS&past=yes'],
  ['CAMHS clinician', ({ child, wait }) => `/waiting-lists/${child}/${wait}/update`, 'waiting-list-entry'],
  ['CAMHS clinician', () => '/waiting-lists/conflicts'],
  ['Health admin', () => '/waiting-lists/conflicts', 'waiting-list-conflicts'],
  ['CAMHS clinician', () => '/virtual-school'],
  ['SENCO', ({ school }) => `/schools/${school}?show=roll`, 'roll'],
  ['SENCO', ({ school }) => `/schools/${school}?show=roll&after=another`],
  ['SENCO', ({ school }) => `/schools/${school}/pack`, 'meeting-pack-form'],
  ['SENCO', ({ child, school }) => `/schools/${school}/actions/new?child=${child}`],
  ['SENCO', ({ school }) => `/schools/${school}/suspensions`],
  ['Headteacher', ({ school }) => `/schools/${school}/suspensions`, 'suspensions-of-a-school'],
  ['Headteacher', () => '/role'],
  ['Exclusions officer', () => '/suspensions', 'suspensions'],
  ['Exclusions officer', ({ school }) => `/schools/${school}/suspensions?year=soon`],
  ['Virtual school head', () => '/suspensions'],
  ['Attendance officer', () => '/thresholds', 'thresholds'],
  ['Attendance officer', () => '/thresholds?kind=FIFTEEN_DAYS_ILL'],
  ['Commissioner', () => '/'],
  ['Auditor', () => '/'],
  ['Team around school lead', ({ school }) => `/schools/${school}`],
  ['Team around school lead', () => '/schools'],
  ['Social worker', () => '/new-case', 'new-case'],
  ['Match reviewer', () => '/matches', 'matches'],
  ['Match reviewer', ({ review }) => `/matches/${review}`, 'match'],
  ['Match reviewer', () => '/separations', 'separations'],
  ['Match reviewer', ({ reviewed }) => `/separations/${reviewed}`, 'separation'],
  ['Analyst', () => '/data-quality', 'data-quality'],
  ['Integrator', () => '/data-quality'],
  ['Integrator', () => '/data-quality/school-census', 'data-quality-lines'],
];

/** Of those who work at a school, at the child's. */
export const atSchool = ['SENCO', 'Headteacher', 'Designated safeguarding lead', 'Team around school lead'];

/** An open wait of a child. */
const openWait = `
  select id from health.waiting_list_entry e left join access.child_alias a on a.held = e.child_id
  where $1 in (e.child_id, a.canonical) and service = 'CAMHS' and status <> 'DISCHARGED' order by id limit 1`;

const putting = `mutation Put($school: ID!, $child: ID!) {
  addToAgenda(schoolUrn: $school, childId: $child, reason: "Waits for a service.", idempotencyKey: "looked") { id } }`;

/** The child’s item of the school’s agenda, put there by its SENCO. */
async function discussed(hub: Pages['hub'], child: string, school: string): Promise<string> {
  const { data } = await hub.ask('partnership', { persona: 'senco', school }, putting, { school, child });
  return (data?.['addToAgenda'] as { readonly id: string } | null)?.id ?? '';
}

const openReview = `select id from partnership.match_review where state = 'OPEN' order by raised_at, id limit 1`;

/** Whom open reviews are about, who is told of most first. */
const reviewed = `
  select coalesce(a.canonical, c.child_id) as id from partnership.match_review r
  join partnership.match_candidate c on c.review_id = r.id
  join partnership.source_record s on s.child_id = c.child_id and s.deleted_on is null
  left join access.child_alias a on a.held = c.child_id
  where r.state = 'OPEN' group by 1 order by count(*) desc, 1 limit 1`;

const lookedAfter = `
  select coalesce(a.canonical, r.child_id) as id from access.relationship r
  left join access.child_alias a on a.held = r.child_id
  where r.basis = 'LOOKED_AFTER_DUTY' and exists (
    select from education.enrolment e where e.child_id = r.child_id and e.status = 'CURRENT') order by 1 limit 1`;

/** What else addresses are made of than a child and a school; no item of an agenda, which somebody has to put there first. */
export async function placeIn(admin: Client, child: string, school: string): Promise<Place> {
  const id = async (text: string, values: string[] = []): Promise<string> =>
    (await admin.query<{ id: string }>(text, values)).rows[0]?.id ?? '';
  return {
    ...{ child, school, wait: await id(openWait, [child]), review: await id(openReview) },
    ...{ reviewed: await id(reviewed), lookedAfter: await id(lookedAfter), item: '' },
  };
}

/** What the addresses of a site are made of. */
export async function placeOf({ hub }: Pages): Promise<Place> {
  const { id, schoolUrn } = hub.story('all-five');
  const school = schoolUrn ?? '';
  return { ...(await placeIn(hub.admin, id, school)), item: await discussed(hub, id, school) };
}

/** A text without the times in it, which differ from one look to the next. */
export const timeless = (text: string): string => text.replaceAll(/\b\d{1,2}:\d\d[ap]m/g, 'a time');

/** Signs each persona in once, however many pages are theirs. */
export function signedIn(site: Pages, { school }: Place, looking = {}): (persona: string) => Promise<Page> {
  const open = new Map<string, Promise<Page>>();
  return (persona) => {
    const page = open.get(persona) ?? site.as(persona, atSchool.includes(persona) ? school : undefined, looking);
    open.set(persona, page);
    return page;
  };
}
