"""The fingerprint of a frame: the same where a chart of it is the same."""

from hashlib import sha256

import numpy as np
import pandas as pd

_TOLD_WHOLE = {bool, int, float, str, type(None), type(pd.NA), type(pd.NaT)}  # by their repr


def fingerprint(frame: pd.DataFrame) -> str:
    """Fingerprint of all that a frame holds: columns, types, labels, values and `attrs`.

    Returns
    -------
    str
        SHA-256 in hexadecimal; empty where something in it cannot be told whole.

    Examples
    --------
    >>> frame = pd.DataFrame({"a": [1, 2]})
    >>> fingerprint(frame) == fingerprint(frame.copy())
    True
    >>> fingerprint(frame) == fingerprint(frame.astype(float))
    False
    >>> fingerprint(frame.assign(a=[{1}, {2}]))
    ''
    """
    try:
        axes = [(_kind(axis), list(axis.names), axis.tolist()) for axis in frame.axes]
        columns = [(_kind(column), column.tolist()) for _, column in frame.items()]
        told = _told([axes, columns, frame.attrs])
    except TypeError:
        return ""
    return sha256(told.encode()).hexdigest()


def _kind(values: pd.Series | pd.Index) -> str:
    if isinstance(values.dtype, pd.CategoricalDtype):
        raise TypeError("categories that no value has are not told")
    return str(values.dtype)


def _told(value: object) -> str:
    """A value as text that no other value has; TypeError where that is not known."""
    if isinstance(value, dict):
        return f"{{{_told(list(value.items()))}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_told, value))}]"
    if type(value) in _TOLD_WHOLE or isinstance(value, np.number | np.bool_):
        return repr(value)
    raise TypeError(type(value))
