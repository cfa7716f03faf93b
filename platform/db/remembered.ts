/**
 * Asks at most once in so many milliseconds, for everybody in a process: those who come meanwhile share what was answered. A
 * failure is told to those who wait for it, and not remembered.
 */
export function remembered<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let held: { readonly until: number; readonly answer: Promise<T> } | null = null;
  return () => {
    if (held && held.until > Date.now()) return held.answer;
    const asked = { until: Date.now() + ms, answer: ask() };
    held = asked;
    asked.answer.catch(() => {
      if (held === asked) held = null;
    });
    return asked.answer;
  };
}
