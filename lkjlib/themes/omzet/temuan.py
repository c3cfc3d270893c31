"""Findings on omzet as sentences; every number comes from the frames."""

from math import ceil, floor

from lkjlib.data import Data
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI
from lkjlib.numbers.format import (
    format_angka,
    format_persen,
    format_ringkas_rupiah,
    format_rupiah,
    is_missing,
    sebut_persen,
)
from lkjlib.rules.category import SKALA, kategori
from lkjlib.themes.finding import Temuan
from lkjlib.themes.indikator.analysis import satu, selisih
from lkjlib.themes.omzet.analysis import (
    KODE,
    batas_kenaikan,
    jarak_target,
    kenaikan,
    kenaikan_riil,
    median_omzet,
    pembulatan,
    pertumbuhan,
    sebaran,
)
from lkjlib.themes.omzet.lorenz import (
    AMBANG_MIKRO,
    batas_gini,
    batas_rata_rata,
    pangsa_teratas,
    pita_lorenz,
)

_TIPIS = 1.0  # percent: a price rise up to this eats up a thin margin
_TERATAS = 10.0  # percent of the firms, at most, that are called the top


def temuan(data: Data) -> tuple[Temuan, ...]:
    """Findings of section 2.2 in the order of the notebook.

    Examples
    --------
    >>> from lkjlib import load
    >>> print(temuan(load(2019))[2].kalimat.partition(":")[0])
    1.313 dari 1.845 usaha (71,17 %) naik paling banyak 10 %
    """
    return (_kategori(data), _nominal(data), _tengah(data), _kelas(data), _sebaran(data))


def _moved(nilai: float) -> str:
    return "naik" if nilai >= 0 else "turun"


def _kategori(data: Data) -> Temuan:
    frame, card = pembulatan(data), satu(data, KODE)
    exact, growth = frame.iloc[-1], pertumbuhan(data).iloc[-1]
    word = {skala: kategori(card["capaian"], skala) for skala in SKALA}
    verdict = selisih(data, KODE).set_index("uraian")["vonis"]["capaian"]
    cause = "Angka omzet tercetak" if verdict == TIDAK_COCOK else "Pembulatan realisasi omzet"
    origin = "Dari rupiahnya" if verdict == TIDAK_COCOK else "Tanpa pembulatan"
    changed = word["lkj-2019"] != exact["lkj-2019"]
    effect = "menurunkan" if card["capaian"] < exact["capaian"] else "menaikkan"
    one = changed and frame.iloc[1]["lkj-2019"] == exact["lkj-2019"]
    before, after = word["permenpanrb-8-2021"], exact["permenpanrb-8-2021"]
    step = f"tetap {after}" if before == after else f"{before} menjadi {after}"
    return Temuan(
        f"{cause} {effect if changed else 'tidak mengubah'} kategori capaian.",
        f"Jumlah omzet {_moved(growth['kenaikan'])} {format_rupiah(abs(growth['kenaikan']))}, "
        f"yaitu {format_angka(abs(growth['kenaikan_persen']), 4)} %. Laporan mencetak "
        f"{sebut_persen(card['realisasi'])}, sehingga capaiannya {sebut_persen(card['capaian'])} "
        f"({word['lkj-2019']}). {origin} capaiannya {format_persen(exact['capaian'])} "
        f"({exact['lkj-2019']} pada skala laporan; {step} pada skala PermenPANRB 8/2021)."
        f"{' Satu desimal saja sudah mengubah kategori itu.' if one else ''}",
        f"{verdict}, dengan akibat pada kategori" if changed else verdict,
    )


def _nominal(data: Data) -> Temuan:
    gap = jarak_target(data).iloc[0]
    limit = kenaikan_riil(data).query("dasar == 'impas target'")["inflasi"].iloc[0]
    met = gap["selisih"] >= 0
    title = "Target omzet tidak tercapai, bahkan dalam rupiah nominal."
    effect = "kenaikan harga berapa pun membawa kenaikan riil lebih jauh ke bawah target"
    if met:
        thin = " tipis" if limit < _TIPIS else ""
        reached = "terlampaui" if gap["selisih"] else "tercapai"
        title = f"Target omzet {reached}{thin}, dan itu dalam rupiah nominal."
        effect = f"kenaikan harga di atas {format_persen(limit)} sudah membawa kenaikan riil ke "
        effect += "bawah target"
    return Temuan(
        title,
        f"Untuk target {sebut_persen(gap['target'])} diperlukan omzet "
        f"{format_rupiah(gap['omzet_diperlukan'])}; {'kelebihannya' if met else 'kekurangannya'} "
        f"{format_rupiah(abs(gap['selisih']))}, "
        f"kira-kira {format_rupiah(abs(gap['selisih_per_usaha']))} per usaha setahun. Laporan "
        "tidak menyebut indeks harga, jadi kenaikan riil tidak dapat dihitung. Sebagai hitungan "
        f"saja: {effect}.",
        TIDAK_DAPAT_DIUJI,
    )


def _tengah(data: Data) -> Temuan:
    frame, total = kenaikan(data), data.omzet_kenaikan["usaha"].sum()
    first, target = frame.iloc[0], satu(data, KODE)["target"]
    growth, median, _ = batas_kenaikan(data).itertuples(index=False)
    above = frame["batas_bawah"] >= target
    sure, apart = frame.loc[above, "usaha"].sum(), (above | (frame["batas_atas"] <= target)).all()
    open_end = ": kelas ini terbuka ke bawah dan dapat memuat omzet yang turun"
    return Temuan(
        f"Jumlah omzet {_middle(growth.bawah > target, median, target)}.",
        f"{format_angka(first['usaha'])} dari {format_angka(total)} usaha "
        f"({format_persen(first['bagian'])}) naik paling banyak {sebut_persen(first['batas_atas'])}"
        f"{open_end if is_missing(first['batas_bawah']) else ''}. Usaha di tengah urutan (median) "
        f"{'karena itu ' if first['bagian'] >= 50 else ''}naik {_between(median)}, sedangkan "
        f"jumlahnya {_moved(growth.bawah)} {format_persen(abs(growth.bawah))}. Yang "
        f"{'' if apart else 'pasti '}melampaui target {sebut_persen(target)} "
        f"{'hanya ' if sure * 2 < total else ''}{format_angka(sure)} usaha "
        f"({format_persen(sure / total * 100)}).",
        COCOK,
    )


def _middle(total_above: bool, median, target: float) -> str:
    """Whether the total rose above the target, and whether the firm in the middle did."""
    total = "naik melebihi target" if total_above else "tidak naik melebihi target"
    if median.atas <= target:
        return f"{total}, usaha yang di tengah urutan {'' if total_above else 'juga '}tidak"
    if median.bawah >= target:
        return f"{total}, usaha yang di tengah urutan {'juga' if total_above else 'melebihinya'}"
    return f"{total}, usaha yang di tengah urutan tidak dapat dipastikan"


def _between(median) -> str:
    bounds = (("lebih dari", median.bawah), ("paling banyak", median.atas))
    return " dan ".join(f"{word} {sebut_persen(x)}" for word, x in bounds if not is_missing(x))


def _kelas(data: Data) -> Temuan:
    mean = batas_rata_rata(data, atas=AMBANG_MIKRO).iloc[0]
    median = median_omzet(data).iloc[0]
    top, side = sebaran(data).iloc[-1], "antara" if mean["cocok"] else "di luar"
    juta = [format_ringkas_rupiah(mean[c]) for c in ("rata_rata", "paling_sedikit")]
    return Temuan(
        f"Jumlah omzet dan tabel kelas {'saling mendukung' if mean['cocok'] else 'bertentangan'}.",
        f"Omzet rata-rata {juta[0]} per usaha terletak {side} batas yang diizinkan kelas, "
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
    shares = pangsa_teratas(data, atas=AMBANG_MIKRO)
    few = shares[shares["bagian_usaha"] <= _TERATAS]
    top = (few if len(few) else shares).iloc[0 if len(few) else -1]
    return Temuan(
        "Ketimpangan omzet antarusaha hanya dapat dibatasi, tidak dapat dihitung.",
        f"{format_persen(least['bagian_usaha'])} usaha terkecil memegang paling banyak "
        f"{format_persen(least['omzet_maks'])} omzet. {format_angka(top['usaha'])} usaha di atas "
        f"{format_ringkas_rupiah(top['omzet_di_atas'], 0)} ({format_persen(top['bagian_usaha'])}) "
        f"memegang antara {format_persen(top['omzet_min'])} dan "
        f"{format_persen(top['omzet_maks'])}. Koefisien Gini terletak antara "
        f"{format_angka(floor(low * 100) / 100, 2)} dan "
        f"{format_angka(ceil(high * 100) / 100, 2)}: kelasnya terlalu lebar untuk satu angka.",
        "hanya batas",
    )
