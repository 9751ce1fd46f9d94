/** What the worker tells the page about the block that runs. Lines are those of the chain, see chain.ts. */
export type Message =
  | { readonly type: "printed"; readonly text: string }
  /** There is more output than the page shows. */
  | { readonly type: "more" }
  | { readonly type: "picture"; readonly svg: string }
  | {
      readonly type: "promise";
      readonly line: number;
      readonly holds: boolean;
      readonly actual: string;
      readonly expected: string;
    }
  | { readonly type: "output"; readonly outcome: "same" | "nearly" | "different" }
  | { readonly type: "missed"; readonly line: number }
  | { readonly type: "error"; readonly text: string; readonly line?: number | undefined }
  | { readonly type: "done" };
