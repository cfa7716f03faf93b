import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { productRoot } from '../../platform/config/product-root.js';
import { patient } from './cli.js';

/** The part of a compose service that says how it runs. */
interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
}

export interface ComposeOptions {
  /** What a `.env` file would hold. */
  readonly variables: Readonly<Record<string, string>>;
  /** Where the volumes and each service's own folders are made. */
  readonly dir: string;
  /** The port that 4000 becomes; the others move with it. */
  readonly port: number;
  /** The server that `postgres:5432` becomes, as host:port. */
  readonly server: string;
}

/** A service's own command as a local process, with the environment and the volumes the file gives it. */
export interface ServiceProcess {
  readonly name: string;
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  /** Resolves when its `HUB READY` line is printed; rejects, with what it said, when it ends first. */
  readonly ready: Promise<void>;
}

const hosts = ['gateway', 'partnership', 'education', 'health', 'social-care', 'virtual-school'];

/** Reads docker-compose.yml as the engine would, with addresses mapped to loopback. */
export class Compose {
  private readonly services: Readonly<Record<string, Service>>;

  constructor(private readonly options: ComposeOptions) {
    const text = readFileSync(path.join(productRoot, 'docker-compose.yml'), 'utf8');
    this.services = (parse(text, { merge: true }) as { services: Record<string, Service> }).services;
  }

  get names(): string[] {
    return Object.keys(this.services);
  }

  /** Starts one service; `args` in place of its command. */
  start(name: string, args?: readonly string[]): ServiceProcess {
    const service = this.services[name];
    if (!service) throw new Error(`docker-compose.yml has no service ${name}`);
    const child = spawn(
      process.execPath,
      [path.join(productRoot, 'dist/cli/hub.js'), ...(args ?? service.command ?? [])],
      {
        env: { PATH: process.env['PATH'] ?? '', ...this.environment(name, service) },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    return watched(name, child);
  }

  /** The environment of one service, for a command run beside it. */
  environment(name: string, service: Service = this.services[name] ?? {}): Record<string, string> {
    const own = path.join(this.options.dir, name);
    mkdirSync(path.join(own, 'keys'), { recursive: true });
    this.mount(own, service.volumes ?? []);
    const mapped = Object.entries(service.environment ?? {}).map(
      ([key, value]) => [key, this.mapped(value, own)] as const,
    );
    return { ...patient, ...Object.fromEntries(mapped), HUB_HOST: '127.0.0.1', HUB_PORT: String(this.options.port) };
  }

  private mapped(value: string, own: string): string {
    const given = value.replace(/\$\{(\w+):\?\}/g, (_all, variable: string) => {
      const found = this.options.variables[variable];
      if (found === undefined) throw new Error(`docker-compose.yml wants ${variable}`);
      return found;
    });
    return hosts
      .reduce(
        (text, host, at) =>
          text.replace(`http://${host}:${String(4000 + at)}/`, `http://127.0.0.1:${String(this.options.port + at)}/`),
        given,
      )
      .replace('@postgres:5432/', `@${this.options.server}/`)
      .replace(/^\/keys/, path.join(own, 'keys'))
      .replace(/^\/var\/lib\/hub/, path.join(own, 'data'))
      .replace(/^\/config/, path.join(this.options.dir, 'config'));
  }

  private mount(own: string, volumes: readonly string[]): void {
    for (const [volume = '', target = ''] of volumes.map((text) => text.split(':'))) {
      if (!target.startsWith('/keys/')) continue;
      const held = path.join(this.options.dir, 'volumes', volume);
      mkdirSync(held, { recursive: true });
      try {
        symlinkSync(held, path.join(own, 'keys', path.basename(target)));
      } catch {
        // Mounted by an earlier start of the same service.
      }
    }
  }
}

function watched(name: string, child: ChildProcess): ServiceProcess {
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('HUB READY')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then((status) => {
      reject(new Error(`${name} ended with ${String(status)}: ${said}`));
    });
  });
  ready.catch(() => undefined);
  return { name, child, ended, ready, output: () => said };
}
