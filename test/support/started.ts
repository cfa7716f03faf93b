import { type ChildProcess, spawn } from 'node:child_process';
import { productRoot } from '../../platform/config/product-root.js';
import { patient } from './cli.js';

/** A process that was started as a person starts it, and is ready. */
export interface Started {
  readonly child: ChildProcess;
  /** All it has said until now, on either channel. */
  said(): string;
  /** Sends it a signal, and waits until it has ended. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** Runs a command of the clone, with nothing of ours in its environment, until it says HUB READY; rejects with all it said where it ends first. */
export async function started(
  [command, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
): Promise<Started> {
  const child = spawn(command, args, {
    cwd: productRoot,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/', ...patient, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const closed = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (/^HUB READY .*$/m.test(said)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void closed.then(() => {
      reject(new Error(said));
    });
  });
  const end = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await closed;
  };
  return { child, said: () => said, end };
}
