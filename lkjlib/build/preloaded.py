"""Importing this module imports and loads what the kernels and workers of a build need.

The fork server of `lkjlib.build.warm` does so once, before anything is forked from it.
"""

import gc
import json
import os
import warnings
from contextlib import suppress
from importlib import import_module

import lkjlib
from lkjlib.build.warm import LOADED
from lkjlib.errors import AnnexWarning
from lkjlib.ledger.sentences import report_findings
from lkjlib.products import catalogue
from lkjlib.products.absent import has_ledger

_NEEDED = (
    "lkjlib.build.forked",
    *("ipykernel.kernelapp", "ipykernel.debugger", "IPython.extensions.storemagic"),
    *("IPython.core.completerlib", "IPython.core.debugger", "IPython.core.oinspect"),
    *("psutil", "sqlite3", "tornado.platform.asyncio"),
    *("matplotlib.pyplot", "matplotlib.backends.backend_agg", "IPython.core.pylabtools"),
    *("PIL.features", "jinja2"),
)


def load_all() -> None:
    """Import what kernels and charts need and all that is public; load and judge the reports."""
    # as the kernel's own description has it: nobody debugs here
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    for name in _NEEDED:
        with suppress(ImportError):  # kernels do without, or say so themselves
            import_module(name)
    import_module("PIL.Image").preinit()
    for name in lkjlib.__all__:
        getattr(lkjlib, name)
    catalogue.charts()
    catalogue.exhibits()
    for folder, report in json.loads(os.environ.get(LOADED, "[]")):
        os.chdir(folder)
        with suppress(Exception):  # of whatever kind: whoever asks for it is told
            data = lkjlib.load(report)
            lkjlib.sidik_jari(data)
            report_findings(data)
            if has_ledger(data.laporan):
                lkjlib.temuan_klaim(data)


gc.disable()  # while everything comes that is here to stay
here = os.getcwd()
try:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", AnnexWarning)
        load_all()
finally:
    os.chdir(here)
    gc.freeze()  # the memory that forks share stays shared
    gc.enable()
