/* The chart as SVG in the house style: a dot a row, a bar for the error of its distance, the
   reference dashed.
   Colours come from eksplorasi.css (ek-*), so that light, dark and print differ there and only there. */
(() => {
  "use strict";
  const { angka, bertanda, hitung } = window.eksplorasi;
  const TINGGI_BARIS = 44, ATAS = 30, BAWAH = 26, HURUF = 14, KECIL = 12, SEMPIT = 480;

  const aman = (teks) => teks.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const teks = (x, y, isi, kelas = "", letak = "start", ukuran = HURUF) =>
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" class="${kelas}" text-anchor="${letak}" `
    + `font-size="${ukuran}">${aman(isi)}</text>`;
  const garis = (x1, y1, x2, y2, kelas) =>
    `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" `
    + `y2="${y2.toFixed(1)}" class="${kelas}"/>`;

  const pena = document.createElement("canvas").getContext("2d");
  function lebarTeks(isi, ukuran = HURUF, tebal = false) {
    const huruf = getComputedStyle(document.getElementById("eksplorasi")).fontFamily;
    pena.font = `${tebal ? "bold " : ""}${ukuran}px ${huruf}`;
    return pena.measureText(isi).width;
  }

  /* words in lines that fit a width */
  function bungkus(isi, lebar, ukuran, tebal) {
    return isi.split(" ").reduce((semua, kata) => {
      const calon = semua.length ? `${semua.at(-1)} ${kata}` : kata;
      if (semua.length && lebarTeks(calon, ukuran, tebal) <= lebar) semua[semua.length - 1] = calon;
      else semua.push(kata);
      return semua;
    }, []);
  }

  /* what stands beside a row; on a narrow page the error is in the table alone */
  function nilaiTeks(b, ukuran, desimal, sempit) {
    const nilai = angka(b.nilai, desimal);
    if (b.sendiri) return `${nilai} acuan`;
    const galat = sempit ? "" : ` ± ${angka(b.margin, desimal)}`;
    const selisih = `${bertanda(b.selisih, desimal)}${galat}`;
    return ukuran === "kelebihan" ? selisih : `${nilai} (${selisih})`; // there it is the value
  }

  /* ends of the axis: those of the default assumption too, so that a slider moves the bars and
     not the axis as long as they fit */
  function batas(hasil) {
    const { data } = window.eksplorasi;
    const bawaan = hitung({ ...hasil.pilihan, n: data.n, deff: data.deff }).baris;
    const semua = [...hasil.baris, ...bawaan].flatMap((b) => [b.nilai - b.margin, b.nilai + b.margin, b.acuan]);
    const rendah = hasil.pilihan.ukuran === "kelebihan" ? Math.min(...semua) : 0; // bars are cut
    const tinggi = Math.max(...semua), sisa = (tinggi - rendah) * 0.03;
    return [rendah - (rendah < 0 ? sisa : 0), tinggi + sisa];
  }

  function langkah(rentang, paling) {
    const kasar = rentang / paling, pangkat = 10 ** Math.floor(Math.log10(kasar));
    return [1, 2, 2.5, 5, 10].map((k) => k * pangkat).find((l) => l >= kasar - 1e-12);
  }

  function sumbu(rendah, tinggi, x, dasar, lebar) {
    const l = langkah(tinggi - rendah, Math.max(3, Math.min(6, Math.floor(lebar / 70))));
    const desimal = [0, 1, 2].find((d) => Math.abs(l * 10 ** d - Math.round(l * 10 ** d)) < 1e-9);
    let isi = "";
    for (let i = Math.ceil(rendah / l); i * l <= tinggi; i += 1) {
      isi += garis(x(i * l), ATAS - 4, x(i * l), dasar, i === 0 ? "ek-nol" : "ek-kisi");
      isi += teks(x(i * l), dasar + 17, angka(i * l, desimal), "ek-redup", "middle", KECIL);
    }
    return isi;
  }

  function barisGambar(b, y, x, ruang, hasil, desimal) {
    const puncak = b === hasil.puncak;
    const warna = puncak ? "ek-aksen" : b.keraguan ? "ek-baja" : "ek-biru";
    const x1 = Math.max(x(b.nilai - b.margin), ruang.kiri), x2 = x(b.nilai + b.margin);
    const tebal = puncak ? " ek-tebal" : "";
    const nilai = nilaiTeks(b, hasil.pilihan.ukuran, desimal, ruang.sempit);
    const dua = b.keraguan ? 6 : 0;
    return `<rect x="${x1.toFixed(1)}" y="${y - 3.5}" width="${(x2 - x1).toFixed(1)}" height="7" `
      + `rx="3.5" class="${puncak ? "ek-rentang-aksen" : "ek-rentang"}"/>`
      + `<circle cx="${x(b.nilai).toFixed(1)}" cy="${y}" r="6" class="${warna}`
      + `${b.keraguan ? " ek-kosong" : ""}"/>`
      + teks(ruang.kiri - 12, y + 5, b.ringkas, `ek-tinta${tebal}`, "end")
      + teks(ruang.kanan + 10, y + 5 - dua, nilai, `${warna}-teks${tebal}`)
      + teks(ruang.kanan + 10, y + 14, b.keraguan, "ek-baja-teks", "start", KECIL);
  }

  /* the reference: one dashed line, or a mark a row where it differs by row */
  function acuanGambar(hasil, x, ruang, dasar, desimal) {
    const nilai = hasil.baris.map((b) => b.acuan), nama = hasil.acuan.ringkas;
    const sama = Math.max(...nilai) - Math.min(...nilai) < 1e-9;
    const isi = sama ? `${nama} ${angka(nilai[0], desimal)}` : `| menurut ${nama}`;
    const separuh = lebarTeks(isi, KECIL) / 2, tengah = x(nilai[0]);
    const letak = Math.max(Math.min(tengah, ruang.lebar - separuh - 2), separuh + 2);
    const tanda = sama
      ? garis(tengah, ATAS - 8, tengah, dasar, "ek-acuan")
      : nilai.map((n, i) => {
        const y = ATAS + TINGGI_BARIS * (i + 0.5);
        return garis(x(n), y - 12, x(n), y + 12, "ek-tanda");
      }).join("");
    return tanda + teks(letak, ATAS - 13, isi, "ek-tinta", "middle", KECIL);
  }

  function isiGambar(hasil, lebar) {
    const { desimal } = window.eksplorasi.data.ukuran[hasil.pilihan.ukuran];
    const panjang = (daftar) => Math.max(...daftar.map((t) => lebarTeks(t, HURUF, true)));
    const sempit = lebar < SEMPIT;
    const tulisan = (b) => [nilaiTeks(b, hasil.pilihan.ukuran, desimal, sempit), b.keraguan];
    const ruang = {
      lebar,
      sempit,
      kiri: panjang(hasil.baris.map((b) => b.ringkas)) + 14,
      kanan: lebar - 12 - panjang(hasil.baris.flatMap(tulisan)),
    };
    const [rendah, tinggi] = batas(hasil);
    const x = (v) => ruang.kiri + ((v - rendah) / (tinggi - rendah)) * (ruang.kanan - ruang.kiri);
    const dasar = ATAS + TINGGI_BARIS * hasil.baris.length;
    const isi = sumbu(rendah, tinggi, x, dasar, ruang.kanan - ruang.kiri)
      + hasil.baris.map((b, i) =>
        barisGambar(b, ATAS + TINGGI_BARIS * (i + 0.5), x, ruang, hasil, desimal)).join("")
      + acuanGambar(hasil, x, ruang, dasar, desimal);
    return { isi, tinggi: dasar + BAWAH };
  }

  const bingkai = (isi, lebar, tinggi, alt) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${lebar} ${tinggi}" width="${lebar}" `
    + `height="${tinggi}" role="img" aria-label="${aman(alt)}">${isi}</svg>`;

  /* the chart for the page, which writes title and source around it */
  function gambar(hasil, lebar) {
    const { isi, tinggi } = isiGambar(hasil, lebar);
    return bingkai(isi, lebar, tinggi, hasil.kata.alt);
  }

  /* the chart to take away: with title, subtitle and source */
  function lembar(hasil, lebar = 720, tepi = 16) {
    const dalam = lebar - 2 * tepi, { judul, subjudul, sumber, kaki } = hasil.kata;
    let y = tepi, kepala = "";
    const tulis = (isi, ukuran, kelas, tebal = false) => {
      for (const satu of bungkus(isi, dalam, ukuran, tebal)) {
        y += ukuran * 1.25;
        kepala += teks(tepi, y, satu, kelas, "start", ukuran);
      }
    };
    tulis(judul, 20, "ek-tinta ek-tebal", true);
    y += 4;
    tulis(subjudul, 13, "ek-redup");
    y += 12;
    const { isi, tinggi } = isiGambar(hasil, dalam);
    const tengah = `<g transform="translate(${tepi} ${y})">${isi}</g>`;
    y += tinggi + 4;
    tulis(`Sumber: ${sumber} ${kaki}`.trim(), 11, "ek-redup");
    y += tepi;
    const latar = `<rect width="${lebar}" height="${y}" class="ek-latar"/>`;
    return bingkai(latar + kepala + tengah, lebar, y, hasil.kata.alt);
  }

  Object.assign(window.eksplorasi, { gambar, lembar });
})();
