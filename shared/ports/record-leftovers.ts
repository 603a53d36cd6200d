/** What a change of a record leaves lying beside it, where a record is kept in more places than one. */

export interface RecordLeftovers {
  /**
   * Lets go of what no record names any more; never what a write that is under way may still name.
   * @returns how many pieces went, or with `dryRun` would go
   */
  sweep(now: Date, options?: { readonly dryRun?: boolean }): Promise<number>;
}
