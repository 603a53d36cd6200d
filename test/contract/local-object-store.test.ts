import { FolderObjectStore } from '../../shared/adapters/local/folder-object-store.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { describeObjectStore } from './object-store.contract.ts';

describeObjectStore('folder', async () => ({
  subject: new FolderObjectStore(await makeTemporaryFolder()),
  close: async () => {},
}));
