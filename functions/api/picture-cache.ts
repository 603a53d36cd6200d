/** Small pictures that were drawn, kept while there is room: a strip of two hundred is scrolled to and fro. */
export class PictureCache {
  readonly #maxBytes: number;
  readonly #pictures = new Map<string, Promise<Uint8Array>>();
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
      (bytes) => this.#weigh(bytes.length),
      () => this.#pictures.delete(key),
    );
    return drawn;
  }

  async #weigh(bytes: number): Promise<void> {
    this.#bytes += bytes;
    for (const [key, picture] of this.#pictures) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#pictures.delete(key);
      this.#bytes -= (await picture).length;
    }
  }
}
