"""Findings on the budget as sentences; every number comes from the frames."""

from __future__ import annotations

from lkjlib.data import Data
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI
from lkjlib.numbers.format import (
    format_angka,
    format_persen,
    format_rupiah,
    format_selisih_rupiah,
    sebut_bilangan,
    sebut_persen,
)
from lkjlib.themes.anggaran.efficiency import efisiensi_sasaran, serapan_capaian
from lkjlib.themes.anggaran.sources import (
    beda_nama,
    nama_program,
    per_sasaran,
    tidak_tercantum,
    tiga_sumber,
)
from lkjlib.themes.anggaran.spending import (
    fisik,
    jumlah_pembentuk,
    konsentrasi_saldo,
    periksa_serapan,
    serapan,
    sisa_anggaran,
    tertinggal,
)
from lkjlib.themes.anggaran.tables import LANGSUNG
from lkjlib.themes.finding import Temuan


def temuan(data: Data) -> tuple[Temuan, ...]:
    """Findings of Bab III B in the order of the notebook.

    Examples
    --------
    >>> from lkjlib import load
    >>> print(temuan(load(2019))[4].kalimat.partition(":")[0])
    Sisa anggaran kedua jenis belanja bersama-sama Rp 268.285.418
    """
    return (
        _serapan(data),
        _saldo(data),
        _pk(data),
        _tidak_tercantum(data),
        _sisa(data),
        _efisiensi(data),
        _fisik(data),
        _serapan_capaian(data),
    )


def _verdict(holds: bool) -> str:
    return COCOK if holds else TIDAK_COCOK


def _serapan(data: Data) -> Temuan:
    frame = serapan(data).sort_values("serapan", ignore_index=True)
    low, rest = frame.iloc[0], frame.iloc[1:]
    check = periksa_serapan(data)
    right = int(check["vonis"].eq(COCOK).sum())
    return Temuan(
        "Satu program menyerap jauh lebih sedikit daripada yang lain."
        if tertinggal(frame["serapan"])
        else "Tidak ada satu program yang serapannya jauh di bawah semua yang lain.",
        f"Program {nama_program(low['program'])} menyerap {format_persen(low['serapan'])} dari "
        f"{format_rupiah(low['alokasi'])}; {len(rest)} program lain menyerap "
        f"{format_persen(rest['serapan'].min())} sampai {format_persen(rest['serapan'].max())}. "
        f"Persentase serapan yang tercetak sesuai rupiahnya pada {right} dari {len(check)} "
        "kegiatan.",
        _verdict(right == len(check)),
    )


def _saldo(data: Data) -> Temuan:
    frame = konsentrasi_saldo(data)
    few, most = jumlah_pembentuk(frame, 50), jumlah_pembentuk(frame, 80)
    total, half = frame["saldo"].sum(), frame["saldo"].head(few)
    how_many = "segelintir" if few <= len(frame) / 5 else "banyak"
    direct = sisa_anggaran(data).set_index("kelompok")["sisa"][LANGSUNG]
    return Temuan(
        f"Separuh saldo berasal dari {how_many} kegiatan.",
        f"Sebanyak {few} dari {len(frame)} kegiatan menyisakan {format_rupiah(half.sum())}, yaitu "
        f"{format_persen(half.sum() / total * 100)} dari saldo {format_rupiah(total)}; {most} "
        f"kegiatan membentuk empat perlimanya dan {int(frame['saldo'].eq(0).sum())} kegiatan "
        "habis terserap.",
        _verdict(total == direct),
    )


def _pk(data: Data) -> Temuan:
    frame = tiga_sumber(data).dropna(subset="anggaran_pk")
    moved = frame[frame["alokasi_kurang_pk"] != 0]
    parts = "; ".join(
        f"{nama_program(row.program)} {format_selisih_rupiah(row.alokasi_kurang_pk)}"
        for row in moved.itertuples()
    )
    shift = format_selisih_rupiah(moved["alokasi_kurang_pk"].sum())
    return Temuan(
        "Perjanjian Kinerja dan tabel realisasi memuat anggaran yang sama."
        if moved.empty
        else "Perjanjian Kinerja dan tabel realisasi tidak memuat anggaran yang sama.",
        f"Sebanyak {len(moved)} dari {len(frame)} program berbeda: {parts or 'tidak ada'}. "
        f"Jumlahnya bergeser dari {format_rupiah(frame['anggaran_pk'].sum())} menjadi "
        f"{format_rupiah(frame['alokasi'].sum())} ({shift}). "
        f"Selain itu {len(beda_nama(data))} nama program dieja berbeda."
        f"{'' if moved.empty else ' Sebabnya tidak disebut.'}",
        _verdict(moved.empty),
    )


def _tidak_tercantum(data: Data) -> Temuan:
    frame = tidak_tercantum(data)
    whole = frame.loc[frame["seprogram"], "program"].unique()
    budget = per_sasaran(data)["alokasi"].sum()
    programmes = "; ".join(nama_program(name) for name in whole) or "tidak ada"
    if frame.empty:
        text = "Semua kegiatan dari program pada Perjanjian Kinerja tercantum."
        return Temuan("Tabel anggaran per sasaran lengkap.", text, COCOK)
    return Temuan(
        "Tabel anggaran per sasaran tidak lengkap.",
        f"Sebanyak {len(frame)} kegiatan senilai {format_rupiah(frame['alokasi'].sum())} "
        f"({format_persen(frame['alokasi'].sum() / budget * 100)} dari anggaran sasaran) tidak "
        f"tercantum: {'; '.join(frame['kegiatan'])}. Program yang hilang seluruhnya: {programmes}.",
        TIDAK_COCOK,
    )


def _sisa(data: Data) -> Temuan:
    rest = sisa_anggaran(data).set_index("kelompok")
    both = rest.iloc[-1]
    parts = " dan ".join(
        f"{kind.lower()} {format_rupiah(row['sisa'])}" for kind, row in rest.iloc[:-1].iterrows()
    )
    direct = data.anggaran["saldo"].sum() == rest["sisa"][LANGSUNG]
    return Temuan(
        "Sisa anggaran mencakup kedua jenis belanja.",
        f"Sisa anggaran kedua jenis belanja bersama-sama {format_rupiah(both['sisa'])}: {parts}. "
        f"Dari {format_rupiah(both['anggaran'])} terserap {format_persen(both['serapan'])}.",
        _verdict(bool(direct)),
    )


def _efisiensi(data: Data) -> Temuan:
    frame = efisiensi_sasaran(data)
    low = frame.loc[frame["serapan"].idxmin()]
    worst = frame.loc[frame["pmk"].idxmin()]
    tops = (frame[name].idxmax() for name in ("capaian_kurang_serapan", "pmk"))
    both = all(place == low.name for place in tops)
    split = worst["pmk"] < 0 < worst["sisa"]
    return Temuan(
        "Angka efisiensi paling besar ada pada sasaran yang serapannya paling rendah."
        if both
        else "Tidak setiap angka efisiensi paling besar pada sasaran yang serapannya terendah.",
        f"{low['indikator']}: capaian − serapan {format_angka(low['capaian_kurang_serapan'], 2)} "
        f"poin, bentuk PMK {format_persen(low['pmk'])}, sisa {format_persen(low['sisa'])}, "
        f"{'padahal serapannya hanya' if both else 'serapannya'} {format_persen(low['serapan'])}. "
        f"{worst['indikator']}: {format_angka(worst['capaian_kurang_serapan'], 2)} poin, "
        f"{format_persen(worst['pmk'])}, {'tetapi sisanya positif,' if split else 'sisanya'} "
        f"{format_persen(worst['sisa'])}. "
        f"{'Ketiga cara baca tidak searah, dan serapan' if split else 'Serapan'} rendah bukan "
        "efisiensi selama keluaran tidak ditunjukkan.",
        TIDAK_DAPAT_DIUJI,
    )


def _fisik(data: Data) -> Temuan:
    frame = fisik(data)
    known = frame.dropna(subset="fisik").sort_values("jumlah_kegiatan").iloc[-1]
    values = frame["fisik"].nunique()
    shown = sebut_persen(known["fisik"])
    missing = int(frame.loc[frame["fisik"].isna(), "jumlah_kegiatan"].sum())
    return Temuan(
        "Kolom fisik tidak membedakan kegiatan."
        if values == 1
        else f"Kolom fisik memuat {sebut_bilangan(values)} angka yang berbeda.",
        f"Sebanyak {int(known['jumlah_kegiatan'])} dari {len(data.anggaran)} kegiatan tercetak "
        f"{shown} fisik, dengan serapan "
        f"{format_persen(known['serapan_min'])} sampai {format_persen(known['serapan_maks'])}; "
        f"{missing} kegiatan dibiarkan kosong. Keluaran yang diukur tidak disebut.",
        TIDAK_DAPAT_DIUJI,
    )


def _serapan_capaian(data: Data) -> Temuan:
    frame = serapan_capaian(data)
    low, worst = frame.loc[frame["serapan"].idxmin()], frame.loc[frame["capaian_dihitung"].idxmin()]
    return Temuan(
        "Serapan dan capaian tidak bergerak searah."
        if low["sasaran"] != worst["sasaran"]
        else "Serapan terendah dan capaian terendah ada pada sasaran yang sama.",
        f"Serapan terendah ({format_persen(low['serapan'])}) menyertai capaian "
        f"{format_persen(low['capaian_dihitung'])} pada {low['indikator']}; capaian terendah "
        f"({format_persen(worst['capaian_dihitung'])}) menyertai serapan "
        f"{format_persen(worst['serapan'])} pada {worst['indikator']}. "
        f"{frame['sasaran'].nunique()} sasaran terlalu sedikit untuk sebuah korelasi.",
        TIDAK_DAPAT_DIUJI,
    )
