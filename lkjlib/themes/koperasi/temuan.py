"""Findings on sasaran 1: what the numbers say, with the numbers."""

from __future__ import annotations

from lkjlib.data import Data
from lkjlib.numbers.compare import TIDAK_DAPAT_DIUJI, TIDAK_DIDUKUNG
from lkjlib.numbers.format import (
    format_angka,
    format_persen,
    format_selisih,
    sebut_bilangan,
    sebut_persen,
)
from lkjlib.themes.finding import Temuan
from lkjlib.themes.indikator.counts import CALON
from lkjlib.themes.koperasi.analysis import cakupan, efek, hitungan, kekurangan, keragaan

_TERHITUNG = "terhitung dari lampiran"


def temuan(data: Data) -> tuple[Temuan, ...]:
    """Findings on sasaran 1, in the order of the notebook."""
    return (
        _on_coverage(data),
        _on_passes(data),
        _on_distance(data),
        *_on_change(data),
        _on_kinds(data),
    )


def _on_coverage(data: Data) -> Temuan:
    rated, active, share = cakupan(data).set_index("ukuran").astype(object).loc["cakupan"]
    target = kekurangan(data).iloc[0]
    enough = target["cukup_bila_semua_lulus"]
    return Temuan(
        "Cakupan pemeringkatan tidak menghalangi target."
        if enough
        else "Cakupan pemeringkatan membatasi indikator.",
        f"Yang sudah diperingkat {rated} dari {active} koperasi aktif, "
        f"{format_persen(share)}. Seandainya semuanya lulus{'' if enough else ' pun'}, "
        f"jumlah itu {'sudah' if enough else 'belum'} cukup untuk target "
        f"{sebut_persen(target['persen'])}, yang memerlukan {target['perlu_lulus']} koperasi.",
        _TERHITUNG,
    )


def _on_passes(data: Data) -> Temuan:
    part = cakupan(data).set_index("ukuran")
    n, share = part["pembilang"], part["persen"].map(format_persen)
    title = _part_passed(n["indikator"], n["cakupan"])
    if n["cakupan"] == part.loc["cakupan", "penyebut"]:
        return Temuan(
            f"{title}; semua koperasi aktif sudah diperingkat.",
            f"Lulus {n['indikator']} dari {n['cakupan']} koperasi aktif, {share['indikator']}.",
            _TERHITUNG,
        )
    return Temuan(
        f"{title}; mutu sisanya tidak diketahui.",
        f"Lulus {n['indikator']} dari {n['cakupan']} yang diperingkat, {share['tingkat lulus']}; "
        f"dikalikan cakupan {share['cakupan']} menjadi {share['indikator']}. Bagian koperasi "
        f"berkualitas yang sebenarnya dapat terletak di mana saja antara {share['batas bawah']} "
        f"dan {share['batas atas']}.",
        f"{_TERHITUNG}; letaknya di dalam rentang tidak dapat diuji",
    )


def _part_passed(passed: int, rated: int) -> str:
    if rated == 0:
        return "Belum ada koperasi yang diperingkat"
    if passed == rated:
        return "Semua yang diperingkat lulus"
    part = "Sebagian besar" if passed * 2 > rated else "Paling banyak separuh"
    return f"{part} yang diperingkat lulus"


def _on_distance(data: Data) -> Temuan:
    target, rpjmd = kekurangan(data).itertuples(index=False)
    short = target.kurang_lulus
    number = "beberapa" if 1 < short < 20 else sebut_bilangan(short)
    return Temuan(
        f"Jarak ke target berupa {number} koperasi yang lulus."
        if short
        else "Target tercapai tanpa koperasi lulus tambahan.",
        f"Pada {data.koperasi['aktif'].sum()} koperasi aktif, target {sebut_persen(target.persen)} "
        f"kurang {short} koperasi lulus dan {rpjmd.acuan} ({sebut_persen(rpjmd.persen)}) kurang "
        f"{rpjmd.kurang_lulus}. Dengan tingkat lulus yang sama itu berarti "
        f"{target.perlu_diperingkat} dan {rpjmd.perlu_diperingkat} pemeringkatan lagi.",
        "terhitung dengan andaian jumlah aktif dan tingkat lulus tetap",
    )


def _on_change(data: Data) -> tuple[Temuan, ...]:
    counts, most = hitungan(data), format_angka(data.koperasi["total"].sum())
    if (counts["dasar"] == CALON).any():
        each = counts.groupby("tahun").size().drop(data.tahun)
        listed = "; ".join(f"{tahun}: {n} pasangan" for tahun, n in each.items())
        text = f"Dengan paling banyak {most} koperasi aktif, {listed}."
        return (Temuan("Hitungan tahun lalu tidak tunggal.", text, TIDAK_DAPAT_DIUJI),)
    pairs = ", ".join(f"{r.pembilang}/{r.penyebut} ({r.tahun})" for r in counts.itertuples())
    steps = "; ".join(
        f"{row.tahun} {format_selisih(row.perubahan, 2)} "
        f"(pembilang {format_selisih(row.efek_pembilang, 2)}, "
        f"penyebut {format_selisih(row.efek_penyebut, 2)})"
        for row in efek(data).itertuples()
    )
    recovered = Temuan(
        "Pembilang dan penyebut yang tidak tercetak dapat ditemukan kembali.",
        f"Dengan paling banyak {most} koperasi aktif hanya satu pecahan per tahun yang tercetak "
        f"demikian: {pairs}. Perubahan dalam poin persen: {steps}.",
        f"terhitung dengan andaian koperasi aktif tidak lebih dari {most}",
    )
    added = counts["penyebut"].diff().dropna().astype(int)
    grows = (added > 0).all()
    moves = " lalu ".join(str(n) if grows else format_selisih(n) for n in added)
    claim = Temuan(
        "Pertumbuhan koperasi baru yang disebut sebagai sebab tidak tercatat di lampiran.",
        "Tidak ada tabel koperasi baru. Menurut pecahan yang ditemukan kembali, koperasi aktif "
        f"{'bertambah' if grows else 'berubah'} {moves} unit dari tahun ke tahun.",
        TIDAK_DIDUKUNG,
    )
    return recovered, claim


def _on_kinds(data: Data) -> Temuan:
    frame, kinds = keragaan(data), data.koperasi
    rates = ", ".join(
        f"{r.kelompok} {format_persen(r.aktif_persen, 1)}" for r in frame.itertuples()
    )
    idle, last = kinds[kinds["aktif"] == 0], frame.iloc[-1]
    active, total = (int(kinds[name].sum()) for name in ("aktif", "total"))
    even = "" if frame["aktif_persen"].nunique() == 1 else "tidak "
    return Temuan(
        f"Koperasi yang tidak aktif {even}tersebar sebanding dengan banyaknya unit."
        if active < total
        else "Semua koperasi aktif.",
        f"Aktif {active} dari {total} koperasi, {format_persen(active / total * 100)}: {rates}. "
        f"Kelompok terakhir memuat {format_persen(last['bagian_unit'], 1)} unit dan "
        f"{format_persen(last['bagian_tidak_aktif'], 1)} yang tidak aktif; pada {len(idle)} jenis "
        f"({idle['total'].sum()} unit) tidak ada yang aktif.",
        _TERHITUNG,
    )
