/* The arithmetic of Eksplorasi TPT and its sentences: what lkjlib.themes.tpt computes in Python
   (precision, exploration) and its charts_exploration says, repeated for the page.
   tests/system/test_browser_exploration.py holds every number and sentence against them. */
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("eksplorasi-data").textContent);
  const ANDAL = "andal", HATI_HATI = "hati-hati", TIDAK_ANDAL = "tidak andal";
  const SENDIRI = "kelompok acuan", MERAGUKAN = "pemisahan kelas meragukan";

  const UKURAN = {
    tpt: (u, harapan, k) => (u / k.angkatan_kerja) * 100,
    penganggur: (u) => u,
    kontribusi: (u, harapan, k, kota) => (u / kota.angkatan_kerja) * 100,
    representasi: (u, harapan, k, kota) =>
      u / kota.penganggur / (k.angkatan_kerja / kota.angkatan_kerja),
    kelebihan: (u, harapan) => u - harapan,
  };

  /* the shortest decimal of a number, rounded half up: as text, Intl does not see binary digits */
  function angka(nilai, desimal = 0) {
    const pilihan = { minimumFractionDigits: desimal, maximumFractionDigits: desimal };
    const teks = new Intl.NumberFormat("id-ID", pilihan).format(String(nilai));
    return teks.replace("-", /[1-9]/.test(teks) ? "−" : "");
  }
  const persen = (nilai, desimal = 2) => `${angka(nilai, desimal)} %`;
  function bertanda(nilai, desimal = 0) {
    const teks = angka(nilai, desimal);
    return /^−|^[0,]+$/.test(teks) ? teks : `+${teks}`;
  }
  const deffTeks = (deff) => angka(deff, Number.isInteger(deff) ? 0 : 1);

  function galatBaku(tpt, n, deff) {
    const p = tpt / 100;
    return 100 * Math.sqrt((p * (1 - p) * deff) / n);
  }

  function tandaRse(rse) {
    if (rse <= 25) return ANDAL;
    return rse <= 50 ? HATI_HATI : TIDAK_ANDAL;
  }

  function jumlah(kelompok) {
    const total = (kolom) => kelompok.reduce((hasil, k) => hasil + k[kolom], 0);
    return { penganggur: total("penganggur"), angkatan_kerja: total("angkatan_kerja") };
  }

  function versi(pilihan) {
    const rincian = data.rincian[pilihan.rincian];
    return (pilihan.gabung && rincian.gabung) || rincian.asli;
  }

  /* groups with rate, error and interval [percent]; the sample is spread as the labour force */
  function ketelitian(kelompok, n, deff) {
    const kota = jumlah(kelompok);
    return kelompok.map((k) => {
      const tpt = (k.penganggur / k.angkatan_kerja) * 100;
      const galat = galatBaku(tpt, n * (k.angkatan_kerja / kota.angkatan_kerja), deff);
      const rse = (galat / tpt) * 100;
      const bawah = Math.max(tpt - data.z * galat, 0);
      return { ...k, tpt, galat, rse, bawah, atas: tpt + data.z * galat, tanda: tandaRse(rse) };
    });
  }

  /* every reference of a choice: name, short name, key, kind, rate and standard error */
  function acuan(pilihan) {
    const { n, deff } = pilihan;
    const tetap = data.acuan.map((a) => {
      const galat = a.jenis === "wilayah" ? galatBaku(a.tpt, n, deff) : 0;
      return { ...a, ringkas: a.nama, galat };
    });
    const kelompok = ketelitian(versi(pilihan).kelompok, n, deff);
    return [...tetap, ...kelompok.map((k) => ({ ...k, jenis: "kelompok" }))];
  }
  const cari = (daftar, kunci) => daftar.find((satu) => satu.kunci === kunci);

  function catatan(k, luar) {
    const tanda = k.tanda === ANDAL ? "" : `${k.tanda} (RSE ${persen(k.rse, 0)}); `;
    const isi = k.tanda === TIDAK_ANDAL
      ? `${tanda}tidak dibandingkan`
      : `${tanda}selisih ${luar ? "melebihi" : "di dalam"} galat`;
    return k.ragu ? `${isi}; ${MERAGUKAN}` : isi;
  }

  function keraguan(isi) {
    if (isi.startsWith(TIDAK_ANDAL)) return TIDAK_ANDAL;
    return isi.includes(MERAGUKAN) ? "meragukan" : "";
  }

  function baris(pilihan, acu) {
    const kelompok = ketelitian(versi(pilihan).kelompok, pilihan.n, pilihan.deff);
    const kota = jumlah(kelompok), hitung = UKURAN[pilihan.ukuran];
    return kelompok.map((k) => {
      const harapan = (acu.tpt / 100) * k.angkatan_kerja;
      const ukur = (u) => hitung(u, harapan, k, kota);
      const nilai = ukur(k.penganggur), pembanding = ukur(harapan);
      const luar = Math.abs(k.tpt - acu.tpt) > data.z * Math.hypot(k.galat, acu.galat);
      const isi = k.nama === acu.nama ? SENDIRI : catatan(k, luar);
      return {
        kategori: k.nama, ringkas: k.ringkas, nilai, acuan: pembanding, selisih: nilai - pembanding,
        bawah: ukur((k.bawah / 100) * k.angkatan_kerja),
        atas: ukur((k.atas / 100) * k.angkatan_kerja),
        catatan: isi, keraguan: keraguan(isi), sendiri: isi === SENDIRI,
      };
    });
  }

  /* the group farthest from the reference, of those that may be compared */
  function terjauh(tabel) {
    const layak = tabel.filter((b) => !b.keraguan && !b.sendiri);
    const puncak = layak.reduce(
      (a, b) => (a && Math.abs(a.selisih) >= Math.abs(b.selisih) ? a : b), null);
    return { puncak, banyak: layak.length };
  }

  function judul(pilihan, acu, { puncak, banyak }) {
    if (!puncak) {
      return `Tidak ada kelompok yang cukup andal untuk dibandingkan dengan ${acu.ringkas}`;
    }
    if (banyak > 1 && Math.abs(puncak.selisih) < 1e-9) {
      return `Tidak ada kelompok yang berbeda dari ${acu.ringkas}`;
    }
    const u = data.ukuran[pilihan.ukuran];
    const satuan = pilihan.ukuran === "tpt" ? " poin" : u.singkat;
    const letak = puncak.catatan.includes("di dalam") ? "di dalam" : "di luar";
    return `${puncak.ringkas} ${banyak > 1 ? "paling jauh dari" : "terhadap"} ${acu.ringkas}: `
      + `${bertanda(puncak.selisih, u.desimal)}${satuan}, ${letak} galat`;
  }

  function kata(pilihan, acu, tabel) {
    const u = data.ukuran[pilihan.ukuran], { label } = data.rincian[pilihan.rincian];
    const isi = tabel.map((b) =>
      `${b.kategori} ${angka(b.nilai, u.desimal)}${u.singkat} `
      + `(rentang ${angka(b.bawah, u.desimal)} sampai ${angka(b.atas, u.desimal)})`);
    return {
      judul: judul(pilihan, acu, terjauh(tabel)),
      subjudul: `${u.judul}, ${u.satuan}, menurut ${label}; ${data.wilayah_pendek}, ${data.tahun}. `
        + "Batang: rentang 95 %; dalam kurung: selisih dari acuan",
      sumber: `${data.laporan}, Bab III, tabel angkatan kerja (BPS). Rentang dihitung dari asumsi `
        + `n = ${angka(pilihan.n)} orang AK, deff = ${deffTeks(pilihan.deff)}; `
        + "laporan tidak mencetak galat.",
      kaki: pilihan.gabung ? "* Kelas pendidikan terendah digabung." : "",
      alt: `${u.judul} menurut ${label}, acuan ${acu.ringkas}. ${isi.join("; ")}.`,
    };
  }

  function andaian(pilihan, daftar) {
    const kota = jumlah(versi(pilihan).kelompok);
    const k = cari(daftar, pilihan.kelompok), s = cari(daftar, pilihan.seperti);
    const orang = (s.tpt / 100) * k.angkatan_kerja;
    const sekarang = (kota.penganggur / kota.angkatan_kerja) * 100;
    const nanti = ((kota.penganggur - k.penganggur + orang) / kota.angkatan_kerja) * 100;
    const selisih = k.penganggur - orang;
    const angkaAndaian = [
      [`TPT ${k.nama} [%]`, k.tpt, s.tpt, 2],
      [`penganggur ${k.nama} [orang]`, k.penganggur, orang, 0],
      ["TPT kota [%]", sekarang, nanti, 2],
    ];
    return {
      kalimat: `Andaikan TPT ${k.nama} (${persen(k.tpt)}) sama dengan ${s.nama} `
        + `(${persen(s.tpt)}), penganggur ${selisih >= 0 ? "berkurang" : "bertambah"} `
        + `${angka(Math.abs(selisih))} orang, dari ${angka(k.penganggur)} menjadi `
        + `${angka(orang)}, dan TPT kota menjadi ${persen(nanti)} (sekarang ${persen(sekarang)}). `
        + "Hitungan, bukan ramalan.",
      ragu: [...new Set([k, s])].filter((a) => a.tanda === TIDAK_ANDAL || a.ragu),
      angka: angkaAndaian.map(([uraian, a, b, desimal]) => (
        { uraian, sekarang: a, andaian: b, selisih: b - a, desimal })),
    };
  }

  function kode(pilihan, daftar) {
    const r = pilihan.rincian, gabung = pilihan.gabung ? ", gabung=True" : "";
    const nama = (kunci) => JSON.stringify(cari(daftar, kunci).nama);
    return `lkj.eksplorasi(data, "${r}", ukuran="${pilihan.ukuran}", `
      + `acuan=${nama(pilihan.acuan)}, n=${pilihan.n}, deff=${pilihan.deff}${gabung})\n`
      + `lkj.andaikan(data, "${r}", ${nama(pilihan.kelompok)}, `
      + `seperti=${nama(pilihan.seperti)}${gabung})`;
  }

  /* everything the page shows for a choice */
  function hitung(pilihan) {
    const daftar = acuan(pilihan), acu = cari(daftar, pilihan.acuan);
    const tabel = baris(pilihan, acu);
    const [kota] = ketelitian([jumlah(versi(pilihan).kelompok)], pilihan.n, pilihan.deff);
    return {
      pilihan, acuan: acu, baris: tabel, puncak: terjauh(tabel).puncak, kota,
      kata: kata(pilihan, acu, tabel), andaian: andaian(pilihan, daftar),
      kode: kode(pilihan, daftar),
    };
  }

  window.eksplorasi = {
    data, hitung, acuan, versi, tandaRse, angka, bertanda, persen, deffTeks,
  };
})();
