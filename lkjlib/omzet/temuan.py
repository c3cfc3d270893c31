"""Findings on omzet as sentences; every number comes from the frames."""

from __future__ import annotations

from math import ceil, floor

from lkjlib.dataset import Data
from lkjlib.findings import Temuan
from lkjlib.formatting import (
    format_angka,
    format_persen,
    format_ringkas_rupiah,
    format_rupiah,
)
from lkjlib.kinerja import satu
from lkjlib.omzet.kelas import median_omzet, sebaran
from lkjlib.omzet.lorenz import (
    AMBANG_MIKRO,
    batas_gini,
    batas_rata_rata,
    pangsa_teratas,
    pita_lorenz,
)
from lkjlib.omzet.pertumbuhan import (
    KODE,
    batas_kenaikan,
    jarak_target,
    kenaikan,
    kenaikan_riil,
    pembulatan,
    pertumbuhan,
)
from lkjlib.verdicts import COCOK, PEMBULATAN, TIDAK_COCOK, TIDAK_DAPAT_DIUJI


def temuan(data: Data) -> tuple[Temuan, ...]:
    """Findings of section 2.2 in the order of the notebook.

    Examples
    --------
    >>> from lkjlib import load
    >>> print(temuan(load(2019))[2].kalimat.partition(":")[0])
    1.313 dari 1.845 usaha (71,17 %) naik paling banyak 10 %
    """
    return (_kategori(data), _nominal(data), _tengah(data), _kelas(data), _sebaran(data))


def _kategori(data: Data) -> Temuan:
    frame = pembulatan(data)
    printed, exact = frame.iloc[0], frame.iloc[-1]
    growth = pertumbuhan(data).iloc[-1]
    return Temuan(
        "Pembulatan realisasi omzet menurunkan kategori capaian.",
        f"Jumlah omzet naik {format_rupiah(growth['kenaikan'])}, yaitu "
        f"{format_angka(growth['kenaikan_persen'], 4)} %. Laporan mencetak "
        f"{format_angka(printed['realisasi'])} %, sehingga capaiannya "
        f"{format_angka(printed['capaian'])} % ({printed['lkj-2019']}). Tanpa pembulatan "
        f"capaiannya {format_persen(exact['capaian'])} ({exact['lkj-2019']} pada skala laporan; "
        f"{printed['permenpanrb-8-2021']} menjadi {exact['permenpanrb-8-2021']} pada skala "
        "PermenPANRB 8/2021). Satu desimal saja sudah mengubah kategori itu.",
        f"{PEMBULATAN}, dengan akibat pada kategori",
    )


def _nominal(data: Data) -> Temuan:
    gap = jarak_target(data).iloc[0]
    limit = kenaikan_riil(data).query("dasar == 'impas target'")["inflasi"].iloc[0]
    return Temuan(
        "Target omzet terlampaui tipis, dan itu dalam rupiah nominal.",
        f"Untuk target {format_angka(gap['target'])} % diperlukan omzet "
        f"{format_rupiah(gap['omzet_diperlukan'])}; kelebihannya {format_rupiah(gap['selisih'])}, "
        f"kira-kira {format_rupiah(gap['selisih_per_usaha'])} per usaha setahun. Laporan tidak "
        "menyebut indeks harga, jadi kenaikan riil tidak dapat dihitung. Sebagai hitungan saja: "
        f"kenaikan harga di atas {format_persen(limit)} sudah membawa kenaikan riil ke bawah "
        "target.",
        TIDAK_DAPAT_DIUJI,
    )


def _tengah(data: Data) -> Temuan:
    first = kenaikan(data).iloc[0]
    total = data.omzet_kenaikan["usaha"].sum()
    growth, median, _ = batas_kenaikan(data).itertuples(index=False)
    target = satu(data, KODE)["target"]
    return Temuan(
        "Jumlah omzet naik melebihi target, usaha yang di tengah urutan tidak.",
        f"{format_angka(first['usaha'])} dari {format_angka(total)} usaha "
        f"({format_persen(first['bagian'])}) naik paling banyak {format_angka(first['batas_atas'])}"
        f" %: kelas ini terbuka ke bawah dan dapat memuat omzet yang turun. Usaha di tengah urutan "
        f"(median) karena itu naik paling banyak {format_angka(median.atas)} %, sedangkan "
        f"jumlahnya naik {format_persen(growth.bawah)}. Yang melampaui target "
        f"{format_angka(target)} % hanya {format_angka(total - first['usaha'])} usaha "
        f"({format_persen(100 - first['bagian'])}).",
        COCOK,
    )


def _kelas(data: Data) -> Temuan:
    mean = batas_rata_rata(data, atas=AMBANG_MIKRO).iloc[0]
    median = median_omzet(data).iloc[0]
    frame = sebaran(data)
    top = frame.iloc[-1]
    juta = [format_ringkas_rupiah(mean[c]) for c in ("rata_rata", "paling_sedikit")]
    return Temuan(
        "Jumlah omzet dan tabel kelas saling mendukung.",
        f"Omzet rata-rata {juta[0]} per usaha terletak antara batas yang diizinkan kelas, "
        f"{juta[1]} dan {format_ringkas_rupiah(mean['paling_banyak'])} (kelas teratas diandaikan "
        f"berakhir di {format_ringkas_rupiah(AMBANG_MIKRO, 0)}). Usaha di tengah urutan beromzet "
        f"antara {format_ringkas_rupiah(median['batas_bawah'], 0)} dan "
        f"{format_ringkas_rupiah(median['batas_atas'], 0)}; interpolasi memberi "
        f"{format_ringkas_rupiah(median['median'])}. Bahwa {format_angka(top['usaha'])} usaha di "
        f"atas {format_ringkas_rupiah(top['batas_bawah'], 0)} masih usaha mikro tidak dapat diuji, "
        "sebab kelasnya terbuka.",
        COCOK if mean["cocok"] else TIDAK_COCOK,
    )


def _sebaran(data: Data) -> Temuan:
    band = pita_lorenz(data, atas=AMBANG_MIKRO)
    low, high = batas_gini(band)
    least = band.query("batas_kelas").iloc[1]
    top = pangsa_teratas(data, atas=AMBANG_MIKRO).set_index("omzet_di_atas").loc[40_000_000]
    return Temuan(
        "Ketimpangan omzet antarusaha hanya dapat dibatasi, tidak dapat dihitung.",
        f"{format_persen(least['bagian_usaha'])} usaha terkecil memegang paling banyak "
        f"{format_persen(least['omzet_maks'])} omzet. {format_angka(top['usaha'])} usaha di atas "
        f"{format_ringkas_rupiah(top.name, 0)} ({format_persen(top['bagian_usaha'])}) memegang "
        f"antara {format_persen(top['omzet_min'])} dan {format_persen(top['omzet_maks'])}. "
        f"Koefisien Gini terletak antara {format_angka(floor(low * 100) / 100, 2)} dan "
        f"{format_angka(ceil(high * 100) / 100, 2)}: kelasnya terlalu lebar untuk satu angka.",
        "hanya batas",
    )
