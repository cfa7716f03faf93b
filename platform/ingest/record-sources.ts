import { Defect } from '../errors/hub-error.js';
import type { EvidenceIdentifierType } from './record.js';
import type { RecordSource } from './record-source.js';

/** Every body whose records of people the hub takes in, by what records name as their source (`school-census:900001`). */
export class RecordSources {
  /** Each once, whose word prevails first. */
  readonly declared: readonly RecordSource[];
  private readonly byName = new Map<string, RecordSource>();

  /** One declaration may be given by several sources. Defect where two have one name, or one precedence. */
  constructor(given: readonly RecordSource[]) {
    const ranked = new Map<number, string>();
    this.declared = [...new Set(given)].sort((a, b) => a.precedence - b.precedence);
    for (const one of this.declared) {
      if (this.byName.has(one.name)) throw new Defect(`Two sources of records are called ${one.name}.`);
      const rival = ranked.get(one.precedence);
      if (rival !== undefined) throw new Defect(`${rival} and ${one.name} have one precedence: neither prevails.`);
      this.byName.set(one.name, one);
      ranked.set(one.precedence, one.name);
    }
  }

  /** The lower prevails; what no source declares, after all that one does. */
  precedenceOf(source: string): number {
    return this.of(source)?.precedence ?? Number.MAX_SAFE_INTEGER;
  }

  /** Whether the source's body issues this kind of number. */
  verifies(source: string, type: EvidenceIdentifierType): boolean {
    return this.of(source)?.verifies.includes(type) ?? false;
  }

  /** The system a source is written from: records of one system under one of its own numbers are one record. */
  systemOf(source: string): string {
    const system = this.of(source)?.system;
    return system === undefined ? source : `${system}:${organisationIn(source)}`;
  }

  showsResidence(source: string): boolean {
    return this.of(source)?.showsResidence ?? false;
  }

  /** How a source's keys are written; null for what is not a source of the hub's with its organisation. */
  keysOf(source: string): ((key: string) => string | null) | null {
    const declared = this.of(source);
    const organisation = organisationIn(source);
    if (!declared?.organisation.test(organisation)) return null;
    return (key) => declared.keyOf(key, organisation);
  }

  private of(source: string): RecordSource | undefined {
    return this.byName.get(source.split(':', 1)[0] ?? '');
  }
}

/** All that follows the colon: an organisation that has a colon itself is not written as one. */
const organisationIn = (source: string): string => source.slice(source.indexOf(':') + 1 || source.length);
