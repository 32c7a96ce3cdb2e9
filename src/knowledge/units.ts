// Bodies as papers name them: where a name begins, where it ends, and how a list of them falls apart.
import { fold, oneLine } from "../vietnamese/fold.ts";

export interface UnitHints {
  /** Words a body's name begins with. */
  readonly heads: readonly string[];
  readonly units: readonly { readonly name: string; readonly otherNames: readonly string[] }[];
}

export interface UnitReader {
  /** True when words begin like the name of a body. */
  starts(words: string): boolean;
  /** Bodies named from the start of a text, and what follows them; null when none stands there. */
  at(text: string): { readonly units: readonly string[]; readonly length: number } | null;
  /** All of a cell or heading as bodies; empty when it is something else. */
  all(text: string): readonly string[];
}

const DETERMINER = /^(?:các|những|một số|toàn thể|từng|mỗi|lãnh đạo|tập thể)\s+/iu;
const LIST_NOUN =
  /^(?:ban|ngành|phòng|sở|đoàn thể|đơn vị|địa phương|cơ quan|tổ chức|doanh nghiệp|cá nhân|trường|trạm|tiểu thương|chi bộ|đảng bộ|chi hội|xã|phường|thôn|xóm|khối|tổ dân phố|hội|lĩnh vực|bộ phận|cấp ủy|trường học)(?![\p{L}])/iu;
/** Common words that merely begin like a body's name. */
const NOT_A_UNIT =
  /^(?:ban hành|ban đầu|bản tin|bản thân|bản sắc|bộ phận dân|phòng,? ?chống|phòng ngừa|phòng học|đơn vị hóa|trường hợp|trường số|đoàn kết|đoàn viên|công an toàn|thuế suất|cơ quan chủ trì|cơ quan phối hợp|cơ quan thực hiện|đơn vị chủ trì|đơn vị phối hợp|đơn vị thực hiện|xã hội|ngành nghề|ủy ban hành|sở hữu|sở thích|bản đồ|bản chất|ban bố|hội đồng thời|địa phương hóa|thôn tính)(?![\p{L}])/iu;
const ORGANIZATION =
  /^tổ chức(?=\s+(?:chính trị|xã hội|đoàn thể|hội|đảng|thành viên|tín dụng|kinh tế|liên quan|có liên quan|khác|cơ sở)|\s*[,;]|\s*$)/iu;
/** Verbs and links that end a name; lower case only, for "Ban Xây dựng Đảng" is a name. */
const STOP =
  /^(?:thực hiện|tổ chức(?!\s+(?:chính trị|xã hội|đoàn thể|hội|đảng|thành viên|cơ sở))|triển khai|tham mưu|đẩy mạnh|xây dựng|hướng dẫn|đảm bảo|bảo đảm|tuyên truyền(?! viên)|theo dõi|để|nhằm|trong|căn cứ|chủ trì|phối hợp|kiểm tra|rà soát|tăng cường|huy động|cử|tiếp tục|hoàn thành|đôn đốc|chỉ đạo|lãnh đạo|định kỳ|báo cáo(?! viên)|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|chủ động|kịp thời|thường xuyên|tích cực|vận động|giám sát|hỗ trợ|bố trí|cân đối|thẩm định|tổng hợp|lồng ghép|khai thác|mở|nghiên cứu|quản lý(?! nhà nước)|cung cấp(?! dịch vụ)|cập nhật|phát động|phổ biến|lan tỏa|đề xuất|tập trung|khẩn trương|tập huấn|đào tạo|bồi dưỡng|ban hành|quán triệt|nắm bắt|thành lập|kiện toàn|xác định|phát hiện|xử lý|ngăn chặn|đăng ký|lựa chọn|giải quyết|tạo điều kiện|gắn|ứng dụng|sử dụng|phát huy|được|sẽ|phải|cần|thì|khi|đề nghị|yêu cầu|duy trì|tư vấn|biên soạn|công bố|gửi|nộp|hằng|hàng|trước ngày|từ ngày|về|là|theo|bám sát|đóng góp|cụ thể hóa|hoàn thiện|đưa|làm|giúp|góp phần|nâng cao|sơ kết|tổng kết|tham gia|đổi mới|giao(?! thông)|phân công|lập kế hoạch|lập danh sách|lập dự toán|in ấn|cấp phát|cấp kinh phí|mời|tiếp nhận|thống nhất|trình|chuẩn bị|có(?! liên quan)|gồm|khảo sát|trao đổi|hưởng ứng|tạo điều kiện|tạo dựng|tạo môi trường|thông tin, tuyên truyền|thông qua|đăng tải|đánh giá|đo lường|vào|trên cơ sở|trên các|do|bằng|với|như|rồi|nếu|đồng thời|ngay|nghiêm túc|quan tâm|đầu mối|làm đầu mối|chia sẻ|kết nối|vận hành|thu thập|khuyến khích|thí điểm|xem xét|phê duyệt|hình thành)(?![\p{L}])/u;
const LONGEST = 34;
/** Inside a cell or heading these do not end a name: "Mặt trận và các tổ chức thành viên", "… (Cơ quan thường trực)". */
const AND_MORE = /\s+và\s+(?:các|những|một số)\s+|\s*\([^()]*\)/giu;

/** Stands for a comma inside a name. */
const COMMA = "\uE000";
/** "các cơ sở đào tạo", "cơ quan tham mưu, giúp việc": behind these nouns such a verb is part of the name. */
const TRADE = /(?:cơ sở|cơ quan|đơn vị|tổ chức|chuyên trách)$/iu;
const TRADE_VERB = /^(?:đào tạo|bồi dưỡng|nghiên cứu|tham mưu,? giúp việc)(?!\p{L})/u;
/** "Ban quản lý chợ", "Ban chỉ đạo": here the verb is part of the name. */
const BOARD =
  /^(?:ban|tổ|phòng)\s+(?:quản lý|chỉ đạo|chỉ huy|tổ chức|điều hành|xây dựng đảng|giúp việc|hỗ trợ|tư vấn)(?!\p{L})/iu;

const plainKey = (words: string): string => fold(words).replace(/\s+/gu, " ");

export function unitReader(hints: UnitHints): UnitReader {
  const heads = hints.heads.map(plainKey).sort((a, b) => b.length - a.length);
  const names = hints.units
    .flatMap((unit) => [unit.name, ...unit.otherNames])
    .filter((name) => /[\s-]/u.test(name))
    .map(plainKey)
    .sort((a, b) => b.length - a.length);
  const withCommas = names.filter((name) => name.includes(","));

  const startsWith = (key: string, head: string) =>
    key.startsWith(head) && !/[\p{L}\p{N}]/u.test(key.slice(head.length, head.length + 1));

  const starts = (words: string): boolean => {
    const bare = words.trimStart().replace(/^[“"]/u, "").replace(DETERMINER, "");
    if (NOT_A_UNIT.test(bare)) {
      return false;
    }
    // "Tổ chức" opens a body's name only behind "các" or before its kind; else it is the verb.
    if (/^tổ chức(?!\p{L})/iu.test(bare)) {
      return (
        (bare !== words.trimStart() && !/^Tổ/u.test(bare)) || (ORGANIZATION.test(bare) && /^t/u.test(bare))
      );
    }
    const key = plainKey(bare);
    return heads.some((head) => startsWith(key, head)) || names.some((name) => startsWith(key, name));
  };

  /** Commas that belong to a known name ("Phòng Kinh tế, Hạ tầng và Đô thị") set aside while a list is split. */
  const guarded = (line: string): string => {
    let kept = line;
    for (const name of withCommas) {
      for (let at = plainKey(kept).indexOf(name); at >= 0; at = plainKey(kept).indexOf(name, at + 1)) {
        kept =
          kept.slice(0, at) +
          kept.slice(at, at + name.length).replace(/,/gu, COMMA) +
          kept.slice(at + name.length);
      }
    }
    return kept;
  };

  /** Length of one body's name at the start of `text`. */
  const nameLength = (text: string): number => {
    const lead = DETERMINER.exec(text)?.[0].length ?? 0;
    const key = plainKey(text);
    const known = names.find((name) => startsWith(key.slice(lead), name));
    const board = BOARD.exec(text.slice(lead))?.[0] ?? /^\S+/u.exec(text.slice(lead))?.[0] ?? "";
    let end = lead + (known?.length ?? board.length);
    for (let words = 0; words < LONGEST; words++) {
      const rest = text.slice(end);
      const blank = /^\s+/u.exec(rest)?.[0].length ?? 0;
      const next = rest.slice(blank);
      const aside = /^\([^()]*\)/u.exec(next);
      if (blank === 0 || next === "" || /[,;:.]$/u.test(text.slice(0, end)) || aside !== null) {
        break;
      }
      const joins = /^(?:và|hoặc|cùng)\s+/u.exec(next);
      if (
        (STOP.test(next) && !(TRADE_VERB.test(next) && TRADE.test(text.slice(0, end)))) ||
        /^[–-]\s+(?!xã hội)\p{Ll}/u.test(next) ||
        (joins !== null && !continuesName(next.slice(joins[0].length)))
      ) {
        break;
      }
      const trade = TRADE.test(text.slice(0, end)) ? TRADE_VERB.exec(next)?.[0].length : undefined;
      end += blank + (trade ?? /^\S+/u.exec(next)?.[0].length ?? 0);
    }
    return text.slice(0, end).replace(/[\s,;:.]+$/u, "").length;
  };

  const continuesName = (next: string): boolean =>
    /^\p{Lu}|^(?:chi bộ|đảng bộ|dân vận|công nghệ|ủy ban)/u.test(next);

  const at: UnitReader["at"] = (text) => {
    const units: string[] = [];
    let end = 0;
    let rest = text;
    while (starts(rest) || (units.length > 0 && LIST_NOUN.test(rest) && !STOP.test(rest))) {
      const length = nameLength(rest);
      if (length === 0) {
        break;
      }
      units.push(oneLine(rest.slice(0, length)));
      end = text.length - rest.length + length;
      const aside = /^\s*\([^()]*\)/u.exec(text.slice(end))?.[0].length ?? 0;
      const link = /^\s*(?:[,;]\s*(?:và\s+)?|(?:và|cùng)\s+(?:với\s+)?)/u.exec(text.slice(end + aside));
      if (link === null) {
        end += aside;
        break;
      }
      rest = text.slice(end + aside + link[0].length);
    }
    return units.length === 0 ? null : { units: grouped(units, text), length: end };
  };

  const isName = (piece: string, listed: boolean): boolean => {
    const known = starts(piece) && (listed || /\s/u.test(piece) || /^\p{Lu}{3,}$/u.test(piece));
    return (
      (known || (listed && LIST_NOUN.test(piece))) &&
      nameLength(piece.replace(AND_MORE, " ")) >= piece.replace(AND_MORE, " ").length
    );
  };

  // The splitter of flattened tables asks about the same stretches again and again.
  const asked = new Map<string, readonly string[]>();
  const all: UnitReader["all"] = (text) => {
    const line = oneLine(text).replace(/^[-–\s]+|[\s;,.:]+$/gu, "");
    const kept = asked.get(line);
    if (kept !== undefined) {
      return kept;
    }
    const pieces = guarded(line)
      .split(/\s*[;]\s*(?:[-–]\s*)?|\s*,\s*/u)
      .filter((piece) => piece !== "")
      .map((piece) => piece.replaceAll(COMMA, ","));
    const good = pieces.every((piece, i) => isName(piece, i > 0));
    const found = pieces.length > 0 && good ? grouped(pieces, line) : [];
    asked.set(line, found);
    return found;
  };

  return { starts, at, all };
}

/** "Các phòng", "ban", "đơn vị liên quan" are one body as the paper says it; "UBND xã", "Công an xã" are two. */
function grouped(pieces: readonly string[], text: string): readonly string[] {
  const groups: string[] = [];
  for (const piece of pieces) {
    const before = groups.at(-1);
    const plural = before !== undefined && /^(?:các|những|một số)\s/iu.test(before);
    const lower = /^\p{Ll}/u.test(piece) && !DETERMINER.test(piece);
    const together = before === undefined ? undefined : joined(text, before, piece);
    if (before !== undefined && plural && lower && together !== undefined) {
      groups[groups.length - 1] = together;
    } else {
      groups.push(piece.replace(/^(?:và)\s+/u, ""));
    }
  }
  return groups;
}

/** Two neighboring pieces with the words that stand between them in the text. */
function joined(text: string, before: string, piece: string): string | undefined {
  const line = oneLine(text);
  const start = line.indexOf(before);
  const next = line.indexOf(piece, start + before.length);
  const between = line.slice(start + before.length, next);
  return start >= 0 && next >= 0 && between.length < 40 && !between.includes(";")
    ? line.slice(start, next + piece.length)
    : undefined;
}
