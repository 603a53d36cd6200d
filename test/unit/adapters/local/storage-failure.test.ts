import { describe, expect, it } from 'vitest';
import { nameStorageFailure } from '../../../../shared/adapters/local/storage-failure.ts';

const failure = (properties: object) => Object.assign(new Error('x'), properties);

describe('nameStorageFailure', () => {
  it.each([
    [{ code: 'ENOSPC' }, 'storage-full'],
    [{ code: 'EDQUOT' }, 'storage-full'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 5 }, 'storage-in-use'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 261 }, 'storage-in-use'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 13 }, 'storage-full'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 11 }, 'storage-damaged'],
  ])('%j is %s', (properties, code) => {
    const cause = failure(properties);
    expect(nameStorageFailure(cause)).toMatchObject({ code, cause });
  });

  it.each([
    failure({ code: 'EACCES' }),
    failure({ code: 'ERR_SQLITE_ERROR', errcode: 19 }),
    failure({}),
    'text',
    null,
  ])('leaves %s as it is', (error) => {
    expect(nameStorageFailure(error)).toBe(error);
  });
});
