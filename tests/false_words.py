"""Alterations of the frozen annexes, and the words that each makes false."""

TARGET, HASIL = ("kinerja.xlsx", "Perjanjian Kinerja"), ("kinerja.xlsx", "Capaian")
ACUAN, INDIKATOR = ("kinerja.xlsx", "Pembanding"), ("kinerja.xlsx", "Indikator")
KERAGAAN, PERINGKAT = ("koperasi.xlsx", "Keragaan"), ("koperasi.xlsx", "Pemeringkatan")
BARU, NAIK = ("umkm.xlsx", "UMKM Baru"), ("umkm.xlsx", "Kenaikan Omzet")
TOTAL = ("umkm.xlsx", "Total Omzet")
IDLE, FORCE = ("ketenagakerjaan.xlsx", "Pengangguran"), ("ketenagakerjaan.xlsx", "Angkatan Kerja")
WILAYAH, TPAK = ("ketenagakerjaan.xlsx", "TPT Wilayah"), ("ketenagakerjaan.xlsx", "TPAK")
PROGRAM, PK = ("anggaran.xlsx", "Program Kegiatan"), ("anggaran.xlsx", "Perjanjian Kinerja")

# women below men in rate and number; the working and sheet TPAK follow
MEN_HIGHER = (
    (IDLE, {"D13": 4482, "D14": 1698}),
    (FORCE, {"E13": 73173, "E14": 42810}),
    (TPAK, {"E7": 1698}),
)
MET = ((TARGET, {"E5": 20}),)
STRICT = ((TARGET, {"E5": 40, "E6": 30, "E7": 12, "E8": 5, "E9": 2}),)
MIXED = ((TARGET, {"E5": 20, "E6": 30, "E7": 12, "E8": 5, "E9": 2}),)
ROUNDED_LESS = ((HASIL, {"H9": 10.23, "I9": 102.29}),)

KASUS, WAJIB = ("kasus.xlsx", "Kasus"), ("kasus.xlsx", "Wajib Lapor")

# alteration -> words that it makes false, wherever they may stand
FALSE = {
    "every target met": (
        MET,
        ["satu tidak: persentase koperasi", "Four of five targets", "ikut disebut tercapai"],
    ),
    "no category changes": (
        ROUNDED_LESS,
        ["Satu kategori berubah bila dihitung ulang", "exactly on target",
         "melewati batas kategori", "kategorinya naik satu tingkat"],
    ),
    "koperasi met": (
        MET,
        ["di luar jangkauan", "cooperatives was missed", "out of reach",
         "Target 2019 tidak tercapai",
         "belum cukup untuk target", "target tidak dapat dicapai"],
    ),
    "koperasi rises first": (
        ((HASIL, {"D7": 18}),),
        ["Penurunan pada 2018", "Penurunan 2018", "fall in 2018", "Realisasi turun pada 2018"],
    ),
    "wirausaha missed": (
        ((TARGET, {"E6": 40}),),
        ["Kedua target tercapai", "Kedua target 2019 tercapai", "Both targets were met",
         "bergantung pada belasan"],
    ),
    "wirausaha falls": (
        ((HASIL, {"F8": 30}),),
        ["kenaikannya sejak awal", "its rise since", "Kenaikan sejak 2017", "Rasio naik",
         "naik dari tahun ke tahun"],
    ),
    "another bidang leads": (
        ((BARU, {"I7": 200, "J7": 300}),),
        ["Kuliner bidang terbesar", "Kuliner mencakup", "Bidang Lainnya sebaliknya"],
    ),
    "another kecamatan leads": (
        ((BARU, {"C10": 20, "J10": 72}),),
        ["Landasan Ulin jauh di atas", "jauh lebih banyak daripada yang sepadan"],
    ),
    "omzet missed": (
        ((TARGET, {"E7": 12}),),
        ["Kedua target tercapai", "Kedua target 2019 tercapai", "Both targets were met",
         "Target omzet terlampaui", "naik melebihi target", "kelebihannya Rp"],
    ),
    "omzet falls": (
        ((TOTAL, {"C7": 42_000_000_000}),),
        ["Jumlah omzet naik", "menurunkan kategori", "their total grew",
         "Target omzet terlampaui"],
    ),
    "tpt missed": (
        ((TARGET, {"E8": 5}),),
        ["Target tercapai, tetapi", "unemployment target was met",
         "target tercapai, dan target RPJMD",
         "Target tahun ini dan target RPJMD lebih longgar", "di bawah target tahunan"],
    ),
    "tpt rises": (
        ((HASIL, {"F10": 5}),),
        ["turun dua tahun berturut-turut", "Realisasi turun dua kali", "turun 0,06"],
    ),
    "men have the higher rate": (
        MEN_HIGHER,
        ["perempuan lebih tinggi tingkatnya", "perempuan berlebih", "women are over-represented",
         "dan perempuan lebih banyak", "naiknya penganggur perempuan", "TPT perempuan naik"],
    ),
    "another class of education leads": (
        ((IDLE, {"D8": 2891, "D9": 1069}),),
        ["Lulusan SMA", "Senior secondary", "penyumbang terbesar sesuai data"],
    ),
    "a neighbour changes sides": (
        ((ACUAN, {"H9": 4}), (WILAYAH, {"D9": 4})),
        ["di bawah Banjarmasin", "Banjarmasin lebih tinggi lagi"],
    ),
    "national reference met": (
        ((ACUAN, {"E9": 5.5}),),
        ["acuan nasional terlewat", "Acuan nasional terlewat", "national reference was missed"],
    ),
    "kasus missed": (
        ((WAJIB, {"C6": 399}),),
        ["tanpa sisa", "without a single case", "terpenuhi menurut cacah kasus",
         "sedikit di bawah target", "kasus terakhir yang masih memenuhi"],
    ),
    "kasus rises": (
        ((HASIL, {"F11": 2}),),
        ["turunnya jumlah kasus", "Turunnya persentase", "lalu turun pada 2019",
         "berkurang sejak 2018", "a fall in the number"],
    ),
    "women take part more": (
        ((TPAK, {"D6": 45}),),
        ["Turunnya TPAK perempuan tidak menjelaskan"],
    ),
    "budget of the agreement is that of the table": (
        ((PK, {"D8": 676_133_000, "D9": 77_393_500}),),
        ["tidak memuat anggaran yang sama", "Dua program tercatat berbeda",
         "disagree for two", "Anggaran dua program UMKM"],
    ),
}  # fmt: skip


# what charts and the ledger say besides, under the same alterations
SHOWN = {
    "koperasi met": ["target 30 % tidak tercapai", "30 % di luar jangkauan"],
    "koperasi rises first": ["Koperasi berkualitas turun lalu naik", "turun dahulu, lalu naik"],
    "wirausaha missed": ["target 23,97 % tercapai"],
    "wirausaha falls": [
        "Wirausaha baru naik ke", "naik dua kali berturut-turut",
    ],
    "another bidang leads": ["Kuliner 49,3 %", "kuliner merupakan bidang terbanyak"],
    "another kecamatan leads": ["fashion Cempaka 58, kuliner Landasan Ulin 52"],
    "omzet missed": ["target 10 % tercapai"],
    "omzet falls": ["totalnya naik"],
    "tpt missed": ["target 6,10 % lebih longgar"],
    "tpt rises": ["TPT turun ke", "TPT turun 0,06", "TPT turun 0,14", "Penurunan TPT dibaca"],
    "another class of education leads": ["SMA dan perempuan berlebih"],
    "national reference met": ["belum mencapai target nasional"],
    "kasus rises": ["naik lalu turun ke 2,38 %", "Deret 2017–2019 naik dahulu"],
    "women take part more": [
        "Turunnya TPAK", "TPAK perempuan turun", "sedangkan TPAK perempuan turun",
    ],
}  # fmt: skip
# the same words where another sentence says them of something else
ELSEWHERE = {
    "Kenaikan sejak 2017",  # ... tidak dapat dipecah: of two fractions, whichever way they went
    "Rasio naik",  # ... dari 2017 ke 2019, whatever lies between
    "ikut disebut tercapai",  # of a sasaran whose printed capaian is below 100
    "tanpa sisa",  # of a division into parts
}
