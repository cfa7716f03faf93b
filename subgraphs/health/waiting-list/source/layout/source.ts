import type { IngestSource } from '../../../../../platform/ingest/ingest-source.js';
import { keepLayouts, type LayoutFact } from './provider-layout.repository.js';
import { type LayoutFields, providerLayouts } from './provider-layouts.js';

/** How providers' own lists are read: comes when there is cause. */
export const providerLayoutSource: IngestSource<LayoutFields, LayoutFact> = {
  format: providerLayouts,
  records: null,
  tiers: ['EXISTENCE'],
  expectedEvery: null,
  async write(writing, records) {
    const facts = records.flatMap(({ facts: own }) => own);
    const written = await keepLayouts(writing, facts);
    return { written, unchanged: facts.length - written };
  },
};
