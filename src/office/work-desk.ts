import type { KeptRequest, Officer } from "../domain/people.ts";
import type { Task } from "../domain/task.ts";
import type { Clock } from "../ports/clock.ts";
import type { RequestedWork, WorkDesk } from "../ports/officer.ts";
import type { Storage } from "../ports/storage.ts";
import { recipientsOf, type SameUnit } from "../reminders/ledger/recipients.ts";
import type { WorkNotice } from "../reminders/plan/settings.ts";
import { mayDecide } from "./work-notices.ts";

interface DeskDeps {
  readonly storage: Pick<Storage, "people" | "requests">;
  readonly tasks: () => Promise<readonly Task[]>;
  readonly same: SameUnit;
  readonly tell: (officer: string, key: string, notice: WorkNotice, at?: number) => Promise<void>;
  /** To be called after a decision that moves reminders. */
  readonly changed: () => Promise<void>;
  readonly clock: Clock;
}

/** Requests reach those who decide, and what is decided reaches all whom it concerns. */
export function openWorkDesk({ storage, tasks, same, tell, changed, clock }: DeskDeps): WorkDesk {
  const { people, requests } = storage;

  const openOnes = async () => (await requests.all()).filter((one) => one.decision === null);

  async function deciders(officer: Officer): Promise<readonly Officer[]> {
    const here = (await people.officers()).filter(
      (one) => one.active && one.locality === officer.locality && one.id !== officer.id,
    );
    return ["leader", "admin"].flatMap((role) => here.filter((one) => one.role === role));
  }

  const keep = (officer: Officer, request: RequestedWork) =>
    requests.ask({ ...request, by: officer.id, locality: officer.locality, at: clock.now() });

  /** Officers and heads of these bodies at the task's place. */
  async function peopleOf(task: Task, bodies: readonly string[]): Promise<readonly Officer[]> {
    const { lead, head, standIn } = recipientsOf(
      { ...task, lead: bodies },
      await people.officers(),
      [],
      same,
    );
    return standIn ? head : [...lead, ...head];
  }

  /** A granted request is told to all whose work it changes; who asked hears of it by another word. */
  async function tellConcerned(request: KeptRequest, by: string): Promise<void> {
    const task = (await tasks()).find((one) => one.id === request.task);
    if (task === undefined) {
      return;
    }
    const { number, to } = request;
    const what = to === null ? "moved" : "given";
    const concerned = [
      ...(await peopleOf(task, to === null ? task.lead : [to])),
      ...(await peopleOf(task, to === null ? task.coordinators : [])),
    ];
    for (const id of new Set(concerned.map((one) => one.id))) {
      if (id !== request.by && id !== by) {
        await tell(id, `${what}|${number}|${id}`, { what, number });
      }
    }
  }

  async function settle(
    request: KeptRequest,
    decision: "granted" | "returned",
    by: Officer,
  ): Promise<KeptRequest | null> {
    if (!(await requests.decide(request.number, decision, by.id, clock.now()))) {
      return null;
    }
    await changed();
    await tell(request.by, `decided|${request.number}|${request.by}`, {
      what: "decided",
      number: request.number,
    });
    if (decision === "granted" && request.kind !== "help") {
      await tellConcerned(request, by.id);
    }
    return requests.find(request.number);
  }

  return {
    async ask(officer, request) {
      // Whoever asks again means the newer words.
      for (const one of await openOnes()) {
        if (one.by === officer.id && one.task === request.task && one.kind === request.kind) {
          await requests.decide(one.number, "returned", officer.id, clock.now());
        }
      }
      const number = await keep(officer, request);
      const told = await deciders(officer);
      for (const one of told) {
        await tell(one.id, `request|${number}|${one.id}`, { what: "request", number });
      }
      return told.map((one) => one.name);
    },
    async withdraw(officer, since) {
      const last = (await openOnes()).findLast((one) => one.by === officer.id && one.at >= since);
      return last !== undefined && (await requests.decide(last.number, "returned", officer.id, clock.now()))
        ? last
        : null;
    },
    open: async (officer) => (await openOnes()).filter((one) => one.locality === officer.locality),
    async decide(officer, number, decision) {
      const request = await requests.find(number);
      if (request === null || !mayDecide(officer, request)) {
        return null;
      }
      return decision === "granted" && request.kind === "handover" && request.to === null
        ? "body_missing"
        : settle(request, decision, officer);
    },
    async give(officer, request) {
      const number = await keep(officer, request);
      await requests.decide(number, "granted", officer.id, clock.now());
      await changed();
      const given = await requests.find(number);
      if (given !== null) {
        await tellConcerned(given, officer.id);
      }
      // What was asked about the same task has thereby been answered.
      const kind = request.to === null ? "extension" : "handover";
      const what = kind === "extension" ? "moved" : "given";
      for (const one of (await openOnes()).filter(
        (each) => each.task === request.task && each.kind === kind,
      )) {
        await requests.decide(one.number, "returned", officer.id, clock.now());
        await tell(one.by, `${what}|${number}|${one.by}`, { what, number });
      }
    },
    again: (officer, task, at) =>
      tell(officer.id, `again|${task}|${at}|${officer.id}`, { what: "again", task }, at),
    async nudge(leader, asked) {
      const byOfficer = new Map<string, string[]>();
      for (const task of asked) {
        const { lead, standIn } = recipientsOf(task, await people.officers(), [], same);
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
  };
}
