// The base of every element: adopts its style sheets in the document that it is in.
//
// A constructed style sheet belongs to one document. When an element moves into another one (the always-on-top
// window), its adopted sheets are dropped, and adopting them again there throws. So sheets are built for each
// document, once, and adopted both on creation and on every move.

import { type CSSResult, type CSSResultGroup, LitElement } from 'lit';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';

const sheetsByDocument = new WeakMap<Document, Map<CSSResult, CSSStyleSheet>>();

function sheetFor(document: Document, style: CSSResult): CSSStyleSheet {
  let sheets = sheetsByDocument.get(document);
  if (sheets === undefined) {
    sheets = new Map();
    sheetsByDocument.set(document, sheets);
  }
  let sheet = sheets.get(style);
  if (sheet === undefined) {
    const view = document.defaultView ?? window;
    // The constructor of that document's own window: a sheet made by another's cannot be adopted there.
    sheet = new (view as typeof globalThis & Window).CSSStyleSheet();
    sheet.replaceSync(style.cssText);
    sheets.set(style, sheet);
  }
  return sheet;
}

function flatten(group: CSSResultGroup | undefined): CSSResult[] {
  if (group === undefined) return [];
  if (Array.isArray(group)) return group.flatMap((part) => flatten(part));
  return group instanceof CSSStyleSheet ? [] : [group];
}

export class DesksideElement extends LitElement {
  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#adoptStyles(root);
    this.renderOptions.renderBefore ??= root.firstChild;
    return root;
  }

  /** Called by the browser after the element moved to another document. */
  adoptedCallback(): void {
    if (this.shadowRoot !== null) this.#adoptStyles(this.shadowRoot);
  }

  /** Dispatches a request or a piece of news: bubbling and composed, so that a shell above hears it. */
  protected emit<Detail>(type: string, detail?: Detail): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  #adoptStyles(root: ShadowRoot): void {
    const { styles } = this.constructor as typeof LitElement;
    root.adoptedStyleSheets = [tokens, controls, ...flatten(styles)].map((style) =>
      sheetFor(this.ownerDocument, style),
    );
  }
}
