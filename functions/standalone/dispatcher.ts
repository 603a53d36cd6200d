/** The loop of one machine: what Lambda and its event sources do on AWS, over the queues of the same route table. */
import { toDigitizationError } from '../../shared/errors/disposition.ts';
import { type StepName, steps } from '../../shared/pipeline/routes.ts';
import type { Delivery } from '../../shared/ports/work-queue.ts';
import type { LocalOffice } from '../../shared/runtime/local.ts';
import { handle as announce } from '../announcement/handler.ts';
import { handle as assemble } from '../assembly/handler.ts';
import { handle as attach } from '../attachment/handler.ts';
import type { Outcome } from '../door.ts';
import { handle as index } from '../indexing/handler.ts';
import { handle as takeIn } from '../intake/handler.ts';
import { handle as recognize } from '../recognition/handler.ts';
import { handle as validate } from '../validation/handler.ts';

const handlers: Readonly<Record<StepName, (delivery: Delivery, office: LocalOffice) => Promise<Outcome>>> = {
  intake: takeIn,
  recognition: recognize,
  validation: validate,
  assembly: assemble,
  attachment: attach,
  indexing: index,
};

/** The bell is a hint; the sweep finds what a crash left behind and what becomes visible again. */
const SWEEP_MS = 250;

/** Longer than any task may take, so that a message under work is not handed out twice. */
const VISIBILITY_MS = 15 * 60_000;

export class Dispatcher {
  readonly #office: LocalOffice;
  readonly #underWay = new Map<StepName, Set<Promise<void>>>();
  readonly #silence: (() => void)[] = [];
  #sweep: NodeJS.Timeout | undefined;
  #turn: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(office: LocalOffice) {
    this.#office = office;
    for (const step of steps) this.#underWay.set(step, new Set());
  }

  /** One process owns the store, so whatever a predecessor had in hand is free again. */
  async start(): Promise<void> {
    await this.#office.queue.releaseAll();
    this.#silence.push(this.#office.queue.onSend(() => this.#look()));
    this.#silence.push(this.#office.repository.onMessages(() => this.#look()));
    this.#sweep = setInterval(() => this.#look(), SWEEP_MS);
    this.#look();
  }

  /** Waits for what is under way; nothing new is taken. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#sweep);
    for (const silence of this.#silence) silence();
    await this.#turn;
    await Promise.allSettled([...this.#underWay.values()].flatMap((set) => [...set]));
  }

  /** True when no message waits, is under work, or is still to be told. */
  async isIdle(): Promise<boolean> {
    if (this.#turn || [...this.#underWay.values()].some((set) => set.size > 0)) return false;
    if ((await this.#office.outbox.undelivered(1)).length > 0) return false;
    const depths = await Promise.all(steps.map((step) => this.#office.queue.depth(step)));
    return depths.every((depth) => depth.waiting + depth.inFlight === 0);
  }

  #look(): void {
    this.#again = true;
    if (this.#stopped || this.#turn) return;
    this.#turn = this.#work().finally(() => {
      this.#turn = null;
      if (this.#again) this.#look();
    });
  }

  async #work(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        await announce(this.#office);
        for (const step of steps) await this.#takeFrom(step);
      } catch (error) {
        this.#report(error);
        return;
      }
    }
  }

  async #takeFrom(step: StepName): Promise<void> {
    const underWay = this.#underWay.get(step)!;
    const max = this.#office.jobs - underWay.size;
    if (max <= 0) return;
    const options = { max, visibilityMs: VISIBILITY_MS, maxReceives: this.#office.settings.maxReceives };
    for (const delivery of await this.#office.queue.receive(step, options)) {
      const work = this.#handle(step, delivery)
        .catch((error) => this.#report(error))
        .finally(() => {
          underWay.delete(work);
          this.#look();
        });
      underWay.add(work);
    }
  }

  async #handle(step: StepName, delivery: Delivery): Promise<void> {
    const outcome = await handlers[step](delivery, this.#office);
    if (outcome.done) await this.#office.queue.acknowledge(step, delivery.receipt);
    else await this.#office.queue.release(step, delivery.receipt, outcome.retryAfterMs, outcome.code);
  }

  /** Storage trouble: the sweep comes back to it, and a message that could not be put down is shown again. */
  #report(error: unknown): void {
    const { code, kind } = toDigitizationError(error);
    const name = error instanceof Error ? error.name : 'unknown';
    this.#office.log.error('dispatch-failed', { code, kind, error: name });
  }
}
