import { FolderObjectInventory } from '../../shared/adapters/local/folder-object-inventory.ts';
import { FolderObjectStore } from '../../shared/adapters/local/folder-object-store.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { describeObjectInventory } from './object-inventory.contract.ts';

describeObjectInventory('folder', async () => {
  const folder = await makeTemporaryFolder();
  return {
    subject: { store: new FolderObjectStore(folder), inventory: new FolderObjectInventory(folder) },
    close: async () => {},
  };
});
