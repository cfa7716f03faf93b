import { Defect } from '../../../platform/errors/hub-error.js';
import { WAIT_BANDS } from '../waiting-list/band.js';
import { HealthService, isOpen, WaitingStatus } from '../waiting-list/status.js';
import { ToldService } from '../waiting-list/told-service.js';
import { ambitionFor } from './ambition.js';
import type { KnownProvider } from './times-row.js';
import type { ToldTimes } from './told-times.js';
import type { WaitingTimesCell } from './waiting-times-cell.type.js';
import { WaitingTimesDimension } from './waiting-times-dimension.js';

const D = WaitingTimesDimension;

/** In which a child waits, or a clock may run on. */
const openStatuses = Object.values(WaitingStatus).filter(isOpen);

/** How the groups of one question are called: every name that there might be, by dimension, in the order they are told. */
export class GroupNames {
  private readonly ofDimension: readonly (readonly string[])[];
  private readonly providerName: ReadonlyMap<string, string>;

  constructor(
    private readonly by: readonly WaitingTimesDimension[],
    providers: readonly KnownProvider[],
    someUnnamed: boolean,
  ) {
    this.providerName = new Map(providers.map(({ provider, name }) => [provider, name]));
    const names: Readonly<Record<WaitingTimesDimension, readonly string[]>> = {
      SERVICE: someUnnamed ? Object.values(ToldService) : Object.values(HealthService),
      BAND: WAIT_BANDS,
      STATUS: openStatuses,
      PROVIDER: [...this.providerName.keys()],
    };
    this.ofDimension = by.map((dimension) => names[dimension]);
  }

  /** A group's key as it is told, of what the cube calls it: a band by its place from 1. */
  written(key: readonly string[]): string[] {
    return key.map((value, at) => {
      if (this.by[at] !== D.BAND) return value;
      const band = WAIT_BANDS[Number(value) - 1];
      if (band === undefined) throw new Defect('A wait stands in no published band.');
      return band;
    });
  }

  /** Every group there might be. */
  every(): string[][] {
    return this.ofDimension.reduce<string[][]>(
      (keys, names) => keys.flatMap((key) => names.map((name) => [...key, name])),
      [[]],
    );
  }

  compare(one: readonly string[], other: readonly string[]): number {
    for (const [at, names] of this.ofDimension.entries()) {
      const apart = names.indexOf(one[at] ?? '') - names.indexOf(other[at] ?? '');
      if (apart !== 0) return apart;
    }
    return 0;
  }

  /** What a group is of: null of what it is not divided by. */
  of(key: readonly string[]): Pick<WaitingTimesCell, 'service' | 'provider' | 'band' | 'status'> {
    const said = (dimension: WaitingTimesDimension): string | null => key[this.by.indexOf(dimension)] ?? null;
    const provider = said(D.PROVIDER);
    return {
      service: Object.values(ToldService).find((one) => one === said(D.SERVICE)) ?? null,
      status: Object.values(WaitingStatus).find((one) => one === said(D.STATUS)) ?? null,
      band: said(D.BAND),
      provider:
        provider === null
          ? null
          : { id: provider, name: this.providerName.get(provider) ?? null, kind: 'health provider' },
    };
  }
}

const basis =
  'child: waiting is received, not seen and not closed, at the end of the day; days are counted from the first referral, and a child who waits twice in a group is counted once, with both waits in its lengths; clocks past their limit are of referrals, whether the child still waits or not';

/** A group as clients see it. */
export function cellOf({ key, ...figures }: ToldTimes, names: GroupNames, asAt: string | null): WaitingTimesCell {
  const group = names.of(key);
  return { ...group, ...figures, comparator: ambitionFor(group.service, group.band), asAt, basis };
}
