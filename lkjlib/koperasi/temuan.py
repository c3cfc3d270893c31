"""Findings on sasaran 1: what the numbers say, with the numbers."""

from __future__ import annotations

from lkjlib.dataset import Data
from lkjlib.findings import Temuan
from lkjlib.formatting import format_angka, format_persen, format_selisih
from lkjlib.hitungan import CALON
from lkjlib.koperasi.keragaan import efek, hitungan, keragaan
from lkjlib.koperasi.pemeringkatan import cakupan, kekurangan
from lkjlib.verdicts import TIDAK_DAPAT_DIUJI, TIDAK_DIDUKUNG

_TERHITUNG = "terhitung dari lampiran"


def temuan(data: Data) -> tuple[Temuan, ...]:
    """Findings on sasaran 1, in the order of the notebook."""
    return (*_on_coverage(data), *_on_change(data), _on_kinds(data))


def _on_coverage(data: Data) -> tuple[Temuan, ...]:
    part = cakupan(data).set_index("ukuran")
    n, share = part["pembilang"], part["persen"].map(format_persen)
    active = part.loc["indikator", "penyebut"]
    target, rpjmd = kekurangan(data).itertuples(index=False)
    asked = format_persen(target.persen, 0)
    enough = "sudah cukup" if target.cukup_bila_semua_lulus else "belum cukup"
    limit = Temuan(
        "Cakupan pemeringkatan membatasi indikator.",
        f"Yang sudah diperingkat {n['cakupan']} dari {active} koperasi aktif, {share['cakupan']}. "
        f"Seandainya semuanya lulus pun, jumlah itu {enough} untuk target {asked}, yang "
        f"memerlukan {target.perlu_lulus} koperasi.",
        _TERHITUNG,
    )
    split = Temuan(
        "Sebagian besar yang diperingkat lulus; mutu sisanya tidak diketahui.",
        f"Lulus {n['indikator']} dari {n['cakupan']} yang diperingkat, {share['tingkat lulus']}; "
        f"dikalikan cakupan {share['cakupan']} menjadi {share['indikator']}. Bagian koperasi "
        f"berkualitas yang sebenarnya dapat terletak di mana saja antara {share['batas bawah']} "
        f"dan {share['batas atas']}.",
        "terhitung dari lampiran; letaknya di dalam rentang tidak dapat diuji",
    )
    short = Temuan(
        "Jarak ke target berupa beberapa koperasi yang lulus.",
        f"Pada {active} koperasi aktif, target {asked} kurang {target.kurang_lulus} koperasi "
        f"lulus dan {rpjmd.acuan} ({format_persen(rpjmd.persen, 0)}) kurang "
        f"{rpjmd.kurang_lulus}. Dengan tingkat lulus yang sama itu berarti "
        f"{target.perlu_diperingkat} dan {rpjmd.perlu_diperingkat} pemeringkatan lagi.",
        "terhitung dengan andaian jumlah aktif dan tingkat lulus tetap",
    )
    return limit, split, short


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
    added = " lalu ".join(str(n) for n in counts["penyebut"].diff().dropna().astype(int))
    claim = Temuan(
        "Pertumbuhan koperasi baru yang disebut sebagai sebab tidak tercatat di lampiran.",
        "Tidak ada tabel koperasi baru. Menurut pecahan yang ditemukan kembali, koperasi aktif "
        f"bertambah {added} unit dari tahun ke tahun.",
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
    return Temuan(
        "Koperasi yang tidak aktif tidak tersebar sebanding dengan banyaknya unit.",
        f"Aktif {active} dari {total} koperasi, {format_persen(active / total * 100)}: {rates}. "
        f"Kelompok terakhir memuat {format_persen(last['bagian_unit'], 1)} unit dan "
        f"{format_persen(last['bagian_tidak_aktif'], 1)} yang tidak aktif; pada {len(idle)} jenis "
        f"({idle['total'].sum()} unit) tidak ada yang aktif.",
        _TERHITUNG,
    )
