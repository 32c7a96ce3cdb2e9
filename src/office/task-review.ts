import { nameOf, placeOf } from "../answering/compose/draft.ts";
import type { ChannelName } from "../domain/conversation.ts";
import type { Channel } from "../ports/channels.ts";
import type { ReminderService, TaskReviewService, TaskView } from "../ports/console.ts";
import type { Storage } from "../ports/storage.ts";
import { pastDeadlines } from "../reminders/deliver/undelivered.ts";
import { photoPlaces } from "../reminders/ledger/records.ts";
import { codesOf } from "../reminders/tasks/codes.ts";
import { corrected, reviewOf, reviewsByTask } from "../reminders/tasks/reviews.ts";
import { gapWords } from "../vietnamese/wording/console/work.ts";
import { photoAt, photoKey } from "./evidence.ts";
import type { Knowledge } from "./knowledge-control.ts";
import type { RunningReminders } from "./reminder-service.ts";

/** Tasks of the live edition with what people decided about them. */
export function openTaskReviewService(
  knowledge: Knowledge,
  storage: Storage,
  running: RunningReminders,
  channels: ReadonlyMap<ChannelName, Channel>,
): TaskReviewService {
  let kept: { readonly state: string; readonly all: readonly TaskView[] } | null = null;
  let byId = new Map<string, TaskView>();

  async function all(): Promise<readonly TaskView[]> {
    const now = knowledge.current();
    if (now === null) {
      return [];
    }
    // Decisions come from the chat and the command line too.
    const reviews = await storage.tasks.reviews();
    const state = `${now.live.edition.id} ${reviews.length} ${reviews.at(-1)?.at ?? 0}`;
    if (kept?.state !== state) {
      const tasks = await running.tasks();
      const codes = codesOf(tasks);
      const reviewed = reviewsByTask(reviews);
      const views = tasks.map((task): TaskView => {
        const review = reviewed(task);
        const source = `${nameOf(task.doc, now.answering.base)}, ${placeOf(task.section)}`;
        return { task, corrected: corrected(task, review), code: codes.get(task.id) ?? "", source, review };
      });
      kept = { state, all: views };
      byId = new Map(views.map((view) => [view.task.id, view]));
    }
    return kept.all;
  }

  return {
    all,
    async find(id) {
      await all();
      return byId.get(id) ?? null;
    },
    async decide(task, decision, correction, by, at) {
      await storage.tasks.review(reviewOf(task, decision, correction, by, at));
      kept = null;
    },
    duties: async (officer) =>
      (await running.duties(officer)).map((duty) => ({
        ...duty,
        photos: photoPlaces(duty.said).map(photoKey),
      })),
    async photo(task, key) {
      const words = (await storage.tasks.progress()).filter((word) => word.task === task);
      const places = photoPlaces(words);
      const at = places.findIndex((place) => photoKey(place) === key);
      return photoAt(places[at] ?? "", at + 1, channels);
    },
  };
}

export function openReminderView(storage: Storage, running: RunningReminders): ReminderService {
  const { reminders } = running;
  const book = storage.reminders;
  return {
    undelivered: () => reminders.undelivered(),
    reminder: (key) => book.reminder(key),
    async counts(since) {
      const counts: Record<string, number> = {};
      for (const row of await book.reminders({ dueFrom: since })) {
        counts[row.state] = (counts[row.state] ?? 0) + 1;
      }
      return counts;
    },
    markTold: (key, by) => reminders.markTold(key, by),
    resend: async (key, by) => (await reminders.resend(key, by)) !== null,
    pastDeadlines: () => pastDeadlines(book),
    decide: (task, choice, by) => reminders.decide({ task, choice, by }),
    gaps: async () =>
      (await reminders.gaps()).map((gap) =>
        gap.kind === "holidays_unknown"
          ? { what: gapWords.holidays_unknown(gap.year), task: null }
          : { what: gapWords[gap.kind], task: gap.task },
      ),
    async hold() {
      const preview = await reminders.preview();
      return preview === null
        ? null
        : {
            why: preview.hold.why,
            waiting: preview.officers.reduce((sum, officer) => sum + officer.rows.length, 0),
          };
    },
    release: (choice) => reminders.release(choice),
  };
}
