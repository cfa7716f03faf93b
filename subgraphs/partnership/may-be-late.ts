/** What the graph says of every field that is made of what other domains have told, as `Consumer.shownIn` lists them. */
export const mayBeLate =
  ' SUBGRAPH_UNAVAILABLE beside it names a domain of which not all that it told is taken in yet: what is there is shown, and there may be more.';
