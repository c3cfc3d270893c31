/* A choice, and the address that holds it: #rincian=pendidikan&ukuran=tpt&acuan=kota&… */
(() => {
  "use strict";
  const { data, acuan, versi } = window.eksplorasi;

  /* a choice made whole: what is missing or unknown becomes the default, and is named */
  function lengkapi(mentah) {
    const keluhan = [];
    const salah = (nama) => {
      if (mentah[nama] !== undefined) keluhan.push(`${nama} "${mentah[nama]}"`);
    };
    const salahSatu = (nama, daftar, bawaan) => {
      if (daftar.includes(mentah[nama])) return mentah[nama];
      salah(nama);
      return bawaan;
    };
    const bilangan = (nama) => {
      const nilai = Number(mentah[nama]), [rendah, tinggi] = data.batas[nama];
      if (mentah[nama] && nilai >= rendah && nilai <= tinggi) return nilai;
      salah(nama);
      return data[nama];
    };
    const hasil = {
      rincian: salahSatu("rincian", Object.keys(data.rincian), Object.keys(data.rincian)[0]),
      gabung: false,
      ukuran: salahSatu("ukuran", Object.keys(data.ukuran), "tpt"),
      n: bilangan("n"),
      deff: bilangan("deff"),
    };
    hasil.gabung = mentah.gabung === "1" && "gabung" in data.rincian[hasil.rincian];
    const { kelompok, andaian } = versi(hasil), semua = acuan(hasil).map((a) => a.kunci);
    hasil.acuan = salahSatu("acuan", semua, "kota");
    hasil.kelompok = salahSatu("kelompok", kelompok.map((k) => k.kunci), andaian[0]);
    hasil.seperti = salahSatu("seperti", semua, andaian[1]);
    return { hasil, keluhan };
  }

  const keAlamat = (p) => `#${new URLSearchParams({ ...p, gabung: p.gabung ? "1" : "0" })}`;
  const dariTeks = (alamat) => Object.fromEntries(new URLSearchParams(alamat.slice(1)));

  Object.assign(window.eksplorasi, { lengkapi, keAlamat, dariTeks });
})();
