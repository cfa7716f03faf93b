import { describe, expect, it } from '@jest/globals';
import { Command, CommanderError } from 'commander';
import { requireOptions } from './required-options.js';

let said = '';
let done: unknown = null;

function run(...args: string[]): void {
  said = '';
  done = null;
  const program = new Command('hub').exitOverride().configureOutput({
    writeOut: (text) => void (said += text),
    writeErr: (text) => void (said += text),
  });
  requireOptions(program.command('sample').exitOverride(), [
    { flags: '--children <n>', about: 'how many' },
    { flags: '--out-dir <dir>', about: 'where to' },
  ])
    .configureOutput({ writeOut: (text) => void (said += text), writeErr: (text) => void (said += text) })
    .option('--as-at <date>', 'the day', '2026-11-20')
    .action((options) => {
      done = options;
    });
  program.parse(['node', 'hub', 'sample', ...args]);
}

describe('options that are required', () => {
  it('are all named where they are missing, and nothing is done', () => {
    expect(() => {
      run();
    }).toThrow(CommanderError);
    expect(said).toBe('error: sample needs --children <n> and --out-dir <dir>.\n');
    expect(() => {
      run('--children', '3');
    }).toThrow();
    expect(said).toBe('error: sample needs --out-dir <dir>.\n');
    expect(done).toBeNull();
  });

  it('are marked in the help, and those that can be left out are not', () => {
    expect(() => {
      run('--help');
    }).toThrow();
    expect(said).toMatch(/--children <n> +how many \(required\)\n +--out-dir <dir> +where to \(required\)\n/);
    expect(said).toMatch(/--as-at <date> +the day \(default/);
  });

  it('are handed on', () => {
    run('--children', '3', '--out-dir', 'x');
    expect(done).toEqual({ children: '3', outDir: 'x', asAt: '2026-11-20' });
  });
});
