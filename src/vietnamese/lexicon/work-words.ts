// The words of the office about its work, folded: what one does with a task, what one speaks of, and what says nothing more.

const list = (text: string): readonly string[] =>
  text
    .split(/[\n,]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");

/** Groups of phrases; a message has a feature when one of its phrases stands in it. The longest phrase wins. */
export const WORK_WORDS = {
  done: list(`xong, hoan thanh, hoan tat, lam roi, lam xong, da lam, nghiem thu, da to chuc, to chuc xong, ban hanh
    da ban hanh, trien khai xong, ket thuc`),
  notDone: list(
    `chua xong, chua hoan thanh, chua lam, chua hoan tat, chua xong dau, con dang do, chua lam xong, chua ket thuc`,
  ),
  doing: list(
    `dang lam, dang trien khai, dang thuc hien, dang tien hanh, bat dau lam, dang xu ly, du kien, dang soan, dang chuan bi`,
  ),
  progress: list(`lam duoc, lam dc, duoc, dat, dat khoang, moi duoc, phan tram, khoang, da duoc, moi lam`),
  obstacle: list(
    `vuong, vuong mac, kho khan, tro ngai, bi ket, bi tac, thieu, khong co, chua co, ket, cham vi, do chua, chua duoc cap`,
  ),
  extend: list(
    `xin lui, lui han, lui, gia han, xin gia han, hoan, xin hoan, hoan lai, doi han, keo dai, doi ngay, them thoi gian, khat`,
  ),
  handover: list(
    `chuyen, giao lai, ban giao, khong phai viec, khong phai cua, khong thuoc, nham don vi, sang cho, khong phu trach`,
  ),
  help: list(`ho tro, can giup, giup do, xin y kien, chi dao, xin chi dao, nho lanh dao, can y kien`),
  undo: list(
    `hoan tac, bam nham, nham, nham roi, ghi nham, bao nham, huy bao, huy bao cao, huy, rut lai, lay lai, bo bao cao, go lai`,
  ),
  remind: list(`nhac, nhac lai, nhac toi, nhac viec, don doc, hoi lai, thuc, giuc, bao lai`),
  mute: list(
    `tat nhac, dung nhac, ngung nhac, khong nhac, thoi nhac, tam dung nhac, tat nhac viec, dung nhac viec, bo nhac`,
  ),
  who: list(`ai, don vi nao, phong nao, co quan nao, ai chu tri, ai phu trach, ai lam, bo phan nao, nhung ai, ai lo, ban nao
    nhung don vi nao, cac don vi nao, cho nao`),
  leads: list(`chu tri, phu trach, phoi hop, dau moi, chiu trach nhiem, lam viec`),
  quote: list(`nguyen van, trich, trich nguyen van, trich dan, van ban ghi, cau chu`),
  photos: list(`xem anh, xem hinh, hinh anh, anh minh chung, minh chung`),
  detail: list(
    `la gi, chi tiet, noi dung, ket qua, den dau, tien do, lam den dau, toi dau, the nao, ra sao, sao roi, cu the, xem`,
  ),
  count: list(`bao nhieu, may, con may, tong so, dem`),
  excel: list(`excel, bang tinh, file excel, xlsx, bang excel, xuat excel, xuat file, tai ve, xuat ra`),
  word: list(
    `word, docx, ban word, file word, du thao, soan, viet, lap, lam bao cao, lay bao cao, xuat bao cao, xuat`,
  ),
  report: list(`bao cao, bc`),
  received: list(
    `loi nhac, da nhan, nhan roi, nhan duoc, ok nhan, da ro, ro roi, biet roi, da biet, tiep thu, nhan duoc roi, da nhan duoc, ghi nhan`,
  ),
  task: list(`viec, cong viec, nhiem vu, dau viec, cong tac, viec lam`),
  listing: list(
    `danh sach, liet ke, lich, lich viec, bang viec, ke ra, tat ca, toan bo, nhung, cac, gi, nao, cho xem, con`,
  ),
  late: list(
    `qua han, tre han, tre, cham, cham tre, bi cham, tre roi, qua ngay, cham han, ton dong, no han, cham tien do`,
  ),
  soon: list(`sap den han, sap toi han, gan den han, gan toi han, sap het han`),
  due: list(
    `den han, toi han, han, thoi han, phai xong, can xong, phai lam, can lam, phai hoan thanh, phai nop, phai bao cao, lam gi`,
  ),
  open: list(`chua xong, dang mo, con lai, ton, chua hoan thanh, chua lam, dang do, con mo, chua bao xong`),
  recent: list(
    `moi xong, vua xong, da xong, xong roi, moi hoan thanh, vua hoan thanh, da hoan thanh, moi bao xong`,
  ),
  silent: list(
    `chua bao cao, chua bao, chua gui, chua nop, chua co bao cao, chua phan hoi, chua tra loi, im lang, khong bao cao, chua thay bao`,
  ),
  overview: list(
    `tinh hinh, tong quan, tong hop, tong the, chung, tinh hinh chung, tinh hinh the nao, hien trang`,
  ),
  approve: list(`duyet, duyet het, chua duyet, cho duyet, can duyet, duyet viec, phe duyet`),
  assign: list(`giao, giao viec, phan cong, giao cho, chi dinh, giao them`),
  figures: list(`so lieu, chi tieu, cac chi tieu, bang so lieu`),
  mine: list(`cua toi, cua minh, cua em, don vi toi, don vi minh, phong toi, phong minh, phong em, cua don vi, don vi em, co quan toi
    cua phong, don vi, chung toi, ben em, cua e, phong e`),
  calendar: list(`lich dien thoai, dia chi lich, lich cua toi, google calendar, them vao lich`),
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type WorkFeature = keyof typeof WORK_WORDS;

/** What says nothing of work: politeness, particles, small words of an office. */
export const WORK_FILLERS: ReadonlySet<string> = new Set(
  list(`a, ah, co, nhe, nha, nhen, em, e, anh, chi, bac, chu, ban, oi, di, giup, gium, toi, tui, minh, m, voi, cho, xin, da, vang, u, luon
    cai, con, cung, hay, muon, roi, rui, r, duoc, dc, thi, la, ma, o, va, trong, cua, ngay, vao, den, toi, tu, se, dang, can, de, nghi
    biet, xem, nay, do, kia, cac, nhung, mot, gi, nao, khong, ko, k, chua, co, phai, bao, ghi, kinh, gui, dong, chi, thoi, ok, oke, cam
    on, the, vay, y, ha, nhi, thoi, ne, lai, thay, deu, het, ve, hoi, han, lan, nua, them, moi, vua, hien, so, luc, gio, sang
    chieu, nhanh, gap, nho, lam, on, lay, tra, thong, bao, cao, that, qua, file, ban, danh, viec, mai, len, xuong, ra, dung, sap, truoc, tinh`),
);
