import type { OutgoingMessage } from "../domain/conversation.ts";
import type { KeptRequest, Officer } from "../domain/people.ts";
import type { Task } from "../domain/task.ts";
import type { Clock } from "../ports/clock.ts";
import type { RequestedWork, WorkDesk } from "../ports/officer.ts";
import type { Storage } from "../ports/storage.ts";
import { recipientsOf, type SameUnit } from "../reminders/ledger/recipients.ts";
import type { WorkNotice } from "../reminders/plan/settings.ts";
import { codesOf } from "../reminders/tasks/codes.ts";
import { DESK } from "../vietnamese/wording/officers/work.ts";

interface DeskDeps {
  readonly storage: Pick<Storage, "people" | "requests">;
  readonly tasks: () => Promise<readonly Task[]>;
  readonly same: SameUnit;
  readonly tell: (officer: string, key: string, notice: WorkNotice, at?: number) => Promise<void>;
  /** To be called after a decision that moves reminders. */
  readonly changed: () => Promise<void>;
  readonly clock: Clock;
}

export interface Desk extends WorkDesk {
  notice(notice: WorkNotice, officer: Officer): Promise<OutgoingMessage | null>;
}

const mayDecide = (officer: Officer, request: KeptRequest) =>
  (officer.role === "leader" || officer.role === "admin") && officer.locality === request.locality;

/** Requests reach the one who decides, and the decision reaches the one who asked. */
export function openWorkDesk({ storage, tasks, same, tell, changed, clock }: DeskDeps): Desk {
  const { people, requests } = storage;

  async function deciders(officer: Officer): Promise<readonly Officer[]> {
    const here = (await people.officers()).filter(
      (one) => one.active && one.locality === officer.locality && one.id !== officer.id,
    );
    const leaders = here.filter((one) => one.role === "leader");
    return leaders.length > 0 ? leaders : here.filter((one) => one.role === "admin");
  }

  const keep = (officer: Officer, request: RequestedWork) =>
    requests.ask({ ...request, by: officer.id, locality: officer.locality, at: clock.now() });

  async function shown(request: KeptRequest) {
    const known = await tasks();
    const task = known.find((one) => one.id === request.task);
    const asker = (await people.officers()).find((one) => one.id === request.by);
    const code = codesOf(known).get(request.task) ?? "";
    return task === undefined
      ? null
      : { ...request, code, content: task.content, asker: asker?.name ?? "", unit: asker?.unit ?? null };
  }

  async function requestNotice(
    { what, number }: Extract<WorkNotice, { readonly number: number }>,
    officer: Officer,
  ): Promise<OutgoingMessage | null> {
    const request = await requests.find(number);
    const words = request === null ? null : await shown(request);
    if (words === null) {
      return null;
    }
    if (what === "decided") {
      return { text: DESK.decided(words) };
    }
    return words.decision === null && mayDecide(officer, words)
      ? { text: DESK.request(words), buttons: DESK.decideButtons(number) }
      : null;
  }

  async function lines(ids: readonly string[]) {
    const known = await tasks();
    const codes = codesOf(known);
    return known
      .filter((task) => ids.includes(task.id))
      .map((task) => ({ code: codes.get(task.id) ?? "", content: task.content }));
  }

  return {
    async ask(officer, request) {
      const number = await keep(officer, request);
      const told = await deciders(officer);
      for (const one of told) {
        await tell(one.id, `request|${number}|${one.id}`, { what: "request", number });
      }
      return told.map((one) => one.name);
    },
    open: async (officer) =>
      (await requests.all()).filter((one) => one.decision === null && one.locality === officer.locality),
    async decide(officer, number, decision) {
      const request = await requests.find(number);
      if (request === null || !mayDecide(officer, request)) {
        return null;
      }
      if (!(await requests.decide(number, decision, officer.id, clock.now()))) {
        return null;
      }
      await changed();
      await tell(request.by, `decided|${number}|${request.by}`, { what: "decided", number });
      return requests.find(number);
    },
    async give(officer, request) {
      const number = await keep(officer, request);
      await requests.decide(number, "granted", officer.id, clock.now());
      await changed();
    },
    again: (officer, task, at) =>
      tell(officer.id, `again|${task}|${at}|${officer.id}`, { what: "again", task }, at),
    async nudge(leader, asked) {
      const officers = await people.officers();
      const byOfficer = new Map<string, string[]>();
      for (const task of asked) {
        const { lead, standIn } = recipientsOf(task, officers, [], same);
        for (const one of standIn ? [] : lead) {
          byOfficer.set(one.id, [...(byOfficer.get(one.id) ?? []), task.id]);
        }
      }
      for (const [id, ids] of byOfficer) {
        const notice = { what: "nudge", by: leader.name, tasks: ids } as const;
        await tell(id, `nudge|${clock.now()}|${id}`, notice);
      }
      return byOfficer.size;
    },
    async notice(notice, officer) {
      switch (notice.what) {
        case "request":
        case "decided":
          return requestNotice(notice, officer);
        case "again": {
          const [line] = await lines([notice.task]);
          return line === undefined
            ? null
            : { text: DESK.again(line.code, line.content), buttons: DESK.actButtons(line.code) };
        }
        case "nudge": {
          const found = await lines(notice.tasks);
          const [first] = found;
          return first === undefined
            ? null
            : { text: DESK.nudge(notice.by, found), buttons: DESK.actButtons(first.code) };
        }
      }
    },
  };
}
