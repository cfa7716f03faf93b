import { Defect } from '../../platform/errors/hub-error.js';

/** What the run's set-up left for its tests. */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Defect(`${name} is not set: tests run under npm test, which starts PostgreSQL.`);
  return value;
}
