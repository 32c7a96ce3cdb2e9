import { describe } from "vitest";
import { slowed } from "../support/slow-storage.ts";
import { openTestStorage } from "../support/storage.ts";
import { consoleContract } from "./storage/console.ts";
import { conversationContract } from "./storage/conversations.ts";
import { knowledgeContract } from "./storage/knowledge.ts";
import { peopleContract } from "./storage/people.ts";
import { reminderStepsContract } from "./storage/reminder-steps.ts";
import { reminderContract } from "./storage/reminders.ts";

// What every storage must do, whoever asks at the same moment. A second backend joins by being listed here.
const backends = [
  ["embedded", () => openTestStorage()],
  // As if it stood behind a network: the suite itself must rely on no answer at once.
  ["embedded, behind a wait,", () => openTestStorage(undefined, slowed)],
] as const;

describe.each(backends)("%s storage", (_, open) => {
  conversationContract(open);
  peopleContract(open);
  reminderContract(open);
  reminderStepsContract(open);
  consoleContract(open);
  knowledgeContract(open);
});
