import { describe, expect, it } from '@jest/globals';
import { hub } from '../../cli/domains.js';
import { schemaOf } from '../../platform/db/names.js';
import { productFiles } from './product-files.js';

const cubes = hub.schemas.flatMap(({ cubes: own }) => own);

/** Every function that answers true figures of groups, by the name of its file. */
const answering = productFiles('.sql').flatMap(({ path, text }) => {
  const name = /\/functions\/(\w+\.cube_\w+)\.sql$/.exec(path)?.[1];
  return name === undefined ? [] : [{ name, text }];
});

describe('figures of groups', () => {
  it('are answered by one function a cube, and every such function is a cube’s', () => {
    const named = cubes.map(({ domain, name }) => `${schemaOf(domain)}.cube_${name}`);
    expect(answering.map(({ name }) => name).sort()).toEqual(named.sort());
  });

  it('are answered to nobody who has not opened them', () => {
    for (const { name, text } of answering) {
      const [schema = '', cube = ''] = name.split('.cube_');
      expect(text).toContain(`ctx.entitled('${schema.toUpperCase()}', '${cube}', question)`);
      expect(text).toMatch(/^-- owner: \{\{prefix\}\}_maintain\n/);
      expect(text).toContain('security definer');
      expect(text).toContain(`grant execute on function ${name}(text) to {{prefix}}_${schema};`);
    }
  });

  it('are divided by named dimensions, and nobody is spoken of twice', () => {
    for (const { name, dimensions, rules } of cubes) {
      expect([name, new Set(dimensions).size]).toEqual([name, dimensions.length]);
      const spoken = rules.flatMap(({ roles, purposes }) =>
        roles.flatMap((role) => purposes.map((one) => `${role} ${one}`)),
      );
      expect([name, new Set(spoken).size]).toEqual([name, spoken.length]);
    }
  });
});
