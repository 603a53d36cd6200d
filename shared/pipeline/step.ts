/** What every step is given and how it saves: load, decide, act, save. */
import type { Settings } from '../config/settings.ts';
import type { Message } from '../domain/message.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import type { Clock } from '../ports/clock.ts';
import type { DossierRepository } from '../ports/dossier-repository.ts';
import type { EventPublisher } from '../ports/event-publisher.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { TaskRunner } from '../ports/task-runner.ts';
import type { WorkQueue } from '../ports/work-queue.ts';
import type { Log } from '../telemetry/log.ts';
import type { Tasks } from './tasks.ts';

export interface Office {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: ObjectStore;
  readonly repository: DossierRepository;
  readonly outbox: Outbox;
  readonly queue: WorkQueue;
  readonly publisher: EventPublisher;
  readonly tasks: TaskRunner<Tasks>;
  readonly search: SearchIndex;
}

export interface Work {
  readonly message: Message;
  readonly receiveCount: number;
  /** After this the message would become a dead letter: keep the paper for a person instead. */
  readonly isLastTry: boolean;
}

export type Step = (work: Work, office: Office) => Promise<void>;

const CONFLICT_TRIES = 50;

/**
 * Runs load-decide-save again when somebody else saved first: a conflict is settled on the spot,
 * never through the queue's receive count.
 */
export async function settleConflicts<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const again =
        error instanceof DigitizationError && error.code === 'record-conflict' && tries < CONFLICT_TRIES;
      if (!again) throw error;
    }
  }
}
