import type { GateChange } from "../../../ports/reminders.ts";
import type { Db } from "../database/database.ts";

/** Writes how a channel stands and leaves its month's count alone; part of whatever transaction is open. */
export function gateSetter(db: Db): (gate: GateChange | null) => void {
  const set = db.prepare(
    `INSERT INTO channel_gate (channel, state, until, why, strikes, month, month_count)
     VALUES (@channel, @state, @until, @why, @strikes, '', 0)
     ON CONFLICT (channel) DO UPDATE SET state = @state, until = @until, why = @why, strikes = @strikes`,
  );
  return (gate) => {
    if (gate !== null) {
      const { channel, state, until, why, strikes } = gate;
      set.run({ channel, state, until, why, strikes });
    }
  };
}
