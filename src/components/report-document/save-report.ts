// Saves a report as a file, by the browser's own download.

import type { SharedWords } from '../../i18n/en/shared.ts';
import type { SessionReport } from '../../session/session-report.ts';
import { download } from '../screen-view/still.ts';
import { reportHtml } from './report-html.ts';

export type ReportFormat = 'html' | 'json';

/** A file name that any system takes, such as `deskside-report-2026-11-23-1405-ticket-42.html`; local time. */
export function reportFileName(report: SessionReport, format: ReportFormat): string {
  const at = new Date(report.joinedAtMs ?? report.startedAtMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = `${two(at.getHours())}${two(at.getMinutes())}`;
  const label = report.label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const kind = report.side === 'customer' ? 'receipt' : 'report';
  return ['deskside', kind, day, time, label]
    .filter((part) => part !== '')
    .join('-')
    .concat('.', format);
}

/** Has the browser save `report`. */
export function saveReport(
  document: Document,
  report: SessionReport,
  format: ReportFormat,
  words: SharedWords,
): void {
  const blob =
    format === 'html'
      ? new Blob([reportHtml(report, words)], { type: 'text/html;charset=utf-8' })
      : new Blob([`${JSON.stringify(report, null, 2)}\n`], { type: 'application/json' });
  download(document, blob, reportFileName(report, format));
}
