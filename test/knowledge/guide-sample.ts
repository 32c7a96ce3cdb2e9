/** A whole guide about nothing real, for tests that spoil one thing in it. */
export const sample = `---
title: Gấp thuyền giấy như thế nào?
audience: [resident, elderly]
phone: any
needs:
  - Một tờ giấy
  - Kéo nhỏ
time: Khoảng 5 phút
cost: Miễn phí
keywords: [thuyền giấy]
asks:
  - Gấp thuyền giấy ra sao?
  - Làm thuyền giấy kiểu gì?
  - Mần răng cho ra cái thuyền giấy?
  - Chỉ tôi gấp thuyền
  - Thuyền giấy gấp mấy bước?
  - Thuyền bị ướt thì sao?
urgent: false
related: []
sources:
  - publisher: Báo Thử
    title: Thuyền giấy
    date: 2026-03-02
    url: https://thuyen.gov.vn/gap
    figures: [5 phút, "12"]
checkedOn: 2026-11-20
checked: Gấp thử một chiếc.
reviewAfter: 2027-05-20
---

Ông bà, anh chị có một chiếc thuyền giấy.

## Các bước

1. Gấp đôi tờ giấy.
2. Bấm “Gấp tiếp” trên màn hình.
3. Kéo hai góc ra.

## Hay gặp

- Giấy rách: thay tờ khác.
- Thuyền chìm: dùng giấy có 12 ô.

## An toàn

Không chơi gần nước sâu.

## Gặp ai

Gọi 113 khi có người rơi xuống nước.
`;
