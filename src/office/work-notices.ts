import type { OutgoingMessage } from "../domain/conversation.ts";
import type { KeptRequest, Officer } from "../domain/people.ts";
import type { Task } from "../domain/task.ts";
import type { Storage } from "../ports/storage.ts";
import type { Duty } from "../reminders/plan/duties.ts";
import type { WorkNotice } from "../reminders/plan/settings.ts";
import { codesOf } from "../reminders/tasks/codes.ts";
import type { LapsedTask } from "../reminders/tasks/reviews.ts";
import { DESK, type RequestWords } from "../vietnamese/wording/officers/desk.ts";

interface NoticeDeps {
  readonly storage: Pick<Storage, "people" | "requests">;
  /** Every task of the officer's place, as it stands now. */
  readonly duties: (officer: Officer) => Promise<readonly Duty[]>;
  readonly lapsed: () => Promise<readonly LapsedTask[] | null>;
  /** "Kế hoạch của UBND xã Thanh Thủy, mục IV.1". */
  readonly source: (task: Task) => string;
}

export const mayDecide = (officer: Officer, request: KeptRequest) =>
  (officer.role === "leader" || officer.role === "admin") && officer.locality === request.locality;

const wordsOfTask = ({ scheduleText, lead }: Task) => ({
  when: scheduleText ?? "",
  lead: lead.join(", "),
});

/** Words about work that the office owes its officers, made when they go out. */
export function openWorkNotices({ storage, duties, lapsed, source }: NoticeDeps) {
  const { people, requests } = storage;

  const lineOf = ({ code, task, due }: Duty) => ({
    code,
    content: task.content,
    lead: task.lead,
    deadline: due?.deadline ?? null,
  });

  /** Seen with a leader's eyes: a task that was handed on is no longer the asker's. */
  async function ofPlace(officer: Officer, ids: readonly string[]) {
    const all = await duties({ ...officer, role: "leader", unit: null });
    return all.filter(({ task }) => ids.includes(task.id)).map(lineOf);
  }

  async function wordsOf(officer: Officer, number: number): Promise<RequestWords | null> {
    const request = await requests.find(number);
    const [line] = request === null ? [] : await ofPlace(officer, [request.task]);
    if (request === null || line === undefined) {
      return null;
    }
    const asker = (await people.officers()).find((one) => one.id === request.by);
    return { ...request, ...line, asker: asker?.name ?? "", unit: asker?.unit ?? null };
  }

  async function ofRequest(
    notice: Extract<WorkNotice, { readonly number: number }>,
    officer: Officer,
  ): Promise<OutgoingMessage | null> {
    const words = await wordsOf(officer, notice.number);
    if (words === null) {
      return null;
    }
    switch (notice.what) {
      case "request": {
        const request = await requests.find(notice.number);
        return request?.decision === null && mayDecide(officer, request)
          ? { text: DESK.request(words), buttons: DESK.decideButtons(notice.number, words) }
          : null;
      }
      case "decided":
        return { text: DESK.decided(words) };
      case "given":
        return { text: DESK.given(words), buttons: DESK.actButtons(words.code) };
      case "moved":
        return { text: DESK.moved(words) };
    }
  }

  /** What has been decided in the meantime is left out. */
  async function ofAmended(
    { items }: Extract<WorkNotice, { what: "amended" }>,
    officer: Officer,
  ): Promise<OutgoingMessage | null> {
    const all = (await lapsed()) ?? [];
    const open = items.flatMap(({ task, after }) => {
      const found = all.find((one) => one.task.id === task);
      return found === undefined || (found.after === null) !== (after === null) ? [] : [found];
    });
    const codes = codesOf(open.map(({ task }) => task));
    const [first] = open;
    if (first === undefined) {
      return null;
    }
    const lines = open.map(({ task, after }) => ({
      code: codes.get(task.id) ?? "",
      content: task.content,
      before: wordsOfTask(task),
      after: after === null ? null : wordsOfTask(after),
    }));
    const decides = officer.role === "leader" || officer.role === "admin";
    return {
      text: DESK.amended(source(first.task), lines, decides),
      ...(decides && open.some(({ after }) => after !== null) ? { buttons: [DESK.reviewButton] } : {}),
    };
  }

  return async function notice(about: WorkNotice, officer: Officer): Promise<OutgoingMessage | null> {
    switch (about.what) {
      case "again": {
        const [line] = await ofPlace(officer, [about.task]);
        return line === undefined
          ? null
          : { text: DESK.again(line.code, line.content), buttons: DESK.actButtons(line.code) };
      }
      case "nudge": {
        const found = await ofPlace(officer, about.tasks);
        const [first] = found;
        return first === undefined
          ? null
          : { text: DESK.nudge(about.by, found), buttons: DESK.actButtons(first.code) };
      }
      case "amended":
        return ofAmended(about, officer);
      case "new_work": {
        const own = (await duties(officer)).filter(
          ({ approved, approvedAt, part, group }) =>
            approved &&
            approvedAt >= about.from &&
            approvedAt < about.to &&
            part === "lead" &&
            group !== "done",
        );
        return own.length === 0 ? null : { text: DESK.newWork(own.map(lineOf)) };
      }
      default:
        return ofRequest(about, officer);
    }
  };
}
