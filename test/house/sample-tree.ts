import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { productRoot } from '../../platform/config/product-root.js';

/** A temporary folder laid out like the product, for samples that no tool may find in the product itself. */
export interface SampleTree {
  readonly root: string;
  remove(): void;
}

/** @param files path from the root → text. The product's dependencies and tsconfig are beside them. */
export function sampleTree(files: ReadonlyMap<string, string>): SampleTree {
  const root = mkdtempSync(path.join(tmpdir(), 'hub-house-'));
  symlinkSync(path.join(productRoot, 'node_modules'), path.join(root, 'node_modules'));
  writeFileSync(path.join(root, 'tsconfig.json'), JSON.stringify({ extends: path.join(productRoot, 'tsconfig.json') }));
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Runs an installed tool and answers what it printed as JSON, whether or not it found anything to complain of. */
export function runTool(script: string, args: readonly string[], cwd: string): Promise<unknown> {
  const command = [path.join(productRoot, 'node_modules', script), ...args];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (stdout.trim() === '') reject(new Error(`${script} printed nothing: ${stderr}`, { cause: error }));
      else resolve(JSON.parse(stdout));
    });
  });
}
