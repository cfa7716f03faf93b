/** A gate, closed until it is opened. */
export function gate<T>() {
  let open: (value: T) => void = () => undefined;
  const opened = new Promise<T>((resolve) => (open = resolve));
  return { opened, open };
}

/** Reads a page as it arrives, up to some words of it. */
export function reading(answer: Response) {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  let all = '';
  const until = async (words: string): Promise<string> => {
    while (!all.includes(words)) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`The page ended without ${words}.`);
      all += Buffer.from(value).toString();
    }
    return all;
  };
  const rest = async (): Promise<string> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return all;
      all += Buffer.from(value).toString();
    }
  };
  return { until, rest, leave: () => reader.cancel() };
}
