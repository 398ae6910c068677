// What every story about files starts from: the browsers of any story, and a folder for files that goes with it.

import { DiskFiles } from './received-files.ts';
import { test as base } from './story.ts';

export const test = base.extend<{ disk: DiskFiles }>({
  disk: async ({}, use) => {
    const disk = await DiskFiles.create();
    await use(disk);
    await disk.remove();
  },
});
