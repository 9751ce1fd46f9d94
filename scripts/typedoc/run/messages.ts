import type { Done, Failed, More, Printed } from "../../run-code/messages.js";

/** What the worker tells the page about the block that runs. Lines are those of the chain, see chain.ts. */
export type Message =
  | Printed
  | More
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
  | Failed
  | Done;
