"""Tables of the indicators, each declared once for notebook, workbook, Word and site."""

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.format import sebut_daftar
from lkjlib.rules.capaian import RUMUS, RUMUS_SATU_TARGET, Rumus
from lkjlib.rules.category import judul_skala, skala_dibandingkan
from lkjlib.themes.exhibit import Exhibit, Kolom
from lkjlib.themes.indikator.analysis import cacah, kartu, ringkasan
from lkjlib.themes.indikator.comparison import (
    DIJUMLAH_SEJAK,
    tabel_i,
    tabel_ii,
    tabel_iii,
    tabel_iv,
)
from lkjlib.themes.indikator.cumulative import hasil_berjalan
from lkjlib.themes.indikator.distance import ambisi_dan_laju, kerapuhan
from lkjlib.themes.indikator.scales import (
    agregasi,
    aturan_skala,
    kategori_skala,
    pita_skala,
    predikat_sasaran,
)
from lkjlib.themes.indikator.units import (
    decimals_of,
    figures,
    figures_of_one,
    nama_pendek,
    satuan,
    unit_of,
    with_figures,
)

_BAB = "{dokumen} {tahun}, Bab III A.3, "
_LAMPIRAN = "lampiran {dokumen} {tahun}"
_BUKAN_RAMALAN = (
    "Ke arah membaik. Ambisi negatif: target lebih longgar daripada hasil tahun lalu; laju "
    "diperlukan negatif: target menengah sudah terlewati. Di mana target tahunan dijumlah, laju "
    "ialah rata-rata setahun. Hitungan, bukan ramalan."
)


def _uncounted(data: Data) -> str:
    """Which indicators are not recomputed out of counts, and why."""
    counted = set(cacah(data)["kode"])
    names = nama_pendek(data)
    missing = [str(names[kode]) for kode in data.indikator["kode"] if kode not in counted]
    if not missing:
        return ""
    return (
        f"Tanpa cacah di lampiran: {sebut_daftar(missing)}. Realisasinya tidak dihitung ulang; "
        "capaiannya dihitung dari realisasi tercetak."
    )


def _capaian(realisasi: str) -> str:
    """Formula of a sheet: that which the row's `rumus_kata` says in words."""
    *others, last = (RUMUS[nama] for nama in RUMUS_SATU_TARGET)
    words = _of(last, realisasi)
    for rule in reversed(others):
        words = f'IF(rumus_kata = "{rule.tertulis}", {_of(rule, realisasi)}, {words})'
    return words


def _of(rule: Rumus, realisasi: str) -> str:
    return rule.dalam_kata(realisasi, "target")


def _summary(data: Data) -> pd.DataFrame:
    columns = ("target", "realisasi", "realisasi_dihitung")
    frame = with_figures(ringkasan(data), data, columns)
    summed = any(hasil_berjalan(data, kode).dijumlah for kode in frame["kode"])
    units = [satuan(data, kode) for kode in frame["kode"]]
    named = [
        name if unit.persen else f"{name} ({unit.judul})"
        for name, unit in zip(frame["nama"], units, strict=True)
    ]
    said = [RUMUS[nama].tertulis for nama in frame["rumus"]]
    return frame.assign(nama=named, dijumlah=summed, rumus_kata=said)


def _summary_columns(frame: pd.DataFrame) -> tuple[Kolom, ...]:
    """Units where they differ, what is recomputed where there are counts."""
    mixed = set(frame["satuan"]) != {"persen"}
    counted, summed = frame["realisasi_dihitung"].notna().any(), frame["dijumlah"].any()
    whole = frame["realisasi_dihitung"].notna().all() and not summed
    unit = "" if mixed else "%"
    columns = (
        Kolom("nama", "Indikator"),
        *([Kolom("satuan", "Satuan", lembar_saja=True)] if mixed else []),
        Kolom("rumus_kata", "Rumus capaian", lembar_saja=True),
        Kolom("target", "Target", satuan=unit),
        Kolom("realisasi", "Realisasi tercetak", satuan=unit),
        *([Kolom("realisasi_dihitung", "Realisasi dihitung", satuan=unit)] if counted else []),
        Kolom("capaian", "Capaian tercetak", satuan="%"),
        Kolom(
            "capaian_dari_tercetak",
            "Capaian dari realisasi tercetak",
            rumus="" if summed else _capaian("realisasi"),
            lembar_saja=bool(counted),
            satuan="%",
        ),
    )
    exact = Kolom(
        "capaian_dihitung",
        "Capaian dihitung",
        rumus=_capaian("realisasi_dihitung") if whole else "",
        satuan="%",
    )
    return (
        *columns,
        *([exact] if counted else []),
        Kolom("kategori", "Kategori tercetak"),
        Kolom("kategori_dihitung", "Kategori dihitung"),
    )


def _every_year(data: Data) -> pd.DataFrame:
    """Tabel II of every indicator, one under the other."""
    names = nama_pendek(data)
    frames = [
        tabel_ii(data, kode).assign(kode=kode, indikator=names[kode])
        for kode in data.indikator["kode"]
    ]
    return with_figures(pd.concat(frames, ignore_index=True), data, _IN_UNIT)


def _implied(data: Data) -> str:
    """What an implied target is, where there is one."""
    return _TERSIRAT if "tersirat" in set(_every_year(data)["jenis_target"]) else ""


def _tabel_i(data: Data, kode: str) -> pd.DataFrame:
    frame = tabel_i(data, kode)
    columns = ("tercetak", "dari_tercetak", "dihitung")
    if not satuan(data, kode).persen:
        frame = frame.astype({name: object for name in columns if name in frame})
        for name in columns:
            if name in frame:
                of_unit = figures(frame[name].iloc[:2], [satuan(data, kode)] * 2)
                frame[name] = pd.Series([*of_unit, frame[name].iloc[2]], dtype=object)
    return frame.assign(uraian=frame["uraian"].str.capitalize())


def _tabel_i_columns(frame: pd.DataFrame) -> tuple[Kolom, ...]:
    columns = (
        Kolom("uraian", "Uraian"),
        Kolom("tercetak", "Tercetak"),
        Kolom("dari_tercetak", "Dari realisasi tercetak"),
    )
    if "dihitung" not in frame:
        return columns
    return *columns, Kolom("dihitung", "Dihitung dari lampiran")


def _ambisi_dan_laju(data: Data, *kode: str) -> pd.DataFrame:
    """Of the indicators that are named, or of all."""
    frame = ambisi_dan_laju(data)
    table = with_figures(frame, data, ("realisasi_lalu", "target", "ambisi"))
    table = table.assign(satuan=frame["satuan"])
    return table[table["kode"].isin(kode)] if kode else table


def _pace_columns(frame: pd.DataFrame) -> tuple[Kolom, ...]:
    """Points of percent, or the unit of each row in a column of its own."""
    points = set(frame["satuan"]) <= {"poin persen"}
    units = (" (%)", " (poin)", " (poin/tahun)") if points else ("", "", " setahun")
    percent, point, yearly = units
    return (
        Kolom("indikator", "Indikator"),
        *([] if points else [Kolom("satuan", "Satuan selisih")]),
        Kolom("realisasi_lalu", f"Realisasi tahun lalu{percent}"),
        Kolom("target", f"Target{percent}"),
        Kolom("ambisi", f"Ambisi{point}"),
        Kolom("lebih_longgar", "Lebih longgar"),
        Kolom("sejak", "Laju sejak"),
        Kolom("laju_dicapai", f"Laju dicapai{yearly}"),
        Kolom("laju_diperlukan", f"Laju diperlukan{yearly}"),
        Kolom("cukup", "Cukup"),
    )


def _fragility(data: Data) -> pd.DataFrame:
    """Figures in the unit of each indicator, counts in their own."""
    frame = kerapuhan(data)
    shown = with_figures(frame, data, ("target", "realisasi_dihitung"))
    return shown.assign(satuan_hasil=shown["satuan"], satuan=frame["satuan"])


def _counts(data: Data) -> pd.DataFrame:
    frame = with_figures(cacah(data), data, ("realisasi",))
    return frame.assign(indikator=frame["kode"].map(nama_pendek(data)))


def _fragility_columns(frame: pd.DataFrame) -> tuple[Kolom, ...]:
    shares = frame["penyebut"].notna().all()
    percent = " (%)" if shares else ""
    return (
        Kolom("indikator", "Indikator"),
        Kolom("satuan", "Satuan"),
        Kolom("pembilang", "Pembilang"),
        Kolom("penyebut", "Penyebut"),
        *([] if shares else [Kolom("satuan_hasil", "Satuan hasil", lembar_saja=True)]),
        Kolom("target", f"Target{percent}"),
        Kolom(
            "realisasi_dihitung",
            f"Realisasi dihitung{percent}",
            2,
            "pembilang / penyebut * 100" if shares else "",
        ),
        Kolom("tercapai", "Tercapai"),
        Kolom("jarak", "Jarak (satuan)"),
        Kolom("jarak_persen", "Jarak (% pembilang)", 2, "jarak / pembilang * 100"),
    )


def _count_columns(frame: pd.DataFrame) -> tuple[Kolom, ...]:
    shares = frame["penyebut"].notna().all()
    return (
        Kolom("indikator", "Indikator"),
        *([] if shares else [Kolom("satuan", "Satuan")]),
        Kolom("pembilang", "Pembilang"),
        Kolom("penyebut", "Penyebut"),
        Kolom(
            "realisasi",
            f"Realisasi{' (%)' if shares else ''}",
            2,
            "pembilang / penyebut * 100" if shares else "",
        ),
    )


_IN_UNIT = ("realisasi", "target", "target_min", "target_maks", "perubahan")
_TERSIRAT = "Target tersirat: angka paling bulat yang memberi capaian tercetak, bukan kutipan."


def _year_columns(frame: pd.DataFrame) -> tuple[Kolom, ...]:
    """Columns of Tabel II, of one indicator or of all."""
    units = set(frame["satuan"]) if "satuan" in frame else {unit_of(frame).judul}
    of_all, percent = "satuan" in frame, units <= {"persen"}
    change = "poin persen" if percent else "dalam satuannya" if of_all else units.pop()
    places = 2 if of_all else decimals_of(frame)
    behind = "%" if percent and of_all else ""
    implied = (
        Kolom("target_min", "Target tersirat, dari", max(places, 2), satuan=behind),
        Kolom("target_maks", "Target tersirat, sampai", max(places, 2), satuan=behind),
    )
    return (
        *([Kolom("indikator", "Indikator")] if of_all else []),
        *([Kolom("satuan", "Satuan")] if of_all and not percent else []),
        Kolom("tahun", "Tahun"),
        Kolom("realisasi", "Realisasi", places, satuan=behind),
        Kolom("capaian", "Capaian" if percent else "Capaian (%)", satuan=behind),
        Kolom("target", "Target", places, satuan=behind),
        Kolom("jenis_target", "Asal target"),
        *(implied if frame["target_min"].notna().any() else ()),
        Kolom("perubahan", f"Perubahan ({change})", places),
    )


def _stated(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows for which the report prints a value: a table of dashes says nothing."""
    stated = frame[frame["nilai"].notna()].reset_index(drop=True)
    stated.attrs = frame.attrs
    return stated


def _result(frame: pd.DataFrame) -> str:
    """Heading of the result: it says so where it is a sum of several years."""
    since = frame.attrs[DIJUMLAH_SEJAK]
    return f"Jumlah realisasi sejak {since}" if since else "Realisasi tercetak"


def _acuan(acuan: str, nilai: str, terpenuhi: str):
    def columns(frame: pd.DataFrame) -> tuple[Kolom, ...]:
        unit, places = unit_of(frame), decimals_of(frame)
        return (
            Kolom("acuan", acuan),
            Kolom("tahun", "Tahun"),
            Kolom("nilai", nilai, places),
            Kolom("realisasi", _result(frame), places),
            Kolom("selisih", f"Selisih ({unit.selisih})", places),
            Kolom("terpenuhi", terpenuhi),
        )

    return columns


_OF_ALL = (
    Exhibit(
        "indikator.ringkasan",
        "Capaian kinerja sasaran strategis {tahun}: tercetak dan dihitung ulang, {satuan}",
        _summary,
        _summary_columns,
        _uncounted,
        sumber=f"{_BAB}Tabel I setiap indikator; lampiran",
        lembar="Ringkasan",
    ),
    Exhibit(
        "indikator.tahunan",
        "Realisasi, capaian dan target menurut tahun, {satuan}",
        _every_year,
        _year_columns,
        _implied,
        f"{_BAB}Tabel II setiap indikator",
        "Menurut tahun",
    ),
    Exhibit(
        "indikator.ambisi_dan_laju",
        "Target {tahun} terhadap hasil {lalu}, dan laju per tahun menuju target menengah",
        _ambisi_dan_laju,
        _pace_columns,
        _BUKAN_RAMALAN,
        f"{_BAB}Tabel I, II dan IV; lampiran",
        "Ambisi dan laju",
    ),
    Exhibit(
        "indikator.kerapuhan",
        "Satuan pembilang yang memisahkan hasil {tahun} dari sisi seberang target",
        _fragility,
        _fragility_columns,
        "Penyebut tetap. Angka negatif: masih kurang; nol: satu satuan lagi, dan target meleset.",
        _LAMPIRAN,
        "Kerapuhan",
    ),
    Exhibit(
        "indikator.cacah",
        "Pembilang dan penyebut realisasi {tahun} menurut lampiran",
        _counts,
        _count_columns,
        _uncounted,
        sumber=_LAMPIRAN,
        lembar="Cacah",
    ),
)

_OF_ONE = (
    Exhibit(
        "indikator.kartu",
        "Kartu indikator: {indikator}",
        kartu,
        (Kolom("unsur", "Unsur"), Kolom("isi", "Isi")),
    ),
    Exhibit(
        "indikator.tabel_i",
        "Tabel I. Target, realisasi dan capaian {tahun}, {satuan}: {indikator}",
        _tabel_i,
        _tabel_i_columns,
    ),
    Exhibit(
        "indikator.tabel_ii",
        "Tabel II. Realisasi, capaian dan target menurut tahun, {satuan}: {indikator}",
        lambda data, kode: figures_of_one(tabel_ii(data, kode), data, kode, _IN_UNIT),
        _year_columns,
        _TERSIRAT,
    ),
    Exhibit(
        "indikator.tabel_iii",
        "Tabel III. Kabupaten, kota dan provinsi, {satuan}: {indikator}",
        lambda data, kode: _stated(tabel_iii(data, kode)),
        _acuan("Wilayah", "Nilai", "Lebih baik daripada wilayah ini"),
    ),
    Exhibit(
        "indikator.tabel_iv",
        "Tabel IV. Target jangka menengah dan nasional, {satuan}: {indikator}",
        lambda data, kode: _stated(tabel_iv(data, kode)),
        _acuan("Acuan", "Target", "Terpenuhi"),
    ),
)


def _predicate_columns(frame: pd.DataFrame) -> tuple[Kolom, ...]:
    scales = frame.columns[frame.columns.get_loc("tercapai") + 1 :]
    return (
        Kolom("sasaran", "Sasaran"),
        Kolom("jumlah_indikator", "Indikator"),
        Kolom("capaian", "Capaian"),
        *(Kolom(skala, judul_skala(skala)) for skala in scales),
    )


def _titled(frame: pd.DataFrame) -> pd.DataFrame:
    """Scales as a reader calls them."""
    return frame.assign(skala=frame["skala"].map(judul_skala))


_OF_SCALES = (
    Exhibit(
        "indikator.kategori_skala",
        "Kategori menurut setiap skala, dari capaian tercetak dan dari hitungan eksak",
        lambda data: _titled(kategori_skala(data)),
        (
            Kolom("indikator", "Indikator"),
            Kolom("skala", "Skala"),
            Kolom("kategori", "Kategori tercetak"),
            Kolom("kategori_dihitung", "Kategori dihitung"),
            Kolom("berubah", "Berubah"),
        ),
    ),
    Exhibit(
        "indikator.pita_skala",
        "Pita setiap skala dengan batas yang dipakai, persen",
        lambda data: _titled(pita_skala(*skala_dibandingkan(data.laporan.skala))),
        (Kolom("skala", "Skala"), Kolom("kategori", "Kategori"), Kolom("batas", "Capaian")),
    ),
    Exhibit(
        "indikator.skala",
        "Kategori capaian kinerja, persen",
        lambda data: pita_skala(data.laporan.skala),
        (Kolom("batas", "Capaian"), Kolom("kategori", "Kategori"), Kolom("kode", "Kode")),
    ),
    Exhibit(
        "indikator.aturan_skala",
        "Sumber setiap skala dan aturan penutup celah di antara dua pita",
        lambda data: _titled(aturan_skala(*skala_dibandingkan(data.laporan.skala))),
        (Kolom("skala", "Skala"), Kolom("sumber", "Sumber"), Kolom("aturan", "Aturan")),
    ),
    Exhibit(
        "indikator.agregasi",
        "Satu capaian untuk sasaran berindikator banyak menurut beberapa aturan, persen",
        agregasi,
        (
            Kolom("sasaran", "Sasaran"),
            Kolom("aturan", "Aturan"),
            Kolom("capaian", "Capaian dari tercetak"),
            Kolom("kategori", "Kategori dari tercetak"),
            Kolom("capaian_dihitung", "Capaian dihitung"),
            Kolom("kategori_dihitung", "Kategori dihitung"),
        ),
    ),
    Exhibit(
        "indikator.predikat_sasaran",
        "Predikat sasaran menurut setiap skala, dari rata-rata capaian tercetak, persen",
        predikat_sasaran,
        _predicate_columns,
    ),
)

EXHIBITS = (*_OF_ALL, *_OF_ONE, *_OF_SCALES)
