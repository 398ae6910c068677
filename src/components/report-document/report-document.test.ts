// Reports as pages and as data: complete, escaped, self-contained.

import { afterEach, describe, expect, it } from 'vitest';
import { technicianWords as arabic } from '../../i18n/ar/technician.ts';
import { customerWords } from '../../i18n/en/customer.ts';
import { technicianWords } from '../../i18n/en/technician.ts';
import { technicianWords as portuguese } from '../../i18n/pt-br/technician.ts';
import { EVERY_ENTRY, sampleReport } from '../../session/session-report.fake.ts';
import { decodeReport } from '../../session/session-report.ts';
import { describeEntry, peopleOf } from './describe-entry.ts';
import { markup } from './markup.ts';
import { reportHtml } from './report-html.ts';
import { reportFileName, saveReport } from './save-report.ts';

function parse(html: string): Document {
  // biome-ignore lint/plugin: what a browser makes of the page is what is tested here.
  return new DOMParser().parseFromString(html, 'text/html');
}

/** What the page would save, as `[name, text]`. */
async function savedBy(action: () => void): Promise<[string, string]> {
  const saved = new Promise<[string, string]>((resolve) => {
    document.addEventListener(
      'click',
      (event) => {
        event.preventDefault();
        const link = event.target as HTMLAnchorElement;
        resolve(fetch(link.href).then(async (answer) => [link.download, await answer.text()]));
      },
      { once: true, capture: true },
    );
  });
  const createElement = document.createElement.bind(document);
  document.createElement = ((name: string) => {
    const element = createElement(name);
    document.body.append(element);
    return element;
  }) as typeof document.createElement;
  try {
    action();
  } finally {
    document.createElement = createElement;
  }
  return saved;
}

afterEach(() => document.body.replaceChildren());

describe('a report as a page', () => {
  it('holds who, what happened in order, what was sent, said and noted', () => {
    const page = parse(reportHtml(sampleReport(), technicianWords));
    const text = page.body.textContent;
    for (const part of ['Ana Souza', 'ACME Support', 'Ticket 4711', 'The cable was loose.', '4 min 12 s']) {
      expect(text).toContain(part);
    }
    expect([...page.querySelectorAll('.timeline li span')].map(({ textContent }) => textContent)).toEqual([
      'The customer joined.',
      'Ana Souza asked to see the customer’s screen.',
      'The customer declined.',
      'Ana Souza asked to see the customer’s screen.',
      'The customer agreed.',
      'The customer began to share: entire screen.',
      'The customer paused sharing.',
      'The customer resumed sharing.',
      'The customer offered “Error report.pdf” (1.23 MB).',
      'Ana Souza accepted “Error report.pdf”.',
      '“Error report.pdf” arrived whole.',
      'Sharing stopped after 2 min 54 s.',
      'The customer ended the session.',
    ]);
    expect(text).toContain('2 times, 2 min 34 s in all.');
    expect(page.querySelector('.files')?.textContent).toContain('5e'.repeat(32));
    expect(page.querySelector('.chat')?.textContent).toContain('May I see your screen?');
    expect(page.documentElement.lang).toBe('en');
  });

  it('runs and loads nothing, whatever was written', () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&</title>';
    const report = sampleReport({
      label: hostile,
      notes: hostile,
      technician: { name: hostile, organisation: hostile, verified: 'none' },
      chat: [{ id: 'c1', from: 'customer', text: hostile, atMs: 1 }],
      journal: [
        { kind: 'file-offered', atMs: 1, file: { id: 'f', from: 'customer', name: hostile, sizeBytes: 1 } },
      ],
    });
    const page = parse(reportHtml(report, technicianWords));
    expect(page.querySelectorAll('script, img, link, iframe, [src], [href], [onerror]')).toHaveLength(0);
    expect(page.querySelector('.chat .text')?.textContent).toBe(hostile);
    expect(page.title).toContain(hostile);
    expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toMatch(
      /^default-src 'none'/,
    );
  });

  it('speaks the console’s language', () => {
    const page = parse(reportHtml(sampleReport(), portuguese));
    expect(page.documentElement.lang).toBe('pt-BR');
    expect(page.body.textContent).toContain('Ana Souza pediu para ver a tela do cliente.');
  });

  it('runs from right to left in Arabic, but for checksums', () => {
    const page = parse(reportHtml(sampleReport(), arabic));
    expect([page.documentElement.lang, page.documentElement.dir]).toEqual(['ar', 'rtl']);
    expect(page.querySelector('code')?.dir).toBe('ltr');
  });

  it('is a receipt in the customer’s own words', () => {
    const receipt = sampleReport({ side: 'customer', sessionId: null, label: '', notes: '' });
    const text = parse(reportHtml(receipt, customerWords)).body.textContent;
    expect(text).toContain('Your copy of the session');
    expect(text).toContain('Ana Souza asked to see your screen.');
    expect(text).toContain('You declined.');
  });

  it('says so where there was nothing', () => {
    const empty = sampleReport({ journal: [], chat: [], notes: '', endedAtMs: null, joinedAtMs: null });
    const text = parse(reportHtml(empty, technicianWords)).body.textContent;
    for (const part of [
      'Nothing happened.',
      'No files were sent.',
      'No messages were written.',
      'The screen was never visible.',
      'No end was recorded',
      'Nobody joined',
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe('each kind of entry', () => {
  const report = sampleReport();
  it.each(EVERY_ENTRY)('is a sentence of its own in both languages: $kind', (entry) => {
    for (const { report: words, language } of [technicianWords, portuguese]) {
      const sentence = describeEntry(entry, peopleOf(report, words), words, language);
      expect(sentence).toMatch(/^[\p{Lu}\d“].*(?:\.|[a-z])$/u);
      expect(sentence).not.toMatch(/undefined|null/);
    }
  });
});

describe('a saved report', () => {
  it('is the page, or data that can be read back', async () => {
    const report = sampleReport();
    const [htmlName, html] = await savedBy(() => saveReport(document, report, 'html', technicianWords));
    expect(htmlName).toMatch(/^deskside-report-2026-11-23-\d{4}-ticket-4711\.html$/);
    expect(html).toBe(reportHtml(report, technicianWords));
    const [jsonName, json] = await savedBy(() => saveReport(document, report, 'json', technicianWords));
    expect(jsonName).toMatch(/\.json$/);
    expect(decodeReport(JSON.parse(json))).toEqual(report);
  });

  it.each([
    ['', /^deskside-report-2026-11-23-\d{4}\.json$/],
    ['../..\\etc: "Ação" <1>', /^deskside-report-2026-11-23-\d{4}-etc-acao-1\.json$/],
    ['x'.repeat(80), /-x{40}\.json$/],
  ])('has a name that any system takes, from the label “%s”', (label, name) => {
    expect(reportFileName(sampleReport({ label }), 'json')).toMatch(name);
  });
});

it('escapes whatever is put into markup, and nothing twice', () => {
  const inner = markup`<b title="${'"'}">${'<&>'}</b>`;
  expect(markup`<p>${inner}${[inner, inner]}${null}${3}</p>`.text).toBe(
    `<p>${inner.text}${inner.text}\n${inner.text}3</p>`,
  );
  expect(inner.text).toBe('<b title="&quot;">&lt;&amp;&gt;</b>');
});
