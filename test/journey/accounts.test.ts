import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

it('the command line takes no office that the province’s file does not have', async () => {
  const folder = await makeTemporaryFolder();
  const add = async (office: string) => {
    const child = spawn(
      process.execPath,
      ['functions/cli/accounts.ts', 'add', 'hoa', '--role', 'clerk', '--office', office],
      {
        env: {
          ...process.env,
          DATA_FOLDER: join(folder, 'data'),
          PROVINCE_FILE: 'infra/provinces/ca-mau.json',
        },
        stdio: ['pipe', 'ignore', 'pipe'],
      },
    );
    child.stdin.end('mat-khau-dai\n');
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [exitCode] = await once(child, 'close');
    return { exitCode, said };
  };
  expect(await add('123456')).toMatchObject({ exitCode: 64, said: expect.stringContaining('PROVINCE_FILE') });
  expect((await add('970000')).exitCode).toBe(0);
});
