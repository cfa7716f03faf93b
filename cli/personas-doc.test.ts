import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { renderPersonas } from './personas-doc.js';

describe('docs/personas.md', () => {
  it('is what the table of personas says', () => {
    expect(readFileSync(new URL('../docs/personas.md', import.meta.url), 'utf8')).toBe(renderPersonas());
  });
});
