/** Small pictures that were drawn, kept while there is room: a strip of two hundred is scrolled to and fro. */
export class PictureCache {
  readonly #maxBytes: number;
  readonly #pictures = new Map<string, Promise<Uint8Array>>();
  /** Of those that are drawn. */
  readonly #sizes = new Map<string, number>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Draws once for all who ask at the same time; a failure is not kept. */
  get(key: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const known = this.#pictures.get(key);
    if (known) {
      this.#pictures.delete(key);
      this.#pictures.set(key, known);
      return known;
    }
    const drawn = draw();
    this.#pictures.set(key, drawn);
    drawn.then(
      ({ length }) => this.#weigh(key, length),
      () => this.#pictures.delete(key),
    );
    return drawn;
  }

  /** Makes room for what was drawn last, among what is drawn: least lately asked for first. */
  #weigh(key: string, bytes: number): void {
    this.#sizes.set(key, bytes);
    this.#bytes += bytes;
    for (const old of this.#pictures.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      const size = this.#sizes.get(old);
      if (size === undefined) continue;
      this.#pictures.delete(old);
      this.#sizes.delete(old);
      this.#bytes -= size;
    }
  }
}
