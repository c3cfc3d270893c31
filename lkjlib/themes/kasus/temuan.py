"""Findings on sasaran 4: what the numbers say, with the numbers."""

from __future__ import annotations

from lkjlib.data import Data
from lkjlib.numbers.compare import TIDAK_DAPAT_DIUJI, TIDAK_DIDUKUNG
from lkjlib.numbers.format import format_angka, format_persen
from lkjlib.themes.finding import Temuan
from lkjlib.themes.kasus.analysis import (
    CAMPURAN,
    PB,
    PENYEBUT_MAKS,
    ambang,
    hasil,
    penyelesaian,
    per_perusahaan,
    satuan,
    tersembunyi,
    wajib_lapor,
)

_TERHITUNG = "terhitung dari lampiran"


def temuan(data: Data) -> tuple[Temuan, ...]:
    """Findings on sasaran 4, in the order of the notebook."""
    return (_on_margin(data), *_on_units(data), _on_outcomes(data), _on_past(data), _on_causes())


def _on_margin(data: Data) -> Temuan:
    target, rpjmd = ambang(data).itertuples(index=False)
    seen, companies = len(data.kasus), wajib_lapor(data)
    edge = seen + max(target.kasus_sisa, 0) + 1
    return Temuan(
        "Target tercapai tanpa sisa satu kasus pun."
        if target.kasus_sisa == 0
        else "Jarak ke target dapat dinyatakan dalam kasus.",
        f"{seen} kasus per {companies} perusahaan adalah "
        f"{format_persen(seen / companies * 100)}; sisa sampai target "
        f"{format_persen(target.persen, 1)} {target.kasus_sisa} kasus dan sampai {rpjmd.acuan} "
        f"({format_persen(rpjmd.persen)}) {rpjmd.kasus_sisa} kasus. Pada {edge} kasus menjadi "
        f"{format_persen(edge / companies * 100)}. Dengan {seen} kasus, target tercapai bila "
        f"perusahaan wajib lapor sedikitnya {target.perusahaan_min}, RPJMD bila sedikitnya "
        f"{rpjmd.perusahaan_min}.",
        _TERHITUNG,
    )


def _on_units(data: Data) -> tuple[Temuan, ...]:
    units, firms = satuan(data).set_index("satuan"), per_perusahaan(data)
    rate = units["per_100"].map(format_persen)
    number, most = units["jumlah"], firms.iloc[0]
    most_people = firms.loc[firms["pekerja"].idxmax()]
    other = firms[firms["bentuk"] == "lainnya"]
    fewer = (number["kasus"] - other["kasus"].sum()) / wajib_lapor(data) * 100
    counted = Temuan(
        "Indikator bernama perusahaan, tetapi yang dihitung kasus.",
        f"{number['kasus']} kasus terjadi pada {number['perusahaan']} perusahaan: menurut kasus "
        f"{rate['kasus']}, menurut perusahaan {rate['perusahaan']}. {most['perusahaan']} tercatat "
        f"{most['kasus']} kali, {format_persen(most['bagian_kasus'], 0)} dari semua kasus.",
        _TERHITUNG,
    )
    uneven = Temuan(
        "Satu baris kasus tidak selalu satu pekerja.",
        f"Pada {most_people['perusahaan']} {most_people['pekerja']} pekerja tercatat sebagai "
        f"{most_people['kasus']} kasus; pada {most['perusahaan']} {most['pekerja']} pekerja "
        f"sebagai {most['kasus']} kasus. Seluruhnya {number['pekerja']} pekerja.",
        f"{_TERHITUNG}; satu nama pada satu baris dihitung satu pekerja",
    )
    member = Temuan(
        "Tidak semua pihak pada daftar kasus berbentuk PT atau CV.",
        f"{', '.join(other['perusahaan'])}: {other['kasus'].sum()} kasus. Bila bukan perusahaan "
        f"wajib lapor, persentasenya {format_persen(fewer)}, bukan {rate['kasus']}.",
        TIDAK_DAPAT_DIUJI,
    )
    return (counted, uneven, member) if len(other) else (counted, uneven)


def _on_outcomes(data: Data) -> Temuan:
    count = hasil(data).set_index("hasil")["kasus"]
    cases, people = penyelesaian(data).itertuples(index=False)
    return Temuan(
        "Yang selesai dengan Perjanjian Bersama bergantung pada satu baris campuran."
        if count[CAMPURAN] == 1
        else "Hasil mediasi menurut kelasnya.",
        f"{', '.join(f'{name} {n}' for name, n in count.items())} kasus. Selesai dengan {PB} "
        f"{cases.pb} sampai {cases.pb + cases.campuran} dari {cases.jumlah} kasus "
        f"({format_persen(cases.persen_bawah, 0)} sampai {format_persen(cases.persen_atas, 0)}), "
        f"meliputi {people.pb} sampai {people.pb + people.campuran} dari {people.jumlah} pekerja.",
        _TERHITUNG,
    )


def _on_past(data: Data) -> Temuan:
    past = tersembunyi(data).query("tahun < @data.tahun")
    near = past.loc[past["selisih_penyebut"].abs().idxmin()]
    low, high = past["pembilang"].min(), past["pembilang"].max()
    return Temuan(
        "Turunnya persentase belum membuktikan turunnya jumlah kasus.",
        f"{past['tercetak'].iloc[0]} % pada {data.tahun - 1} dapat berasal dari {len(past)} "
        f"pecahan dengan paling banyak {format_angka(PENYEBUT_MAKS)} perusahaan, dari {low} sampai "
        f"{high} kasus. Yang penyebutnya terdekat dengan {data.tahun} adalah {near['pembilang']}/"
        f"{near['penyebut']}.",
        TIDAK_DAPAT_DIUJI,
    )


def _on_causes() -> Temuan:
    return Temuan(
        "Jenis perselisihan dan kecukupan mediator tidak tercatat di lampiran.",
        "Daftar kasus tidak memuat jenis perselisihan dan tidak ada data tenaga mediator; dominasi "
        "PHK dan kecukupan tenaga teknis tidak dapat diperiksa.",
        TIDAK_DIDUKUNG,
    )
