// One take: its rows in numbered batches, kept until the server has said that it has them.
import type { Row, Side } from "./protocol.js";
import type { Store } from "./store.js";

export class Take {
  /** Of the next batch that the server wants. */
  acknowledged = 0;
  /** Nothing more will come. */
  ended = false;
  private open: Row[] = [];

  constructor(
    readonly number: number,
    readonly side: Side,
    private readonly store: Store,
    private readonly batches: (readonly Row[])[] = [],
  ) {}

  add(row: Row): void {
    if (!this.ended) this.open.push(row);
  }

  /** Close the batch that is being filled, if anything is in it. */
  close(): void {
    if (this.open.length === 0) return;
    this.store.keep(this.number, this.side, this.batches.length, this.open);
    this.batches.push(this.open);
    this.open = [];
  }

  end(): void {
    this.close();
    this.ended = true;
    this.store.end();
  }

  /** The batch to send next; undefined when the server has all there are. */
  get pending(): readonly Row[] | undefined {
    return this.batches[this.acknowledged];
  }

  get count(): number {
    return this.batches.length;
  }

  get rows(): Row[] {
    return [...this.batches.flat(), ...this.open];
  }
}
