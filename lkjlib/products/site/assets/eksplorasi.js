/* The controls: they and the address hold one choice, everything else is drawn from it. */
(() => {
  "use strict";
  const { data, hitung, acuan, versi, angka, bertanda, persen, deffTeks } = window.eksplorasi;
  const { gambar, csv, png, unduh, lengkapi, keAlamat, dariTeks } = window.eksplorasi;
  const ambil = (id) => document.getElementById(`ek-${id}`);
  const kendali = document.querySelector(".ek-kendali");
  const JENIS = {
    target: "Target", wilayah: "Wilayah lain", provinsi: "Provinsi", kelompok: "Kelompok",
  };
  let pilihan, lebar;

  function dariAlamat() {
    const { hasil, keluhan } = lengkapi(dariTeks(location.hash));
    ambil("keluhan").textContent = keluhan.length
      ? `Tidak dikenal pada alamat: ${keluhan.join(", ")}; dipakai nilai bawaan.` : "";
    tampilkan(hasil);
  }

  function simpan() {
    ambil("keluhan").textContent = "";
    if (location.hash !== keAlamat(pilihan)) location.hash = keAlamat(pilihan);
  }

  /* change part of the choice; what no longer exists in the new breakdown becomes the default */
  function ubah(bagian) {
    const mentah = { ...pilihan, ...bagian };
    tampilkan(lengkapi({ ...mentah, gabung: mentah.gabung ? "1" : "0" }).hasil);
  }

  /* a number keeps its sign of percent, and its error, on its line */
  const rapat = (isi) => isi.replace(/(\d) %/g, "$1\u00a0%").replace(/ ± /g, "\u00a0±\u00a0");

  function tulis(id, isi) {
    const teks = rapat(isi);
    if (ambil(id).textContent !== teks) ambil(id).textContent = teks; // else it is read out again
  }

  function unsur(tag, isi, sifat = {}) {
    const hasil = document.createElement(tag);
    if (Array.isArray(isi)) hasil.append(...isi);
    else hasil.textContent = isi;
    for (const [nama, nilai] of Object.entries(sifat)) hasil.setAttribute(nama, nilai);
    return hasil;
  }

  function isiPilihan(id, daftar, terpilih) {
    const pilih = ambil(id), ada = [...pilih.options].map((o) => o.value).join();
    if (ada !== daftar.map((d) => d.kunci).join()) {
      const jenis = [...new Set(daftar.map((d) => d.jenis))];
      pilih.replaceChildren(...jenis.flatMap((j) => {
        const isi = daftar.filter((d) => d.jenis === j).map((d) => new Option(d.label ?? d.nama, d.kunci));
        return j && isi.length > 1 ? [unsur("optgroup", isi, { label: JENIS[j] })] : isi;
      }));
    }
    pilih.value = terpilih;
  }

  function tampilkanKendali() {
    const semua = acuan(pilihan), { elements } = kendali;
    elements.rincian.value = pilihan.rincian;
    elements.gabung.checked = pilihan.gabung;
    elements.gabung.disabled = !("gabung" in data.rincian[pilihan.rincian]);
    const ukuran = Object.entries(data.ukuran).map(([kunci, u]) => ({ kunci, nama: u.judul }));
    isiPilihan("ukuran", ukuran, pilihan.ukuran);
    isiPilihan("acuan", semua, pilihan.acuan);
    isiPilihan("kelompok", versi(pilihan).kelompok, pilihan.kelompok);
    isiPilihan("seperti", semua, pilihan.seperti);
    for (const [nama, isi] of [["n", angka(pilihan.n)], ["deff", deffTeks(pilihan.deff)]]) {
      ambil(nama).value = pilihan[nama];
      ambil(nama).setAttribute("aria-valuetext", isi);
      tulis(`${nama}-angka`, isi);
    }
  }

  /* the full name of a group, and the short one that eksplorasi.css shows where there is no room */
  const namaGanda = (b) => (b.kategori === b.ringkas ? b.kategori : [
    unsur("span", b.kategori, { class: "ek-panjang" }),
    unsur("span", b.ringkas, { class: "ek-pendek", title: b.kategori }),
  ]);

  /* a table: caption, headings, rows of cells; `kelas` gives a row its class */
  function isiTabel(id, idNama, nama, kepala, baris) {
    const sel = (isi, j, tag) => unsur(tag, isi, {
      ...(tag === "th" ? { scope: "row" } : {}), ...(kepala[j][1] ? { class: "angka" } : {}) });
    const atas = kepala.map(([isi, kanan]) =>
      unsur("th", isi, { scope: "col", ...(kanan ? { class: "angka" } : {}) }));
    const isi = baris.map(({ sel: daftar, kelas }) => unsur("tr",
      daftar.map((satu, j) => sel(satu, j, j ? "td" : "th")), kelas ? { class: kelas } : {}));
    ambil(id).replaceChildren(unsur("caption", nama, { id: idNama }),
      unsur("thead", [unsur("tr", atas)]), unsur("tbody", isi));
  }

  function tampilkanTabel(hasil) {
    const u = data.ukuran[pilihan.ukuran], teks = (x) => angka(x, u.desimal);
    const kepala = [["Kelompok"], ["Nilai", 1], ["Rentang 95\u00a0%", 1], ["Acuan", 1],
      ["Selisih ± galat", 1], ["Catatan"]];
    const nama = `${u.judul}, ${u.satuan}; acuan: ${hasil.acuan.label ?? hasil.acuan.nama}`;
    isiTabel("tabel", "ek-nama-tabel", nama, kepala, hasil.baris.map((b) => ({
      sel: [namaGanda(b), teks(b.nilai), `${teks(b.bawah)} – ${teks(b.atas)}`, teks(b.acuan),
        `${bertanda(b.selisih, u.desimal)} ± ${teks(b.margin)}`, b.catatan],
      kelas: b === hasil.puncak ? "ek-puncak" : b.keraguan ? "ek-ragu" : "",
    })));
  }

  function tampilkanAndaian({ andaian }) {
    tulis("kalimat", andaian.kalimat);
    const sebab = (k) => (k.ragu ? "pemisahan kelasnya meragukan" : k.tanda);
    const nama = andaian.ragu.map((k) => `${k.nama} (${sebab(k)})`);
    tulis("peringatan", nama.length ? `Jangan dijadikan dasar: ${nama.join(" dan ")}.` : "");
    isiTabel("andai-tabel", "ek-nama-andaian", "Andaian dalam angka",
      [["Uraian"], ["Sekarang", 1], ["Andaian", 1], ["Selisih ± galat", 1]],
      andaian.angka.map((a) => ({ sel: [a.uraian, angka(a.sekarang, a.desimal),
        angka(a.andaian, a.desimal),
        `${bertanda(a.selisih, a.desimal)} ± ${angka(a.margin, a.desimal)}`] })));
  }

  function tampilkan(baru) {
    pilihan = baru;
    const hasil = hitung(pilihan), { kota } = hasil, ukuran = data.ukuran[pilihan.ukuran];
    tampilkanKendali();
    tulis("arti", `${ukuran.judul}: ${ukuran.arti}`);
    tulis("asumsi", "n dan efek rancangan adalah asumsi; laporan tidak mencetak galat. Dengan pilihan ini "
      + `galat baku TPT ${data.wilayah_pendek} ${angka(kota.galat, 2)} poin: ${persen(kota.tpt)} dibaca sebagai `
      + `${angka(kota.bawah, 2)} sampai ${persen(kota.atas)}.`);
    tulis("judul", hasil.kata.judul);
    tulis("subjudul", hasil.kata.subjudul);
    tulis("sumber", `Sumber: ${hasil.kata.sumber} ${hasil.kata.kaki}`);
    ambil("kode").textContent = hasil.kode;
    tampilkanTabel(hasil);
    tampilkanAndaian(hasil);
    gambarkan();
  }

  function gambarkan() {
    const wadah = ambil("grafik");
    lebar = wadah.clientWidth;
    wadah.innerHTML = gambar(hitung(pilihan), Math.max(lebar, 280));
  }

  async function unduhkan(buat, akhiran) {
    const p = pilihan;
    const nama = `tpt-${data.tahun}-${p.rincian}-${p.ukuran}-${p.acuan}.${akhiran}`;
    unduh(await buat(hitung(p)), nama.replaceAll("_", "-"));
    tulis("kabar", `${akhiran.toUpperCase()} diunduh.`);
  }

  async function salinTautan() {
    simpan();
    try {
      await navigator.clipboard.writeText(location.href);
      tulis("kabar", "Tautan disalin.");
    } catch {
      tulis("kabar", "Salin alamat halaman ini dari bilah alamat peramban.");
    }
  }

  function isiRincian() {
    const pilih = Object.entries(data.rincian).map(([nilai, { label }]) => unsur("label", [
      unsur("input", "", { type: "radio", name: "rincian", value: nilai }),
      ` ${label[0].toUpperCase()}${label.slice(1)}`]));
    kendali.querySelector("legend").after(...pilih);
  }

  function pasang() {
    isiRincian();
    for (const nama of ["n", "deff"]) {
      [ambil(nama).min, ambil(nama).max] = data.batas[nama];
      ambil(nama).addEventListener("input", () => ubah({ [nama]: ambil(nama).value }));
    }
    const eksplorasi = document.getElementById("eksplorasi");
    eksplorasi.addEventListener("change", ({ target: t }) => {
      ubah({ [t.name]: t.type === "checkbox" ? t.checked : t.value });
      simpan();
    });
    kendali.addEventListener("submit", (kejadian) => kejadian.preventDefault());
    ambil("csv").addEventListener("click", () => unduhkan(csv, "csv"));
    ambil("png").addEventListener("click", () => unduhkan(png, "png"));
    ambil("tautan").addEventListener("click", salinTautan);
    ambil("awal").addEventListener("click", () => {
      tampilkan(lengkapi({}).hasil);
      simpan();
    });
    window.addEventListener("hashchange", () => {
      if (location.hash !== keAlamat(pilihan)) dariAlamat();
    });
    new ResizeObserver(() => {
      if (ambil("grafik").clientWidth !== lebar) gambarkan();
    }).observe(ambil("grafik"));
  }

  pasang();
  dariAlamat();
})();
