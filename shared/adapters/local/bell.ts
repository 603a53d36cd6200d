/** Rings when there may be something to do, so that nobody has to poll fast; a hint, the rows are the truth. */
export class Bell<Subject> {
  readonly #listeners = new Set<(subject: Subject) => void>();

  /** Returns how to stop listening. */
  listen(listener: (subject: Subject) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  ring(subject: Subject): void {
    for (const listener of this.#listeners) listener(subject);
  }
}
