import type { Reply, Request } from "./messages.js";
import { Session } from "./session.js";

/** What a worker's global object is, as far as this one uses it. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(message: Reply, transfer: Transferable[]): void;
}

const scope = self as unknown as WorkerScope;

// A message to oneself comes after those that wait, and unlike a timer it is never slowed down to 4 ms.
const { port1, port2 } = new MessageChannel();
const tasks: (() => void)[] = [];
port1.onmessage = () => tasks.shift()?.();

const session = new Session({
  post: (reply, transfer) => scope.postMessage(reply, transfer),
  now: () => performance.now(),
  later(task) {
    tasks.push(task);
    port2.postMessage(null);
  },
});
scope.onmessage = ({ data }) => session.receive(data);
