// What is counted in more than one place, in Arabic.

import { counted } from './counted.ts';

export function countedFiles(count: number): string {
  return counted(count, { one: 'ملف واحد', two: 'ملفان', few: 'ملفات', many: 'ملفًا', other: 'ملف' });
}

export function unreadMessages(count: number): string {
  return counted(count, {
    one: 'رسالة واحدة غير مقروءة',
    two: 'رسالتان غير مقروءتين',
    few: 'رسائل غير مقروءة',
    many: 'رسالة غير مقروءة',
    other: 'رسالة غير مقروءة',
  });
}

/** `total` is what they come to. */
export function visibleTimes(count: number, total: string): string {
  const times = counted(count, { one: 'مرة واحدة', two: 'مرتان', few: 'مرات', many: 'مرة', other: 'مرة' });
  return count === 1 ? `${times}، ${total}` : `${times}، ${total} إجمالًا`;
}
