import type { Storage } from "../ports/storage.ts";

/** The books with a bell: whoever changes people, links, decisions or reports is followed by `changed`. */
export function noticing(
  storage: Storage,
  changed: () => Promise<void>,
): Pick<Storage, "people" | "tasks" | "chats"> {
  const { people, tasks, chats } = storage;
  return {
    people: {
      ...people,
      save: (officer) => people.save(officer).then(changed),
      unlink: (key) => people.unlink(key).then(changed),
      async redeem(hash, key, now) {
        const outcome = await people.redeem(hash, key, now);
        if (typeof outcome !== "string") {
          await changed();
        }
        return outcome;
      },
    },
    tasks: {
      ...tasks,
      review: (review) => tasks.review(review).then(changed),
      async report(progress) {
        const number = await tasks.report(progress);
        await changed();
        return number;
      },
      async takeBack(number, at) {
        const taken = await tasks.takeBack(number, at);
        await changed();
        return taken;
      },
    },
    chats: {
      ...chats,
      async forget(key) {
        const officer = await people.officerOf(key);
        const removed = await chats.forget(key);
        if (officer !== null) {
          await changed();
        }
        return removed;
      },
    },
  };
}
