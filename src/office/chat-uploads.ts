import type { ConversationDeps } from "../conversation/turn/turn.ts";
import { seesPlace } from "../domain/access.ts";
import type { ChannelName } from "../domain/conversation.ts";
import type { Edition } from "../domain/knowledge.ts";
import type { Officer } from "../domain/people.ts";
import type { Channel } from "../ports/channels.ts";
import type { Clock } from "../ports/clock.ts";
import type { UploadService } from "../ports/console.ts";
import type { PeopleStore } from "../ports/people.ts";
import { shownFileName } from "../vietnamese/text/file-name.ts";
import { SLUG, slugOf } from "../vietnamese/text/slug.ts";
import { documentsWords, uploadWords } from "../vietnamese/wording/console/knowledge.ts";

const MAX_BYTES = 20 * 1024 * 1024;

interface ChatUploadDeps {
  readonly papers: UploadService;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly edition: () => Edition | null;
  readonly link: (officer: Officer) => Promise<string | null>;
  readonly people: PeopleStore;
  readonly clock: Clock;
}

/** What the file is to become, or why it is not taken. */
function targetOf(name: string, size: number | null, officer: Officer, edition: Edition | null) {
  const doc = slugOf(name);
  const standing = edition?.documents.find((document) => document.id === doc);
  if ((size ?? 0) > MAX_BYTES) {
    return { problem: uploadWords.tooBig };
  }
  if (!SLUG.test(doc)) {
    return { problem: documentsWords.badSlug };
  }
  if (standing === undefined) {
    return { doc, locality: officer.locality };
  }
  const { guide, card } = standing;
  return guide !== null || !seesPlace(officer, card.locality, edition)
    ? { problem: documentsWords.taken }
    : { doc, locality: card.locality ?? officer.locality };
}

/** Papers that admins send in their chat: kept beside the knowledge for a dry run, with a link to look at it. */
export function openAttachments(parts: ChatUploadDeps): NonNullable<ConversationDeps["attachment"]> {
  const refused = (reason: string) => [{ text: uploadWords.notTaken(reason) }];
  return async (message, officer) => {
    const { attachment } = message;
    if (officer.role !== "admin" || attachment === undefined || message.kind !== "document") {
      return null;
    }
    const name = shownFileName(attachment.name);
    const target = targetOf(attachment.name, attachment.size, officer, parts.edition());
    if ("problem" in target) {
      return refused(target.problem);
    }
    const channel = parts.channels.get(message.from.channel);
    const fetched = (await channel?.fetch?.(attachment.id, MAX_BYTES).catch(() => null)) ?? null;
    if (fetched === null) {
      return refused(uploadWords.noFetch);
    }
    const staged = await parts.papers.stage({ ...target, name, bytes: fetched, by: officer.id });
    if ("problem" in staged) {
      return refused(staged.problem);
    }
    await parts.people.audit(parts.clock.now(), officer.id, "upload", staged.id);
    const link = (await parts.link(officer)) ?? "";
    return [{ text: uploadWords.taken(name, `${link}&den=/tai-len/${staged.id}`) }];
  };
}
