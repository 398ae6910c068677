import { css, html } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import { DesksideElement } from './deskside-element.ts';

class StyledProbe extends DesksideElement {
  static override properties = { hasChild: { type: Boolean } };
  static override styles = css`
    p {
      color: rgb(1, 2, 3);
    }
  `;

  declare hasChild: boolean;

  protected override render() {
    return html`<p>text</p>
      ${this.hasChild ? html`<styled-probe></styled-probe>` : null}`;
  }
}
customElements.define('styled-probe', StyledProbe);

/** What the browser makes of the paragraph in a probe's shadow root. */
function colourIn(probe: StyledProbe): string {
  const paragraph = probe.shadowRoot?.querySelector('p');
  const view = probe.ownerDocument.defaultView;
  if (!paragraph || !view) throw new Error('the probe is not rendered');
  return view.getComputedStyle(paragraph).color;
}

async function mounted(document: Document): Promise<StyledProbe> {
  const probe = new StyledProbe();
  document.body.append(probe);
  await probe.updateComplete;
  return probe;
}

/** Another document with a window of its own, as the always-on-top window is. */
function otherDocument(): Document {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  if (frame.contentDocument === null) throw new Error('no document in the frame');
  return frame.contentDocument;
}

afterEach(() => document.body.replaceChildren());

describe('the base element', () => {
  it('is styled where it was made', async () => {
    expect(colourIn(await mounted(document))).toBe('rgb(1, 2, 3)');
  });

  it('is still styled after a move to another document, and after the way back', async () => {
    const probe = await mounted(document);
    const other = otherDocument();
    other.body.append(probe);
    expect(colourIn(probe)).toBe('rgb(1, 2, 3)');
    document.body.append(probe);
    expect(colourIn(probe)).toBe('rgb(1, 2, 3)');
  });

  it('can render children there later, and they are styled too', async () => {
    const probe = await mounted(document);
    otherDocument().body.append(probe);
    probe.hasChild = true;
    await probe.updateComplete;
    const child = probe.shadowRoot?.querySelector('styled-probe');
    if (!(child instanceof StyledProbe)) throw new Error('the child was not rendered');
    await child.updateComplete;
    expect(colourIn(child)).toBe('rgb(1, 2, 3)');
  });

  it('shares one sheet among all elements of a document', async () => {
    const [one, two] = [await mounted(document), await mounted(document)];
    expect(one.shadowRoot?.adoptedStyleSheets.at(-1)).toBe(two.shadowRoot?.adoptedStyleSheets.at(-1));
  });
});
