/** Reads server-sent events one by one, and can be cut off like a line. */
export interface StreamEvent {
  readonly event: string;
  readonly data: Record<string, unknown>;
  readonly id: string;
}

export interface EventStream {
  /** Waits for the next event of that kind; null when none comes in time. */
  next(kind: string, withinMs?: number): Promise<StreamEvent | null>;
  readonly lastEventId: string;
  cut(): void;
}

const PATIENCE_MS = 5_000;

export async function openEventStream(url: string, headers: Record<string, string>): Promise<EventStream> {
  const line = new AbortController();
  const answer = await fetch(url, { headers, signal: line.signal });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const seen: StreamEvent[] = [];
  let lastEventId = headers['last-event-id'] ?? '';
  const reading = (async () => {
    let text = '';
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const event of blocks.flatMap(parse)) {
        if (event.id !== '') lastEventId = event.id;
        seen.push(event);
      }
    }
  })();
  reading.catch(() => undefined);
  return {
    get lastEventId() {
      return lastEventId;
    },
    cut: () => line.abort(),
    async next(kind, withinMs = PATIENCE_MS) {
      const untilMs = Date.now() + withinMs;
      for (;;) {
        const index = seen.findIndex((event) => event.event === kind);
        if (index >= 0) return seen.splice(0, index + 1).at(-1)!;
        if (Date.now() > untilMs) return null;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

function parse(block: string): StreamEvent[] {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
    }),
  );
  const event = fields.get('event');
  return event ? [{ event, data: JSON.parse(fields.get('data') ?? '{}'), id: fields.get('id') ?? '' }] : [];
}
