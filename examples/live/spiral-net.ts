/**
 * `<spiral-net setup="classes=4&hidden=50,50" lang="zh">` embeds the live page, in a frame of its own. `setup` is
 * what a link to the page has after its `#`. What can't be used of it, or of `lang`, the page says in the frame.
 * Its size is the element's; it begins as 100 % by 900 pixels.
 */
class SpiralNet extends HTMLElement {
  static readonly observedAttributes = ["setup", "lang", "title"];
  readonly #frame = document.createElement("iframe");

  constructor() {
    super();
    Object.assign(this.#frame.style, { width: "100%", height: "100%", border: "0" });
    this.#frame.allow = "clipboard-write";
    const size = new CSSStyleSheet();
    size.replaceSync(":host { display: block; height: 900px; } :host([hidden]) { display: none; }");
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [size];
    root.append(this.#frame);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.connectedCallback();
  }

  connectedCallback(): void {
    const here = import.meta.url;
    const address = new URL("index.html", here);
    if (this.lang !== "") address.searchParams.set("lang", this.lang);
    address.hash = this.getAttribute("setup") ?? "";
    this.#frame.title = this.title || "spiralnet";
    if (this.#frame.src !== address.href) this.#frame.src = address.href;
  }
}

customElements.define("spiral-net", SpiralNet);
