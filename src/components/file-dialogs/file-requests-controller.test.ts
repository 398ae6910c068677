import { html } from 'lit';
import { afterEach, expect, it } from 'vitest';
import { DesksideError } from '../../protocol/deskside-error.ts';
import type { OutgoingFile } from '../../session/ports.ts';
import { DesksideElement } from '../deskside-element.ts';
import './file-dialogs.ts';
import { FileRequestsController } from './file-requests-controller.ts';

/** Writes down what is asked of it. */
class FakeFiles {
  readonly calls: unknown[] = [];
  isDead = false;

  sendFiles(files: readonly OutgoingFile[]): void {
    if (this.isDead) throw new DesksideError('message-not-sent');
    this.calls.push(files.map(({ name, sizeBytes }) => [name, sizeBytes]));
  }

  answerOffer(offerId: string, isAccepted: boolean): void {
    this.calls.push(['answer', offerId, isAccepted]);
  }

  cancelTransfer(transferId: string): void {
    this.calls.push(['cancel', transferId]);
  }

  sendAgain(transferId: string): boolean {
    this.calls.push(['send again', transferId]);
    return true;
  }

  pauseTransfer(transferId: string): void {
    this.calls.push(['pause', transferId]);
  }

  continueTransfer(transferId: string, file: OutgoingFile | null): void {
    this.calls.push(['continue', transferId, file?.name ?? null]);
  }

  saveAgain(transferId: string): void {
    this.calls.push(['save again', transferId]);
  }
}

class FilesHost extends DesksideElement {
  readonly session = new FakeFiles();
  readonly requests = new FileRequestsController(this, () => this.session);

  protected override render() {
    return html`<button></button><deskside-file-dialogs></deskside-file-dialogs>`;
  }
}
customElements.define('files-host', FilesHost);

async function show(): Promise<FilesHost> {
  const host = new FilesHost();
  document.body.append(host);
  await host.updateComplete;
  return host;
}

/** Asks as an element inside the host does; says whether the request was carried out. */
function ask(host: FilesHost, type: string, detail?: object): boolean {
  const event = new CustomEvent(type, { bubbles: true, composed: true, cancelable: true, detail });
  return host.renderRoot.querySelector('button')?.dispatchEvent(event) === true;
}

afterEach(() => document.body.replaceChildren());

it('turns each request into one call, and lets none of them out', async () => {
  const host = await show();
  let escaped = 0;
  document.addEventListener('deskside-offer-answer', () => escaped++, { once: true });
  ask(host, 'deskside-send-files-request', { files: [new File(['abc'], 'a.txt')] });
  ask(host, 'deskside-offer-answer', { offerId: 'one', isAccepted: true });
  ask(host, 'deskside-cancel-transfer-request', { transferId: 'two' });
  ask(host, 'deskside-save-again-request', { transferId: 'three' });
  ask(host, 'deskside-send-again-request', { transferId: 'four' });
  ask(host, 'deskside-pause-transfer-request', { transferId: 'five' });
  ask(host, 'deskside-continue-transfer-request', { transferId: 'five', file: null });
  ask(host, 'deskside-continue-transfer-request', { transferId: 'six', file: new File(['abc'], 'a.txt') });
  expect(host.session.calls).toEqual([
    [['a.txt', 3]],
    ['answer', 'one', true],
    ['cancel', 'two'],
    ['save again', 'three'],
    ['send again', 'four'],
    ['pause', 'five'],
    ['continue', 'five', null],
    ['continue', 'six', 'a.txt'],
  ]);
  expect(escaped).toBe(0);
});

it('leaves the choice to whoever made it, with the reason, where it cannot be offered', async () => {
  const host = await show();
  host.session.isDead = true;
  expect(ask(host, 'deskside-send-files-request', { files: [new File(['abc'], 'a.txt')] })).toBe(false);
  expect(host.requests.problem).toBe('message-not-sent');
  host.session.isDead = false;
  expect(ask(host, 'deskside-send-files-request', { files: [new File(['abc'], 'a.txt')] })).toBe(true);
  expect(host.requests.problem).toBe(null);
});
