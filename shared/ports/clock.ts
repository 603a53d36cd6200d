/** Time comes from outside, so that the same input gives the same bytes. */
export interface Clock {
  now(): Date;
}
