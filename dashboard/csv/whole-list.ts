import type { Answer } from '../gateway/answer.js';

interface Page<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list from its first page on, as far as a file goes. */
export interface WholeList<Node> {
  /** Null where the first page did not come. */
  readonly nodes: readonly Node[] | null;
  readonly faults: Answer<unknown>['faults'];
  /** Whether the list goes on beyond the file. */
  readonly more: boolean;
}

/** As many as a page of the gateway’s lists may have. */
export const filePage = 100;

/** A file has so many rows at the most, and says where there are more. */
export const mostRows = 1000;

/** A page of a list that says nothing of more: a full one may go on after its last. */
export const pageOfList = <Node extends { readonly id: string }>(list: readonly Node[]): Page<Node> => ({
  edges: list.map((node) => ({ node })),
  pageInfo: { hasNextPage: list.length === filePage, endCursor: list.at(-1)?.id ?? null },
});

/**
 * A list that comes in pages, page after page. Where one of them does not come, none of the list is told: the rows of half a
 * list would be taken for all of them.
 */
export async function wholeList<Data, Node>(
  askPage: (after: string | null) => Promise<Answer<Data>>,
  pageOf: (data: Data) => Page<Node> | null | undefined,
): Promise<WholeList<Node>> {
  const nodes: Node[] = [];
  const faults: Answer<unknown>['faults'][number][] = [];
  let after: string | null = null;
  do {
    const answer: Answer<Data> = await askPage(after);
    const page: Page<Node> | null | undefined = answer.data === null ? null : pageOf(answer.data);
    faults.push(...answer.faults);
    if (!page) return { nodes: null, faults, more: false };
    nodes.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null && nodes.length < mostRows);
  return { nodes, faults, more: after !== null };
}

/** What a file says of a list that goes on beyond it. */
export const beyondWords = (basis: string, more: boolean): string =>
  more
    ? `${basis} These are the first ${String(mostRows)} of a longer list: choose fewer on the page for the others.`
    : basis;
