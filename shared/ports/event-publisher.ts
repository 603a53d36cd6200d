/** Tells the world: at least once, with stable ids; a partial failure is a failure of the rest only. */
import type { PublishedEvent } from '../../events/envelope.ts';

export interface EventPublisher {
  /** Returns the ids that were accepted; what is not among them is told again later. */
  publish(events: readonly PublishedEvent[]): Promise<string[]>;
}
