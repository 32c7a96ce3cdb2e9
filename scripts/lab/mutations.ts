import type { ReminderStore } from "../../src/ports/reminders.ts";

// The book with one safeguard taken out, to prove that the lab sees what each of them prevents.

export const MUTATIONS = ["none", "no-second-commit", "no-gate", "no-unique-key"] as const;
export type Mutation = (typeof MUTATIONS)[number];

export function mutated(book: ReminderStore, mutation: Mutation, life: string): ReminderStore {
  switch (mutation) {
    case "none":
      return book;
    case "no-second-commit":
      // The claim is the only mark before the network: a death while sending looks like one before it.
      return {
        ...book,
        open: async () => true,
        async close(id, fence, end, gate, at) {
          await book.open(id, fence, at);
          await book.close(id, fence, end, gate, at);
        },
      };
    case "no-gate":
      return {
        ...book,
        giveBack: (id, fence, to, _gate, at) => book.giveBack(id, fence, to, null, at),
        close(id, fence, end, _gate, at) {
          const ended = end.state === "retry_wait" ? { ...end, notBefore: at } : end;
          return book.close(id, fence, ended, null, at);
        },
      };
    case "no-unique-key":
      // Each life plans under keys of its own, as if nothing forbade a second row for the same reminder.
      return {
        ...book,
        reconcile: (change, at) =>
          book.reconcile(
            { ...change, add: change.add.map((one) => ({ ...one, key: `${one.key}|again${life}` })) },
            at,
          ),
      };
  }
}
