/* The arithmetic of Eksplorasi TPT and its sentences: what lkjlib.themes.tpt computes in Python
   (precision, references, exploration, what_if) and its charts_exploration says, repeated for
   the page.
   tests/system/test_browser_exploration.py holds every number and sentence against them. */
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("eksplorasi-data").textContent);
  const ANDAL = "andal", HATI_HATI = "hati-hati", TIDAK_ANDAL = "tidak andal";
  const KOTA = "kota", KELOMPOK = "kelompok";
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
  const asumsi = ({ n, deff }) => `asumsi n = ${angka(n)} orang AK, efek rancangan ${deffTeks(deff)}`;

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

  /* every reference of a choice: name, short name, key, kind, counts, rate and standard error; a
     printed rate stands per 100. Counts, so that a group set against itself keeps its own number */
  function acuan(pilihan) {
    const { n, deff } = pilihan;
    const { kelompok } = versi(pilihan), semua = jumlah(kelompok);
    const tetap = data.acuan.map((a) => {
      if (a.jenis === KOTA) {
        const tpt = (semua.penganggur / semua.angkatan_kerja) * 100;
        return { ...a, ...semua, tpt, ringkas: data.wilayah_pendek };
      }
      const galat = a.jenis === "wilayah" ? galatBaku(a.tpt, n, deff) : 0;
      return { ...a, ringkas: a.nama, galat, penganggur: a.tpt, angkatan_kerja: 100 };
    });
    return [...tetap, ...ketelitian(kelompok, n, deff).map((k) => ({ ...k, jenis: KELOMPOK }))];
  }
  const cari = (daftar, kunci) => daftar.find((satu) => satu.kunci === kunci);
  const harapan = (acu, angkatan_kerja) => (angkatan_kerja * acu.penganggur) / acu.angkatan_kerja;

  /* standard error of a group's distance from the whole that holds it */
  function galatDariSemua(k, kota, { n, deff }) {
    const pangsa = k.angkatan_kerja / kota.angkatan_kerja;
    if (pangsa === 1) return 0;
    const lain = kota.angkatan_kerja - k.angkatan_kerja;
    const tpt = ((kota.penganggur - k.penganggur) / lain) * 100;
    return (1 - pangsa) * Math.hypot(k.galat, galatBaku(tpt, n, deff) / Math.sqrt(1 - pangsa));
  }

  /* the same from any reference */
  function galatSelisih(k, acu, kota, pilihan) {
    if (acu.jenis === KOTA) return galatDariSemua(k, kota, pilihan);
    return acu.jenis === KELOMPOK && k.nama === acu.nama ? 0 : Math.hypot(k.galat, acu.galat);
  }

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
    const { terhadap } = data.ukuran[pilihan.ukuran];
    return kelompok.map((k) => {
      const wajar = harapan(acu, k.angkatan_kerja);
      const ukur = (u) => hitung(u, wajar, k, kota);
      const batas = (galat) =>
        hitung(((data.z * galat) / 100) * k.angkatan_kerja, 0, k, kota);
      const galat = galatSelisih(k, acu, kota, pilihan);
      const lebar = batas({
        [KELOMPOK]: k.galat, [KOTA]: galatDariSemua(k, kota, pilihan), acuan: galat,
      }[terhadap]);
      const nilai = ukur(k.penganggur), pembanding = ukur(wajar), bawah = nilai - lebar;
      const luar = Math.abs(k.tpt - acu.tpt) > data.z * galat;
      const sendiri = acu.jenis === KELOMPOK && k.nama === acu.nama;
      const isi = sendiri ? SENDIRI : catatan(k, luar);
      return {
        kategori: k.nama, ringkas: k.ringkas, nilai, acuan: pembanding, selisih: nilai - pembanding,
        margin: batas(galat), bawah: terhadap === "acuan" ? bawah : Math.max(bawah, 0),
        atas: nilai + lebar, catatan: isi, keraguan: keraguan(isi), sendiri,
      };
    });
  }

  /* groups that may be compared, the farthest from the reference first; those beyond the error */
  function terjauh(tabel) {
    const layak = tabel.filter((b) => !b.keraguan && !b.sendiri)
      .sort((a, b) => Math.abs(b.selisih) - Math.abs(a.selisih));
    const luar = layak.filter((b) => b.catatan.includes("melebihi"));
    return { layak, luar, puncak: luar[0] ?? layak[0] ?? null };
  }

  /* names as a list in a sentence, as lkjlib's sebut_daftar */
  function daftarkan(nama) {
    if (nama.length < 2) return nama.join("");
    return `${nama.slice(0, -1).join(", ")} dan ${nama.at(-1)}`;
  }

  function judul(pilihan, acu, tabel) {
    const { layak, luar, puncak } = terjauh(tabel);
    if (!puncak) {
      return `Tidak ada kelompok yang cukup andal untuk dibandingkan dengan ${acu.ringkas}`;
    }
    if (layak.length > 1 && Math.abs(puncak.selisih) < 1e-9) {
      return `Tidak ada kelompok yang berbeda dari ${acu.ringkas}`;
    }
    const u = data.ukuran[pilihan.ukuran];
    const satuan = pilihan.ukuran === "tpt" ? " poin" : u.singkat;
    const jauh = `${puncak.ringkas} ${bertanda(puncak.selisih, u.desimal)} ± `
      + `${angka(puncak.margin, u.desimal)}${satuan} terhadap ${acu.ringkas}`;
    if (luar.length) {
      const lain = luar.slice(1).map((b) => b.ringkas);
      return `${jauh}, melebihi galat${lain.length ? `, begitu pula ${daftarkan(lain)}` : ""}`;
    }
    if (layak.length < 2) return `${jauh}, di dalam galat`;
    const semua = tabel.some((b) => b.keraguan) ? "yang dapat dibandingkan" : "kelompok";
    return `${jauh}, di dalam galat, seperti semua ${semua}`;
  }

  function kata(pilihan, acu, tabel) {
    const u = data.ukuran[pilihan.ukuran], { label } = data.rincian[pilihan.rincian];
    const isi = tabel.map((b) =>
      `${b.kategori} ${angka(b.nilai, u.desimal)}${u.singkat} `
      + `(selisih ${bertanda(b.selisih, u.desimal)} ± ${angka(b.margin, u.desimal)})`);
    return {
      judul: judul(pilihan, acu, tabel),
      subjudul: `${u.judul}, ${u.satuan}, menurut ${label}; ${data.wilayah_pendek}, ${data.tahun}. `
        + "Batang: galat selisihnya dari acuan, 95 %; yang menyentuh acuan di dalam galat",
      sumber: `${data.laporan}, Bab III, tabel angkatan kerja (BPS). Galat dihitung dari `
        + `${asumsi(pilihan)}; laporan tidak mencetak galat.`,
      kaki: pilihan.gabung ? "* Kelas pendidikan terendah digabung." : "",
      alt: `${u.judul} menurut ${label}, acuan ${acu.ringkas}. ${isi.join("; ")}.`,
    };
  }

  function andaian(pilihan, daftar) {
    const kota = jumlah(versi(pilihan).kelompok), tempat = data.wilayah_pendek;
    const k = cari(daftar, pilihan.kelompok), s = cari(daftar, pilihan.seperti);
    const orang = harapan(s, k.angkatan_kerja), selisih = k.penganggur - orang;
    const sekarang = (kota.penganggur / kota.angkatan_kerja) * 100;
    const nanti = ((kota.penganggur - k.penganggur + orang) / kota.angkatan_kerja) * 100;
    const batas = data.z * galatSelisih(k, s, kota, pilihan);
    const batasOrang = (batas / 100) * k.angkatan_kerja;
    const batasKota = (batasOrang / kota.angkatan_kerja) * 100;
    const angkaAndaian = [
      [`TPT ${k.nama} [%]`, k.tpt, s.tpt, batas, 2],
      [`penganggur ${k.nama} [orang]`, k.penganggur, orang, batasOrang, 0],
      [`TPT ${tempat} [%]`, sekarang, nanti, batasKota, 2],
    ];
    const [gerak, arah] = selisih >= 0 ? ["berkurang", "turun"] : ["bertambah", "naik"];
    const letak = Math.abs(selisih) > batasOrang ? "melebihi" : "di dalam";
    return {
      kalimat: `Andaikan TPT ${k.nama} (${persen(k.tpt)}) sama dengan `
        + `${s.jenis === KOTA ? tempat : s.nama} (${persen(s.tpt)}), penganggur ${gerak} `
        + `${angka(Math.abs(selisih))} ± ${angka(batasOrang)} orang, dari ${angka(k.penganggur)} `
        + `menjadi ${angka(orang)}, dan TPT ${tempat} ${arah} `
        + `${angka(Math.abs(sekarang - nanti), 2)} ± ${angka(batasKota, 2)} poin, dari `
        + `${persen(sekarang)} menjadi ${persen(nanti)}. Perubahan itu ${letak} galat survei `
        + `(${asumsi(pilihan)}). Hitungan, bukan ramalan.`,
      ragu: [...new Set([k, s])].filter((a) => a.tanda === TIDAK_ANDAL || a.ragu),
      angka: angkaAndaian.map(([uraian, a, b, margin, desimal]) => (
        { uraian, sekarang: a, andaian: b, selisih: b - a, margin, desimal })),
    };
  }

  function kode(pilihan, daftar) {
    const r = pilihan.rincian, gabung = pilihan.gabung ? ", gabung=True" : "";
    const nama = (kunci) => JSON.stringify(cari(daftar, kunci).nama);
    return `lkj.eksplorasi(data, "${r}", ukuran="${pilihan.ukuran}", `
      + `acuan=${nama(pilihan.acuan)}, n=${pilihan.n}, deff=${pilihan.deff}${gabung})\n`
      + `lkj.andaikan(data, "${r}", ${nama(pilihan.kelompok)}, `
      + `seperti=${nama(pilihan.seperti)}, n=${pilihan.n}, deff=${pilihan.deff}${gabung})`;
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
