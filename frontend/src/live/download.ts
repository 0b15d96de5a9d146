// Fetching files with real progress: how much of all of them has come.

/** Share of all bytes that have come, 0 to 1. */
export type Progress = (share: number) => void;

/** The files' contents, in order. Throws when one of them cannot be fetched. */
export async function download(
  addresses: readonly string[],
  progress: Progress,
  ask: typeof fetch = (input, init) => fetch(input, init),
): Promise<Uint8Array[]> {
  const answers = await Promise.all(addresses.map((address) => ask(address)));
  const failed = answers.find((answer) => !answer.ok || answer.body === null);
  if (failed !== undefined) throw new Error(`${failed.url}: ${failed.status}`);
  const all = answers.reduce((sum, answer) => sum + lengthOf(answer), 0);
  let come = 0;
  const count = (bytes: number): void => {
    come += bytes;
    progress(all > 0 ? Math.min(1, come / all) : 0);
  };
  return Promise.all(answers.map((answer) => read(answer, count)));
}

async function read(answer: Response, count: (bytes: number) => void): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    count(value.length);
  }
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function lengthOf(answer: Response): number {
  return Number(answer.headers.get("Content-Length") ?? 0);
}
