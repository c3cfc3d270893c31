/* What a reader takes away: its table as CSV, its chart as PNG. */
(() => {
  "use strict";
  const { data, lembar } = window.eksplorasi;
  const CSV = ["tahun", "wilayah", "rincian", "ukuran", "satuan", "nama_acuan", "n", "deff",
    "kategori", "nilai", "acuan", "selisih", "margin", "bawah", "atas", "catatan"];
  const GAYA = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap",
    "stroke-linejoin", "paint-order", "font-family", "font-weight"];

  /* text that no spreadsheet takes for a formula, as lkjlib.csv_text has it */
  function csvSel(nilai) {
    const rumus = typeof nilai === "string" && /^[=+\-@\t\r]/.test(nilai);
    const aman = rumus ? `'${nilai}` : String(nilai);
    return /[",\r\n]/.test(aman) ? `"${aman.replaceAll('"', '""')}"` : aman;
  }

  function csv(hasil) {
    const { satuan } = data.ukuran[hasil.pilihan.ukuran];
    const { tahun, wilayah } = data;
    const tetap = { ...hasil.pilihan, tahun, wilayah, satuan, nama_acuan: hasil.acuan.nama };
    const baris = hasil.baris.map((b) => CSV.map((k) => csvSel({ ...tetap, ...b }[k])).join(","));
    const isi = `\ufeff${[CSV.join(","), ...baris].join("\r\n")}\r\n`;
    return new Blob([isi], { type: "text/csv;charset=utf-8" });
  }

  /* the sheet as it looks in print (light), with its style in every element */
  function svgMandiri(hasil) {
    const wadah = document.createElement("div");
    wadah.className = "ek-terang";
    wadah.innerHTML = lembar(hasil);
    document.getElementById("eksplorasi").append(wadah);
    for (const satu of wadah.querySelectorAll("svg *")) {
      const gaya = getComputedStyle(satu);
      for (const sifat of GAYA) satu.style.setProperty(sifat, gaya.getPropertyValue(sifat));
    }
    const teks = new XMLSerializer().serializeToString(wadah.firstElementChild);
    wadah.remove();
    return teks;
  }

  async function png(hasil, perbesaran = 3) {
    const citra = new Image();
    citra.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgMandiri(hasil))}`;
    await citra.decode();
    const kanvas = document.createElement("canvas");
    [kanvas.width, kanvas.height] = [citra.width * perbesaran, citra.height * perbesaran];
    kanvas.getContext("2d").drawImage(citra, 0, 0, kanvas.width, kanvas.height);
    return new Promise((selesai) => { kanvas.toBlob(selesai, "image/png"); });
  }

  function unduh(isi, nama) {
    const tautan = document.createElement("a");
    tautan.href = URL.createObjectURL(isi);
    tautan.download = nama;
    tautan.click();
    setTimeout(() => URL.revokeObjectURL(tautan.href), 10000);
  }

  Object.assign(window.eksplorasi, { csv, csvSel, png, unduh });
})();
