import { describe, expect, it } from 'vitest';
import { takeMessage } from '../../../functions/door.ts';
import type { MessageId } from '../../../shared/domain/ids.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import type { Step } from '../../../shared/pipeline/step.ts';
import { openTestOffice } from '../../support/test-office.ts';

const message = {
  id: 'm' as MessageId,
  type: 'page-received',
  at: '',
  cause: null,
  dossierCode: null,
  body: {},
};

async function take(step: Step, receiveCount = 1) {
  const office = await openTestOffice();
  const outcome = await takeMessage('recognition', step, { message, receiveCount, receipt: 'r' }, office);
  return { outcome, log: office.logged.join('') };
}

describe('the door', () => {
  it('says which try is the last, before the message would become a dead letter', async () => {
    const seen: boolean[] = [];
    const note: Step = async (work) => void seen.push(work.isLastTry);
    await take(note, 4);
    await take(note, 5);
    expect(seen).toEqual([false, true]);
  });

  it('logs where a defect happened and nothing of what its message says', async () => {
    const { outcome, log } = await take(async () => {
      throw new TypeError('Lê Thị Mẫu 096199999123');
    });
    expect(outcome).toMatchObject({ done: false });
    expect(log).toContain('door.test.ts');
    expect(log).toContain('TypeError');
    expect(log).not.toMatch(/Lê|096199999123/);
  });

  it('asks for patience with a throttle and calls nobody', async () => {
    const { outcome, log } = await take(async () => {
      throw new DigitizationError('engine-unavailable', { engine: 'x' });
    }, 3);
    expect(outcome).toEqual({ done: false, retryAfterMs: 8_000, code: 'engine-unavailable' });
    expect(log).not.toContain('"level":"error"');
  });
});
