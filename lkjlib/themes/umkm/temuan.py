"""Findings on new and coached UMKM as sentences; every number comes from the frames."""

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI
from lkjlib.numbers.format import format_angka, format_persen, sebut_bilangan
from lkjlib.themes.finding import Temuan
from lkjlib.themes.indikator.analysis import satu
from lkjlib.themes.indikator.comparison import tabel_ii
from lkjlib.themes.umkm.analysis import TOTAL, bauran, bukan_bagian, pangsa_bidang, rasio_menurut
from lkjlib.themes.umkm.sensitivity import KODE, kepekaan, rentang_efek

_DISEBUT = "Kuliner"  # the bidang that the report calls the majority
_JAUH = 1.25  # so many times the next kecamatan is far above it


def temuan(data: Data) -> tuple[Temuan, ...]:
    """Findings of section 2.1 in the order of the notebook.

    Examples
    --------
    >>> from lkjlib import load
    >>> print(temuan(load(2019))[1].kalimat.partition(";")[0])
    Di Banjarbaru Selatan, bidang Agribisnis, tercatat 3 UMKM baru dan 0 UMKM binaan
    """
    return (_target(data), _populasi(data), _kuliner(data), _kecamatan(data), _tahun(data))


def _target(data: Data) -> Temuan:
    frame, card = kepekaan(data).set_index("uraian"), satu(data, KODE)
    now = frame.loc["hasil"]
    least = frame.loc["baru paling sedikit untuk target", "baru"]
    most = frame.loc["binaan paling banyak untuk target", "binaan"]
    spare, met = now["baru"] - least, bool(now["terpenuhi"])
    title, distance, turn = (
        "Target wirausaha baru tidak tercapai.",
        "Kurangnya",
        "baru tercapai bila",
    )
    if met:
        distance, turn = "Jaraknya", "luput begitu"
        title = (
            "Target wirausaha baru bergantung pada belasan izin usaha."
            if 10 < spare < 20
            else f"Target wirausaha baru tercapai dengan sisa {sebut_bilangan(spare)} izin usaha."
        )
    limit = "melewati" if met else "paling banyak"
    return Temuan(
        title,
        f"{format_angka(now['baru'])} UMKM baru terhadap {format_angka(now['binaan'])} UMKM binaan "
        f"memberi {format_persen(now['rasio'])}; target {format_persen(card['target'])} memerlukan "
        f"paling sedikit {format_angka(least)}. {distance} {format_angka(abs(spare))} UMKM baru. "
        f"Penyebutnya bekerja terbalik: dengan UMKM baru yang sama, target {turn} UMKM binaan "
        f"{limit} {format_angka(most)}, yaitu {format_angka(abs(most - now['binaan']))} lebih "
        f"{'banyak' if met else 'sedikit'} daripada sekarang.",
        COCOK if met == (card["capaian"] >= 100) else TIDAK_COCOK,
    )


def _populasi(data: Data) -> Temuan:
    cells = bukan_bagian(data)
    places = "; ".join(
        f"Di {r.kecamatan}, bidang {r.bidang}, tercatat {format_angka(r.baru)} UMKM baru dan "
        f"{format_angka(r.binaan)} UMKM binaan"
        for r in cells.itertuples()
    )
    places += "; di sana UMKM baru mustahil menjadi bagian dari UMKM binaan"
    if cells.empty:
        places = "Tidak ada sel dengan UMKM baru lebih banyak daripada UMKM binaan"
    grown = data.omzet_kenaikan["usaha"].sum()
    apart = TIDAK_DAPAT_DIUJI if cells.empty else TIDAK_COCOK
    return Temuan(
        "Indikator ini membandingkan dua kelompok usaha; hubungannya tidak tercatat."
        if cells.empty
        else "Indikator ini membandingkan dua kelompok usaha, bukan bagian dari UMKM binaan.",
        f"{places}. Tabel kenaikan omzet pun menempatkan {format_angka(grown)} usaha binaan dalam "
        "kelas kenaikan terhadap tahun lalu, seolah semuanya sudah beromzet pada tahun itu. "
        "Realisasi sebaiknya dibaca sebagai “UMKM baru per 100 UMKM binaan”.",
        f"{apart} bila dibaca sebagai persentase dari UMKM binaan",
    )


def _kuliner(data: Data) -> Temuan:
    shares = pangsa_bidang(data)
    first, second = shares.iloc[0], shares.iloc[1]
    total = shares["baru"].sum()
    short = total // 2 + 1 - first["baru"]
    half = (
        f"untuk mayoritas kurang {format_angka(short)} UMKM"
        if short > 0
        else "lebih dari separuhnya"
    )
    side = "kelebihannya" if first["selisih"] >= 0 else "kekurangannya"
    most = "dan mayoritasnya" if short <= 0 else "tetapi bukan mayoritas"
    return Temuan(
        f"{first['bidang']} bidang terbesar di antara UMKM baru, {most}.",
        f"{first['bidang']} mencakup {format_angka(first['baru'])} dari {format_angka(total)} UMKM "
        f"baru, yaitu {format_persen(first['bagian_baru'])}; {half}. Di antara UMKM "
        f"binaan bagiannya sudah {format_persen(first['bagian_binaan'])}, jadi {side} "
        f"{format_angka(abs(first['selisih']), 2)} poin persen. Bidang terbesar kedua, "
        f"{second['bidang']}, mencakup {format_persen(second['bagian_baru'])}. Bidang usaha tahun "
        "sebelumnya tidak tercetak, sehingga kata “masih” dalam laporan tidak dapat diuji.",
        f"{COCOK} sebagai bidang terbesar, {TIDAK_COCOK if short > 0 else COCOK} sebagai mayoritas"
        if first["bidang"] == _DISEBUT
        else f"{TIDAK_COCOK} untuk {_DISEBUT}",
    )


def _kecamatan(data: Data) -> Temuan:
    ratios = rasio_menurut(data).set_index("kecamatan")
    mix = bauran(data)
    top, last = mix.iloc[0], mix.iloc[-1]
    without = ratios.loc[top["kecamatan"], "rasio_tanpa"]
    target = satu(data, KODE)["target"]
    side = "di bawah" if without < target else "masih memenuhi"
    return Temuan(
        _title_of_highest(mix),
        f"{top['kecamatan']} mencatat {format_angka(top['baru'])} UMKM baru per "
        f"{format_angka(top['binaan'])} UMKM binaan ({format_persen(top['rasio'])}; kota "
        f"{format_persen(ratios.loc[TOTAL, 'rasio'])}). Menurut rasio kota tiap bidang, bauran "
        f"binaannya memberi {format_angka(top['terharap'], 1)}; yang tercatat "
        f"{format_angka(top['indeks'], 2)} kali itu. Paling rendah {last['kecamatan']}, "
        f"{format_angka(last['indeks'], 2)} kali. Tanpa {top['kecamatan']} rasio kota "
        f"{format_persen(without)}, {side} target {format_persen(target)}.",
        f"{COCOK}; sebabnya tidak tercatat",
    )


def _title_of_highest(mix: pd.DataFrame) -> str:
    first, second = (mix[name].nlargest(2) for name in ("rasio", "indeks"))
    name, by_ratio = mix.loc[second.index[0], "kecamatan"], mix.loc[first.index[0], "kecamatan"]
    if name != by_ratio:
        return f"{name} tertinggi menurut bauran bidangnya, {by_ratio} menurut rasionya."
    far = all(values.iloc[0] >= _JAUH * values.iloc[1] for values in (first, second))
    return (
        f"{name} {'jauh di atas kecamatan lain' if far else 'tertinggi di antara kecamatan'}, "
        "juga menurut bauran bidangnya."
    )


def _tahun(data: Data) -> Temuan:
    frame = rentang_efek(data)
    years = " dan ".join(
        f"{format_angka(r.pasangan)} pasangan untuk {r.tahun} ({r.tercetak} %)"
        for r in frame.itertuples()
    )
    binaan = data.umkm["binaan"].sum()
    *_, last = frame.itertuples()
    changed = frame.loc[~frame["binaan_tetap"], "tahun"].astype(str)
    fixed = (
        f"Satu hal pasti: penyebut {format_angka(binaan)} tidak dapat menghasilkan angka "
        f"{' maupun '.join(changed)}, jadi penyebutnya ikut berubah"
        if len(changed)
        else f"Penyebut {format_angka(binaan)} dapat menghasilkan semua angka itu, jadi berubah "
        "tidaknya penyebut pun tidak diketahui"
    )
    rises = tabel_ii(data, KODE)["realisasi"].dropna().is_monotonic_increasing
    return Temuan(
        f"{'Kenaikan' if rises else 'Perubahan'} sejak {frame['tahun'].min()} tidak dapat "
        "dipecah menjadi UMKM baru dan UMKM binaan.",
        "Laporan mencetak persentase tahun-tahun lalu tanpa hitungannya. Bila UMKM binaan "
        f"dahulu tidak lebih banyak daripada {format_angka(binaan)}, masih ada {years} yang "
        f"tercetak sama. {fixed}. UMKM baru "
        f"{last.tahun} tidak lebih sedikit daripada sekarang hanya bila UMKM binaan saat itu "
        f"sedikitnya {format_angka(last.binaan_impas)}.",
        TIDAK_DAPAT_DIUJI,
    )
