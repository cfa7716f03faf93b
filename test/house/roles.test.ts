import { describe, expect, it } from '@jest/globals';
import { hub } from '../../cli/domains.js';
import { personas } from '../../platform/auth/personas.js';
import { allow, byLaw } from '../../platform/access/allow.js';
import { roles } from '../../platform/vocabulary/role.js';
import { type ProductFile, productFiles } from './product-files.js';

/** `system` speaks for a process. */
const known: ReadonlySet<string> = new Set([...roles, 'system']);

/** A comparison of a caller's role, alone or first of several, up to where the condition ends. */
const comparison =
  /(?:->> 'role'|\.role\b)(?:(?:, (?:\w+(?:\(\))? ->> '\w+'|\w+))*\))? (?:=|<>|!=|in|not in|is (?:not )?distinct from) (.*?)(?=\b(?:and|or|then|where|end)\b|;|$)/g;

/** The roles that callers' roles are compared with. A purpose or a tier beside them is in capitals. */
function rolesNamed({ path, text }: ProductFile): { path: string; role: string }[] {
  const code = text.replace(/--.*/g, '').replace(/\s+/g, ' ');
  return [...code.matchAll(comparison)].flatMap(([, words = '']) =>
    [...words.replace(/->> '\w+'/g, '').matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map(([, role = '']) => ({ path, role })),
  );
}

const sample = (text: string): ProductFile => ({ path: 'a.sql', text });
const functions = (): ProductFile[] =>
  productFiles('.sql').filter(({ path }) => /^(platform|subgraphs)\/.*\/functions\//.test(path));

describe('a role', () => {
  it.each([
    [`c ->> 'role' = 'senko'`, ['senko']],
    [`c ->> 'role'\n  in ('senco', 'head-teacher') and kind = 'agenda-item'`, ['senco', 'head-teacher']],
    [`(c ->> 'role', c ->> 'purpose') is distinct from ('matcher', 'MATCHING') then`, ['matcher']],
    [`where cl.role = 'nobody' and x`, ['nobody']],
    [`(ctx.claims() ->> 'role', c ->> 'purpose', the_tier) <> ('matcher', 'MATCHING', 'T3')`, ['matcher']],
    [`insert into t (role) values (c ->> 'role', case when kind in ('search') then 1 end)`, []],
  ])('is found in %p', (text, found) => {
    expect(rolesNamed(sample(text)).map(({ role }) => role)).toEqual(found);
  });

  it('that a database function names is one of the roles', () => {
    const named = functions().flatMap(rolesNamed);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ role }) => !known.has(role))).toEqual([]);
  });

  it('is signed in by one persona each, in the order of the list', () => {
    expect(personas.map(({ role }) => role)).toEqual(roles);
  });
});

describe('the rules', () => {
  it('do not compile with a word that is none, or with nobody', () => {
    const ground = byLaw('CASELOAD').because('The child is on your caseload.');
    // @ts-expect-error: there is no such role
    allow('senko').for('SAFEGUARDING').when(ground);
    // @ts-expect-error: there is no such purpose
    allow('senco').for('SAFEGARDING').when(ground);
    // @ts-expect-error: there is no such basis
    byLaw('CASE_LOAD');
    // @ts-expect-error: nobody is no answer to who
    expect(allow().for('SAFEGUARDING').when(ground)).toMatchObject({ rule: { roles: [] } });
    const sentence = allow('senco').for('SAFEGUARDING').when(ground);
    // @ts-expect-error: there is no such facet
    sentence.with('HISTROY');
    // @ts-expect-error: with nothing is no sentence
    expect(sentence.with()).toMatchObject({ rule: { facets: [] } });
  });

  it('say one thing of one case, since the database keeps one', () => {
    const cases = hub.schemas.flatMap(({ policies }) =>
      policies.flatMap(({ domain, rules }) =>
        rules.flatMap(({ tier, act, roles: who, purposes, through }) =>
          who.flatMap((role) =>
            purposes.flatMap((purpose) => through.map((basis) => [domain, tier, act, role, purpose, basis].join(' '))),
          ),
        ),
      ),
    );
    expect(cases.length).toBeGreaterThan(200);
    expect(cases.filter((one, at) => cases.indexOf(one) !== at)).toEqual([]);
  });
});
