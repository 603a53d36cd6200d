/** Large answers go past a door that lets only small ones through: by an address of the object itself, good for a moment. */

export interface DownloadHeaders {
  readonly contentType: string;
  readonly contentDisposition: string;
}

export interface DownloadDesk {
  /** What still passes the door. */
  readonly mostAnswerBytes: number;
  /** Whoever has the address may read this one object, whole or in parts, and no longer than it takes to begin. */
  addressOf(key: string, headers: DownloadHeaders): Promise<string>;
  /**
   * Keeps for a day what is no object of its own, e.g. an archive made for one download.
   * @returns its key
   */
  keep(bytes: AsyncIterable<Uint8Array>): Promise<string>;
}
