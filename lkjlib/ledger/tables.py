"""Annex klaim.xlsx: the ledger of statements and of every number the report prints."""

from lkjlib.annexes.declaration import Table, count_column, text_column

KLAIM = (
    Table(
        "klaim.xlsx",
        "Klaim",
        "seluruh laporan: satu baris setiap pernyataan yang dapat dinilai",
        (
            text_column("kode", "Kode", "kode klaim: huruf bagian dan nomor"),
            count_column("baris", "Baris", "", "baris pada edisi teks laporan"),
            text_column("bagian", "Bagian", "bab dan bagian"),
            text_column("tabel", "Tabel", "tabel di bagian itu", boleh_kosong=True),
            text_column("pernyataan", "Pernyataan", "isi pernyataan, diringkas"),
            text_column("tercetak", "Tercetak", "angka atau kata seperti tercetak", persis=True),
            text_column("satuan", "Satuan", "satuan", boleh_kosong=True),
            text_column("jenis", "Jenis", "angka, kata, atau nalar"),
            text_column(
                "ukuran", "Ukuran", "kunci ukuran yang menghitungnya ulang", boleh_kosong=True
            ),
            text_column(
                "vonis_nalar",
                "Vonis Nalar",
                "vonis beralasan, hanya di mana data tak dapat memutuskan",
                boleh_kosong=True,
            ),
            text_column(
                "konsekuensi",
                "Konsekuensi",
                "akibat bila tidak benar: vonis, angka, antartabel, inferensi, bentuk",
                boleh_kosong=True,
            ),
            text_column("alasan", "Alasan", "mengapa", boleh_kosong=True),
            text_column("saran", "Saran", "kalimat pengganti", boleh_kosong=True),
            text_column("catatan", "Catatan", "catatan pemeriksa", boleh_kosong=True),
            count_column("temuan", "Temuan", "", "nomor temuan bersama", boleh_kosong=True),
            text_column(
                "berlaku",
                "Berlaku",
                "syarat alasan, saran, dan vonis nalar, atas ukuran; bila tidak lagi terpenuhi, "
                "ketiganya perlu ditulis ulang",
                boleh_kosong=True,
                boleh_tiada=True,
            ),
            text_column(
                "draf",
                "Draf",
                "keadaan pada draf; baris berdraf tanpa ukuran dan vonis nalar belum dinilai",
                boleh_kosong=True,
                boleh_tiada=True,
            ),
        ),
        kunci=("kode",),
    ),
    Table(
        "klaim.xlsx",
        "Temuan",
        "kumpulan klaim yang sebabnya sama, urut menurut akibat",
        (
            count_column("nomor", "Nomor", "", "nomor temuan"),
            text_column(
                "konsekuensi",
                "Konsekuensi",
                "akibat temuan",
                pilihan=("vonis", "angka", "antartabel", "inferensi", "bentuk"),
            ),
            text_column("judul", "Judul", "isi temuan dalam satu kalimat"),
        ),
        kunci=("nomor",),
        wajib=False,
    ),
    Table(
        "klaim.xlsx",
        "Angka",
        "seluruh laporan: satu baris setiap angka tercetak",
        (
            count_column("baris", "Baris", "", "baris pada edisi teks laporan"),
            count_column("urutan", "Urutan", "", "urutan angka di baris itu"),
            text_column("bagian", "Bagian", "bab dan bagian"),
            text_column("tabel", "Tabel", "tabel di bagian itu", boleh_kosong=True),
            text_column("tercetak", "Tercetak", "angka seperti tercetak", persis=True),
            text_column(
                "jenis", "Jenis", "data, klaim, atau acuan", pilihan=("data", "klaim", "acuan")
            ),
            text_column("rujukan", "Rujukan", "sel lampiran, kode klaim, atau macam acuan"),
            text_column(
                "draf",
                "Draf",
                "keadaan pada draf; angka berdraf belum terhitung terjelaskan",
                boleh_kosong=True,
                boleh_tiada=True,
            ),
        ),
        kunci=("baris", "urutan"),
    ),
)
