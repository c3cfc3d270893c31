"""Findings that hold of any report, as rules: targets, categories, ambition, margin, pace."""

from dataclasses import replace

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK, TIDAK_DIDUKUNG
from lkjlib.numbers.format import format_angka, format_persen, sebut_bilangan, sebut_daftar
from lkjlib.rules.category import sebut_skala
from lkjlib.themes.finding import Temuan
from lkjlib.themes.indikator.analysis import ringkasan, selisih
from lkjlib.themes.indikator.distance import ambisi_dan_laju, kerapuhan
from lkjlib.themes.indikator.scales import agregasi, kategori_skala
from lkjlib.themes.indikator.units import satuan

_FEW = 3


def temuan(data: Data) -> tuple[Temuan, ...]:
    """What holds of any report, by rules: one finding each, `tentang` the name of its rule.

    Examples
    --------
    >>> from lkjlib import load
    >>> [one.tentang for one in temuan(load(2019))][:3]
    ['kategori', 'target', 'kategori_skala']
    """
    rules = {
        "kategori": _kategori_berubah,
        "target": _target,
        "kategori_skala": _skala,
        "ambisi": _on_ambition,
        "kerapuhan": _on_margin,
        "laju": _on_pace,
        "agregasi": _agregasi,
    }
    found = ((name, rule(data)) for name, rule in rules.items())
    return tuple(replace(one, ukuran=(name,)) for name, one in found if one is not None)


def _kategori_berubah(data: Data) -> Temuan | None:
    """Categories that the recomputed capaian moves; none where no two can be compared.

    A printed category that the numbers do not give does not hold, however small the rounding.
    """
    frame = ringkasan(data)
    frame = frame[frame["kategori"].notna() & frame["kategori_dihitung"].notna()]
    if frame.empty:
        return None
    moved = frame[frame["kategori"] != frame["kategori_dihitung"]]
    parts = [
        _moved_category(row, selisih(data, row.kode).set_index("uraian")["tercetak"])
        for row in moved.itertuples()
    ]
    many = sebut_bilangan(len(moved)).capitalize() if len(moved) else "Tidak satu pun"
    counted = frame["realisasi_dihitung"].notna().any()
    basis = "realisasi dihitung dari angka lampirannya" if counted else "capaian dihitung ulang"
    return Temuan(
        f"{many} kategori berubah bila {basis}.",
        f"{sebut_daftar(parts) if parts else f'0 dari {len(frame)} indikator berganti kategori'}.",
        TIDAK_COCOK if parts else COCOK,
    )


def _moved_category(row, printed: pd.Series) -> str:
    exact = f"{format_angka(row.capaian_dihitung, 2)} ({row.kategori_dihitung})"
    capaian = f"capaian {printed['capaian']} ({row.kategori})"
    if pd.isna(row.realisasi_dihitung):
        return f"{row.nama}: tercetak {capaian}; dari realisasi dan target tercetaknya {exact}"
    return (
        f"{row.nama}: tercetak realisasi {printed['realisasi']} dan {capaian}; dari angka "
        f"lampirannya {format_angka(row.realisasi_dihitung, 2)} dan {exact}"
    )


def _said(data: Data, kode: str, nilai: float) -> str:
    """A figure of an indicator with its unit."""
    unit = satuan(data, kode)
    return format_persen(nilai) if unit.persen else unit.sebut_hitungan(nilai)


def _best(row) -> float:
    return row.realisasi if pd.isna(row.realisasi_dihitung) else row.realisasi_dihitung


def _target(data: Data) -> Temuan | None:
    """Targets that are missed, of those of which it can be said."""
    frame = ringkasan(data)
    known, unknown = frame[frame["tercapai"].notna()], frame[frame["tercapai"].isna()]
    if known.empty:
        return None
    missed = known[~known["tercapai"].astype(bool)]
    parts = [
        f"{row.nama} (target {_said(data, row.kode, row.target)}, realisasi "
        f"{_said(data, row.kode, _best(row))})"
        for row in missed.itertuples()
    ]
    many = f"{sebut_bilangan(len(missed)).capitalize()} dari {sebut_bilangan(len(known))}"
    every = (
        "Semua target yang dapat dinilai tercapai." if len(unknown) else "Semua target tercapai."
    )
    text = f"{len(known)} dari {len(known)} indikator mencapai targetnya."
    if parts:
        few = len(parts) <= _FEW  # the numbers of many are read in the table beside it
        text = f"Yang tidak: {sebut_daftar(parts if few else missed['nama'].tolist())}."
    if len(unknown):
        text += f" Tidak dapat dinilai: {sebut_daftar(unknown['nama'].tolist())}."
    verdict = ""
    both = known[known["capaian"].notna() & known["capaian_dihitung"].notna()]
    if len(both):
        same = ((both["capaian"] >= 100) == (both["capaian_dihitung"] >= 100)).all()
        verdict = "" if same else TIDAK_COCOK
        word = "sama" if same else "berbeda"
        text += f" Tercapai atau tidaknya {word} menurut angka tercetak dan menurut hitungan eksak."
    return Temuan(f"{many} target tidak tercapai." if parts else every, text, verdict)


def _skala(data: Data) -> Temuan | None:
    """What several scales call the lowest capaian."""
    known = ringkasan(data).dropna(subset="capaian_dihitung")
    if known.empty:
        return None
    frame = kategori_skala(data)
    worst = known.sort_values("capaian_dihitung").iloc[0]
    words = frame[frame["indikator"] == worst["nama"]]
    parts = [f"{row.kategori_dihitung} ({sebut_skala(row.skala)})" for row in words.itertuples()]
    depends = words["kategori_dihitung"].nunique() > 1
    return Temuan(
        "Kategori bergantung pada skala yang dipakai."
        if depends
        else "Setiap skala memberi capaian terendah kategori yang sama.",
        f"{worst['nama']} dengan capaian {format_persen(worst['capaian_dihitung'])} disebut "
        f"{sebut_daftar(parts)}.",
    )


def _on_ambition(data: Data) -> Temuan | None:
    """Targets that last year's result had already passed; none where no such result is known."""
    frame = ambisi_dan_laju(data).dropna(subset="ambisi")
    if frame.empty:
        return None
    loose = frame[frame["lebih_longgar"].astype("boolean").fillna(False).astype(bool)]
    tougher = int((frame["ambisi"] > 0).sum())
    parts = [
        f"{row.indikator} (tahun lalu {_said(data, row.kode, row.realisasi_lalu)}, target "
        f"{_said(data, row.kode, row.target)})"
        for row in loose.itertuples()
    ]
    names = sebut_daftar(loose["indikator"].tolist())
    return Temuan(
        f"Target {names} lebih longgar daripada hasil tahun sebelumnya."
        if parts
        else "Tidak ada target yang lebih longgar daripada hasil tahun sebelumnya.",
        f"{len(loose)} dari {len(frame)} target sudah terlampaui sebelum tahunnya mulai: "
        f"{sebut_daftar(parts)}. {tougher} target {'lain ' if parts else ''}meminta hasil yang "
        "lebih baik daripada tahun lalu.",
    )


def _on_margin(data: Data) -> Temuan | None:
    """The target that is met most narrowly, and those that are missed; none without counts."""
    counted = kerapuhan(data)
    if counted.empty:
        return None
    frame = counted.assign(naik=data.indikator["polaritas"].eq("positif"))
    met, missed = frame[frame["tercapai"]], frame[~frame["tercapai"]]
    title, text = "Tidak satu pun target tercapai.", ""
    if len(met):
        title, text = _tightest(met.sort_values("jarak_persen").iloc[0])
    parts = [
        f"{row.indikator} {'kurang' if row.naik else 'kelebihan'} {format_angka(-row.jarak)} "
        f"{row.satuan}"
        for row in missed.itertuples()
    ]
    short = f"{sebut_daftar(parts)} untuk mencapai target, bila penyebutnya tetap." if parts else ""
    return Temuan(title, f"{text} {short}".strip())


def _tightest(row) -> tuple[str, str]:
    name, spare = row["indikator"], f"{format_angka(row['jarak'])} {row['satuan']}"
    short = name if name.isupper() else name[0].lower() + name[1:]
    if row["jarak"]:
        title = f"Secara nisbi, sisa paling tipis sampai target ada pada {short}: {spare}."
    elif row["naik"]:
        title = f"Kurang satu {row['satuan']} saja, dan target {short} tidak tercapai."
    else:
        title = f"Satu {row['satuan']} lagi, dan target {short} tidak tercapai."
    room = (
        "masih tercapai dengan {} lebih sedikit" if row["naik"] else "masih menampung {} tambahan"
    )
    whole = "" if pd.isna(row["penyebut"]) else f" dari {format_angka(row['penyebut'])}"
    return title, (f"{name}: {format_angka(row['pembilang'])}{whole}; target {room.format(spare)}.")


def _on_pace(data: Data) -> Temuan | None:
    """Indicators whose yearly pace is below what the medium-term target still asks for."""
    frame, later = ambisi_dan_laju(data).dropna(subset="laju_diperlukan"), data.laporan.menengah
    if later is None or frame.empty:
        return None
    goal = later.nama.removesuffix(f" {later.tahun}")
    slow = frame[~frame["cukup"].astype("boolean").fillna(True).astype(bool)]
    passed = frame[frame["laju_diperlukan"] < 0]
    parts = [
        f"{row.indikator} (dicapai {_rate(row.laju_dicapai)}, diperlukan "
        f"{_rate(row.laju_diperlukan)} {row.satuan} setahun)"
        for row in slow.itertuples()
    ]
    many = {0: "Tidak satu pun", 1: "Hanya satu"}.get(
        len(slow), sebut_bilangan(len(slow)).capitalize()
    )
    return Temuan(
        f"{many} indikator harus melaju lebih cepat untuk target {goal}.",
        f"Yang lajunya belum cukup: {sebut_daftar(parts)}. Yang sudah melewati target "
        f"{goal}: {sebut_daftar(passed['indikator'].tolist())}. Ini aritmetika dua titik, bukan "
        "ramalan.",
    )


def _rate(value: float) -> str:
    """A change a year: whole where it is, for persons come whole."""
    return format_angka(value, 0 if float(value).is_integer() else 2)


def _agregasi(data: Data) -> Temuan | None:
    """Is the category of a sasaran with several indicators a matter of how they are joined?"""
    frame = agregasi(data).dropna(subset="capaian_dihitung")
    if frame.empty:
        return None
    words = frame.groupby("sasaran")[["kategori", "kategori_dihitung"]].nunique()
    moved = words.index[(words > 1).any(axis=1)]
    shown = frame[frame["sasaran"].isin(moved)] if len(moved) else frame
    depends = "bergantung pada" if len(moved) else "tidak bergantung pada"
    several = frame["sasaran"].nunique() > 1
    printed = shown.dropna(subset="capaian")
    exact = _by_sasaran(shown, "kategori_dihitung", several)
    said = "Laporan tidak mencetak capaian setiap indikatornya. Dari hitungan eksak"
    if len(printed):
        words = _by_sasaran(printed, "kategori", several)
        differs = f"capaian tercetak: {words}. Dari"
        said = f"Dari {'capaian tercetak maupun' if words == exact else differs} hitungan eksak"
    return Temuan(
        f"Kategori sasaran berindikator lebih dari satu {depends} cara menggabungkannya.",
        f"{said}: {exact}. Laporan tidak menyebut aturan penggabungan.",
        TIDAK_DIDUKUNG if len(moved) else COCOK,
    )


def _by_sasaran(frame: pd.DataFrame, word: str, several: bool) -> str:
    """What each rule says, under the name of its sasaran where there are several."""
    return "; ".join(
        f"{name}: {_words(rows, word)}" if several else _words(rows, word)
        for name, rows in frame.groupby("sasaran", sort=False)
    )


def _words(frame: pd.DataFrame, word: str) -> str:
    """Which rules give which category."""
    rules = frame.groupby(word, sort=False)["aturan"].agg(list)
    if len(rules) == 1:
        return f"semua aturan memberi {rules.index[0]}"
    return ", ".join(f"{sebut_daftar(names)} memberi {name}" for name, names in rules.items())
