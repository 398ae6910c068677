import { expect, it } from 'vitest';
import { noteFolders } from './file-folders.ts';
import { toOutgoingFile } from './outgoing-file.ts';

it('hands out the bytes that are asked for, and no more', async () => {
  const file = toOutgoingFile(new File([new Uint8Array([1, 2, 3, 4, 5])], 'a.bin'));
  expect([file.name, file.sizeBytes]).toEqual(['a.bin', 5]);
  expect([...(await file.read(1, 3))]).toEqual([2, 3]);
  expect([...(await file.read(3, 100))]).toEqual([4, 5]);
});

it('knows in which folders it was chosen, or dropped', () => {
  const chosen = new File(['x'], 'a.jpg');
  Object.defineProperty(chosen, 'webkitRelativePath', { value: 'Photos/2024/a.jpg' });
  const dropped = new File(['x'], 'b.jpg');
  noteFolders(dropped, '/Photos/b.jpg');
  expect([chosen, dropped, new File(['x'], 'c.jpg')].map((file) => toOutgoingFile(file).folders)).toEqual([
    ['Photos', '2024'],
    ['Photos'],
    [],
  ]);
});

it('says file-unreadable where the browser refuses to read', async () => {
  const file = new File(['gone'], 'gone.txt');
  const unreadable = Object.assign(file, {
    slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }),
  });
  await expect(toOutgoingFile(unreadable).read(0, 1)).rejects.toMatchObject({ code: 'file-unreadable' });
});
