import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { RegisteredOperations } from './registered-operations.js';

let folder: string;
let kept: RegisteredOperations;
const operation = { name: 'One', text: 'query One { one }' };

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'operations-')), 'operations');
  kept = new RegisteredOperations(folder);
});

describe('operations that partners register', () => {
  it('are none where nobody has, and noticed by a gateway that runs', () => {
    const running = new RegisteredOperations(folder);
    expect(running.current()).toEqual([]);
    expect(kept.add('school-app', [operation])).toBe(1);
    expect(running.current()).toEqual([operation]);
    expect(running.current()).toBe(running.current());
    rmSync(path.join(folder, 'school-app.json'));
    expect(running.current()).toEqual([]);
  });

  it('are kept by client, each in a file that its owner alone can read, and each once', () => {
    const two = { name: 'Two', text: 'query Two { two }' };
    kept.add('school-app', [operation]);
    expect(kept.add('school-app', [operation, two])).toBe(1);
    kept.add('other', [two]);
    expect(new RegisteredOperations(folder).current()).toEqual([two, operation, two]);
    const file = path.join(folder, 'school-app.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ operations: [operation, two] });
  });

  it.each(['../x', 'A', '', 'a/b', 'x'.repeat(65), '.hidden'])('are refused for a client called %j', (name) => {
    expect(() => kept.add(name, [operation])).toThrow('small letters');
  });

  it('are none in a file that cannot be read, which is not written over', () => {
    kept.add('good', [operation]);
    writeFileSync(path.join(folder, 'bad.json'), '{"operations":[{');
    expect(new RegisteredOperations(folder).current()).toEqual([operation]);
    expect(() => kept.add('bad', [operation])).toThrow('cannot be read');
  });
});
