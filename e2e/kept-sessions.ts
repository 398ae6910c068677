// What a page has kept of its sessions, changed behind its back.

import type { Page } from '@playwright/test';

/** Has everything that is kept of sessions come from another version. */
export function pretendOtherVersion(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('deskside-sessions'));
    const store = database.transaction('sessions', 'readwrite').objectStore('sessions');
    for (const key of await done(store.getAllKeys())) {
      const record = await done(store.get(key));
      record.base.version = 99;
      await done(store.put(record, key));
    }
    database.close();
  });
}
