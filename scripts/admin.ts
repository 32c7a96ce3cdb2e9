// Looks after officers and their one-time codes:
//   npm run admin -- invite --name "Nguyễn Văn A" --role officer --locality thanh-thuy [--unit "Phòng Văn hóa - Xã hội"] [--minutes 10]
//   npm run admin -- invite --officer ID        a further code for an officer who is there already
//   npm run admin -- list
//   npm run admin -- revoke ID
//   npm run admin -- password --login ten-dang-nhap --name "Nguyễn Văn A" --locality thanh-thuy [--role leader|admin]
//   npm run admin -- password --login ten-dang-nhap --officer ID      for a leader or admin who is there already
import "../src/app/node-version.ts";
import { randomBytes } from "node:crypto";
import { codeHash, type Officer, type Role } from "../src/domain/people.ts";
import type { Storage } from "../src/ports/storage.ts";
import { openStorage } from "../src/storage/open.ts";
import { timeAt } from "../src/vietnamese/text/dates.ts";
import { hashPassword, newPassword, newTotpSecret, totpAddress } from "../src/web/console/sign-in/secrets.ts";
import { CommandError, commandLog, parseCommandLine, run, systemClock } from "./command-line.ts";

const ROLES: readonly Role[] = ["officer", "head", "leader", "admin"];
const MAX_MINUTES = 7 * 24 * 60;
const ACTOR = "command line";

interface Invitation {
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly locality: string | undefined;
  readonly unit: string | undefined;
  readonly officer: string | undefined;
  readonly minutes: string;
  readonly login: string | undefined;
}

await run(async () => {
  const { values, positionals, data } = parseCommandLine({
    name: { type: "string" },
    role: { type: "string" },
    locality: { type: "string" },
    unit: { type: "string" },
    officer: { type: "string" },
    minutes: { type: "string", default: "10" },
    login: { type: "string" },
  });
  const [act, id] = positionals;
  const storage = await openStorage({ dir: data, use: "tool" }, systemClock, commandLog);
  try {
    if (act === "invite") {
      await invite(storage, values as unknown as Invitation);
    } else if (act === "password") {
      await password(storage, values as unknown as Invitation);
    } else if (act === "list") {
      await list(storage);
    } else if (act === "revoke" && id !== undefined) {
      await revoke(storage, id);
    } else {
      throw new CommandError(
        "Say what to do: invite --name … --role … --locality …, password --login …, list, or revoke ID.",
      );
    }
  } finally {
    await storage.close();
  }
});

async function invite(storage: Storage, wanted: Invitation): Promise<void> {
  const minutes = Number(wanted.minutes);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MAX_MINUTES) {
    throw new CommandError(`--minutes must be a whole number from 1 to ${MAX_MINUTES}.`);
  }
  const officer =
    wanted.officer === undefined ? await newOfficer(storage, wanted) : await known(storage, wanted.officer);
  const now = systemClock.now();
  const code = oneTimeCode();
  await storage.people.save({ ...officer, active: true });
  await storage.people.invite(officer.id, codeHash(code), now + minutes * 60_000);
  await storage.people.audit(now, ACTOR, "invite", officer.id);
  console.log(
    `${officer.name} (${officer.id}), ${officer.role}, ${officer.locality}${officer.unit === null ? "" : `, ${officer.unit}`}`,
  );
  console.log(
    `Nhắn cho trợ lý trước ${timeAt(now + minutes * 60_000)}, mã chỉ dùng một lần và không hiện lại:`,
  );
  console.log(`/ketnoi ${code}`);
}

async function newOfficer(storage: Storage, wanted: Invitation): Promise<Officer> {
  const { name, role, locality, unit } = wanted;
  if (name === undefined || name.trim() === "" || locality === undefined) {
    throw new CommandError('An invitation needs --name "…", --role and --locality SLUG.');
  }
  const knownRole = ROLES.find((each) => each === role);
  if (knownRole === undefined) {
    throw new CommandError(`--role must be one of ${ROLES.join(", ")}.`);
  }
  if ((knownRole === "officer" || knownRole === "head") && unit === undefined) {
    throw new CommandError(
      `An ${knownRole} belongs to a unit: add --unit "Phòng Văn hóa - Xã hội", as the papers name it.`,
    );
  }
  const live = await storage.knowledge.current();
  const slugs = live?.edition.localities.map((each) => each.slug) ?? [];
  if (live !== null && !slugs.includes(locality)) {
    throw new CommandError(`There is no locality ${locality}. Known are: ${slugs.join(", ")}.`);
  }
  return {
    id: `cb-${randomBytes(4).toString("hex")}`,
    name: name.normalize("NFC").trim(),
    role: knownRole,
    locality,
    unit: unit?.normalize("NFC").trim() ?? null,
    active: true,
  };
}

/** Sign-in to the console: a new password and a new secret for the one-time codes, both shown this once. */
async function password(storage: Storage, wanted: Invitation): Promise<void> {
  const login = wanted.login?.trim().toLowerCase() ?? "";
  if (!/^[a-z0-9._-]{3,40}$/u.test(login)) {
    throw new CommandError("--login must be 3 to 40 small letters without accents, digits, dot, - or _.");
  }
  const officer =
    wanted.officer === undefined
      ? await newOfficer(storage, { ...wanted, role: wanted.role ?? "admin" })
      : await known(storage, wanted.officer);
  if (officer.role !== "admin" && officer.role !== "leader") {
    throw new CommandError("Only a leader or an admin signs in to the console.");
  }
  const taken = await storage.console.admins.account(login);
  if (taken !== null && taken.officer !== officer.id) {
    throw new CommandError(`The name ${login} is taken by ${taken.officer}. Choose another with --login.`);
  }
  const [fresh, totp] = [newPassword(), newTotpSecret()];
  await storage.people.save({ ...officer, active: true });
  await storage.console.admins.saveAccount({
    login,
    officer: officer.id,
    password: await hashPassword(fresh),
    totp,
  });
  await storage.console.admins.closeSessionsOf(officer.id);
  await storage.people.audit(systemClock.now(), ACTOR, "password", officer.id);
  console.log(`${officer.name} (${officer.id}), ${officer.role}, ${officer.locality}`);
  console.log("Ghi lại ngay, ba dòng dưới chỉ hiện một lần. Trang quản trị: /quan-tri");
  console.log(`Tên đăng nhập: ${login}`);
  console.log(`Mật khẩu: ${fresh}`);
  console.log(`Ứng dụng xác thực (dán vào hoặc đổi thành mã QR): ${totpAddress(login, totp)}`);
}

async function known(storage: Storage, id: string): Promise<Officer> {
  const officer = (await storage.people.officers()).find((each) => each.id === id);
  if (officer === undefined) {
    throw new CommandError(`There is no officer ${id}. See them with: npm run admin -- list`);
  }
  return officer;
}

async function list(storage: Storage): Promise<void> {
  const officers = await storage.people.officers();
  if (officers.length === 0) {
    console.log("Chưa có cán bộ nào.");
  }
  for (const officer of officers) {
    const links = (await storage.people.links(officer.id)).filter((link) => link.active);
    const channels = links.map((link) => link.key.channel).join(", ") || "chưa kết nối";
    const state = officer.active ? channels : "đã thôi";
    console.log(
      [officer.id, officer.name, officer.role, officer.locality, officer.unit ?? "-", state].join(" | "),
    );
  }
}

async function revoke(storage: Storage, id: string): Promise<void> {
  const officer = await known(storage, id);
  await storage.people.save({ ...officer, active: false });
  for (const link of await storage.people.links(id)) {
    await storage.people.unlink(link.key);
  }
  await storage.people.audit(systemClock.now(), ACTOR, "revoke", id);
  console.log(`${officer.name} (${id}) không còn quyền; mọi kết nối đã gỡ.`);
}

/** 130 random bits in Crockford's alphabet, in groups that can be read out. */
function oneTimeCode(): string {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const symbols = [...randomBytes(26)].map((byte) => alphabet[byte % 32]).join("");
  return (symbols.match(/.{1,6}/gu) ?? []).join("-");
}
