import type { More, Printed } from "./messages.js";

const MESSAGES = 1000;
const CHARACTERS = 100_000;

/** Lets messages through until there is more output than a page can show well. */
export function limited<Message extends { readonly type: string }>(
  post: (message: Message | More | Printed) => void,
): (message: Message | Printed) => void {
  let messages = 0;
  let characters = 0;
  return (message) => {
    if (messages >= MESSAGES || characters >= CHARACTERS) return;
    messages += 1;
    if ("text" in message && message.type === "printed") characters += message.text.length;
    post(message);
    if (messages >= MESSAGES || characters >= CHARACTERS) {
      post({ type: "more" });
    }
  };
}
