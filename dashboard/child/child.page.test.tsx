import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../gateway/answer.js';
import type { Frame } from '../layout/layout.js';
import { childPage } from './child.page.js';
import { childView } from './child.view.js';
import type { Head } from './parts.js';

const frame: Frame = {
  viewer: {
    ...{ name: 'Alex Grant', role: 'virtual-school-head', purposes: ['VIRTUAL_SCHOOL_DUTY'] },
    organisation: { id: '990', name: 'Aldermere', kind: 'council' },
  },
  ...{ purpose: 'VIRTUAL_SCHOOL_DUTY', token: 'masked', banner: undefined, path: '/children/c1' },
};
const action = (id: string, over: object = {}) => ({
  ...{ id, version: 3, what: `Action ${id}`, owner: 'SENCO', ownerOrganisation: null, dueOn: null, doneOn: null },
  ...over,
});
const head: Head = {
  ...{ id: 'c1', dateOfBirth: '2014-05-19', age: 12, diedOn: null, attention: [], access: [] },
  name: { given: 'Tamsin', family: 'Adeyemi', preferred: 'Tam' },
  team: [],
  voices: [{ by: 'child', on: '2026-11-12', words: 'Maths is <i>fine</i>.', concerning: 'The plan' }],
  actions: [
    action('a1', { dueOn: '2026-11-01' }),
    action('a2', { dueOn: '2026-12-01' }),
    action('a3', { doneOn: '2026-10-01' }),
  ],
};
const page = (over: Partial<Head> = {}, headFaults: Answer<unknown>['faults'] = []) => {
  const answer = { data: { child: { id: 'c1', education: null, virtualSchool: null } }, faults: [] };
  const care = { data: { child: { id: 'c1', health: null, socialCare: null } }, faults: [] };
  const of = { head: { ...head, ...over }, headFaults, school: answer, care };
  return childPage(childView({ ...of, from: '2025-11-24', today: '2026-11-29' }), frame);
};

describe('a child’s page', () => {
  it('has who is around the child first, and each part in its order', () => {
    const titles = [...page().matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title);
    expect(titles).toEqual([
      ...['Around Tam', 'For this week’s meeting', 'In Tam’s words, and the family’s', 'The last 12 months', 'Actions'],
      ...['Education', 'Health', 'Social care', 'Virtual school', 'What you can see, and why'],
    ]);
  });

  it('begins with what its reader may see, and says last and once of what is refused why it is', () => {
    const because = 'Your role and purpose do not allow this.';
    const refused = (field: string, message = because) =>
      ({ path: ['child', field], code: 'REFUSED', domain: undefined, message }) as const;
    const titlesOf = (html: string) => [...html.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title);
    const both = page({ voices: null, actions: null }, [refused('voices'), refused('actions')]);
    expect(titlesOf(both)).toEqual([
      ...['Around Tam', 'For this week’s meeting', 'The last 12 months'],
      ...['Education', 'Health', 'Social care', 'Virtual school', 'What you do not see', 'What you can see, and why'],
    ]);
    expect(both).toContain('>Own words. Actions<');
    expect(both.split(`You do not see this as virtual school head: ${because}`)).toHaveLength(2);
    const links = [...both.matchAll(/href="#([a-z-]+)"/g)].map(([, id = '']) => id).filter((id) => id !== 'main');
    expect(links).toContain('not-told');
    for (const id of links) expect(both).toContain(`id="${id}"`);
    const one = page({ voices: null }, [refused('voices')]);
    expect(one).toContain('>Own words<');
    expect(titlesOf(one)).toContain('Actions');
    const apart = page({ voices: null, actions: null }, [refused('voices'), refused('actions', 'Another.')]);
    expect(apart.match(/data-answer="refused"/g)).toHaveLength(2);
  });

  it('says in its place of own words that could not be asked that they could not', () => {
    const fault = { path: ['child', 'voices'], code: 'SUBGRAPH_UNAVAILABLE', domain: undefined, message: '' } as const;
    const html = page({ voices: null }, [fault]);
    expect(html.indexOf('We could not ask')).toBeGreaterThan(html.indexOf('id="words"'));
    expect(html).not.toContain('What you do not see');
  });

  it('shows own words as text, whose they are and what they are about', () => {
    const text = page();
    expect(text).toContain('“Maths is &lt;i&gt;fine&lt;/i&gt;.”');
    expect(text).toContain('child, 12 Nov 2026, about: The plan');
  });

  it('has a form for each action that is still to be done, which says what it saw, and says what is overdue', () => {
    const text = page();
    const forms = [...text.matchAll(/action="\/children\/c1\/actions\/(\w+)\/done"/g)].map(([, id]) => id);
    expect(forms).toEqual(['a1', 'a2']);
    expect(text.match(/name="version" value="3"/g)).toHaveLength(2);
    expect(text.split('Overdue')).toHaveLength(2);
    expect(text).toContain('Action a3 (SENCO), done 1 Oct 2026');
    expect(page({ actions: [action('a3', { doneOn: '2026-10-01' })] })).toContain('Nothing is still to be done.');
  });
});
