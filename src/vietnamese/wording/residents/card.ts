// What is said of a commune's card and of the list of hotlines.
import type { CommuneField, Desk, DeskField } from "../../../domain/commune-card.ts";

const DESK: Readonly<Record<Desk, string>> = {
  office: "Ủy ban nhân dân",
  one_stop: "Bộ phận một cửa",
  police: "Công an",
  health: "Trạm y tế",
  digital_help: "Người hướng dẫn dùng điện thoại, dịch vụ công",
  leaders: "Lãnh đạo Ủy ban nhân dân",
};
const WHO: Readonly<Record<Desk, string>> = {
  office: "ai phụ trách văn phòng",
  one_stop: "ai phụ trách bộ phận một cửa",
  police: "ai phụ trách, ai trực ở công an",
  health: "ai phụ trách, ai trực ở trạm y tế",
  digital_help: "ai hướng dẫn dùng điện thoại, dịch vụ công",
  leaders: "tên lãnh đạo Ủy ban nhân dân",
};
const FIELD: Readonly<Record<Exclude<DeskField, "who">, string>> = {
  phone: "số điện thoại",
  address: "địa chỉ",
  hours: "giờ làm việc",
  weekend: "việc thứ Bảy, Chủ nhật có làm hay không",
};
const OWN: Readonly<Record<CommuneField, string>> = {
  website: "trang thông tin điện tử",
  zalo: "trang Zalo",
  classes: "lịch lớp học",
};

export const CARD = {
  /** "Công an xã Ninh Giang": in the middle of a sentence its first letter is small, but for "Ủy ban". */
  desk: (desk: Desk, place: string) => `${DESK[desk]} ${place}`,
  line: (what: string, value: string) => `${what}: ${value}`,
  hours: (what: string, value: string) => `${what} làm việc: ${value}`,
  /** The weekend is asked and only the usual hours are written down. */
  hoursOnly: (what: string, value: string) =>
    `${what}: thẻ chưa ghi riêng thứ Bảy, Chủ nhật; giờ làm việc: ${value}`,
  own: (field: CommuneField, place: string) => `${upper(OWN[field])} của ${place}`,
  lesson: (hamlet: string, rest: readonly string[]) => `${hamlet}: ${rest.join("; ")}`,
  title: (place: string, day: string) => `Thẻ thông tin của ${place}, cập nhật ngày ${day}`,
  source: (place: string, day: string) => `Theo thẻ thông tin của ${place}, cập nhật ngày ${day}.`,
  missing: (place: string, what: string) => `Thẻ thông tin của ${place} chưa ghi ${what}.`,
  missingOf: (field: DeskField, desk: Desk) =>
    field === "who" ? WHO[desk] : `${FIELD[field]} của ${lower(DESK[desk])}`,
  missingOwn: (field: CommuneField) => OWN[field],
  askAt: (desk: string, phone: string) => `Xin hỏi ${desk}: ${phone}.`,
  contact: (contact: string) => `Nơi liên hệ: ${contact}.`,
  hotline: (name: string, number: string) => `${name}: ${number}`,
  hotlineUse: (use: string) => `Gọi khi: ${use}.`,
  hotlineSource: (source: string, date: string) => `Nguồn: ${source}${date === "" ? "" : ` (${date})`}.`,
  hotlines: "Danh sách số điện thoại được phép đọc",
} as const;

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** "Ủy ban nhân dân" is a name and keeps its capital. */
const lower = (text: string) =>
  /^(?:Ủy|Lãnh)/u.test(text) ? text.replace(/^L/u, "l") : text.charAt(0).toLowerCase() + text.slice(1);
