import type { CardDesk, CommuneCard } from "../../src/domain/commune-card.ts";

const desk = (more: Partial<CardDesk>): CardDesk => ({
  phone: null,
  address: null,
  hours: null,
  weekend: null,
  who: null,
  ...more,
});

/** A card as an office would fill it in, with numbers that nobody has; the health station's number is left out. */
export const CARD: CommuneCard = {
  locality: "ninh-giang",
  updated: "2026-11-20",
  desks: {
    office: desk({
      phone: "0200.000.0001",
      address: "thôn Mẫu Một, xã Ninh Giang",
      hours: "thứ Hai đến thứ Sáu, 7 giờ 30 đến 11 giờ 30, 13 giờ 30 đến 17 giờ",
    }),
    one_stop: desk({ phone: "0200.000.0002", weekend: "sáng thứ Bảy, 8 giờ đến 11 giờ" }),
    police: desk({ phone: "0200.000.0003", address: "thôn Mẫu Hai" }),
    health: desk({ address: "thôn Mẫu Ba" }),
    digital_help: desk({ who: "Tổ công nghệ số cộng đồng, trực tại nhà văn hóa thôn" }),
    leaders: desk({ hours: "tiếp công dân ngày 10 và 25 hằng tháng" }),
  },
  website: "https://ninhgiang.example.vn",
  zalo: null,
  classes: [
    {
      hamlet: "Thôn Mẫu Một",
      place: "nhà văn hóa thôn",
      time: "tối thứ Ba, 19 giờ 30",
      matter: "dùng VNeID",
    },
  ],
};
