"""Figures → CSV, a workbook or Parquet, in pieces; a table that was sent → a sheet."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from paitou.figures.writing import guarded
from paitou.model import Figure, UnreadableFile
from paitou.tables import Sheet
from paitou.text.readers.secrecy import refuse_secrets

if TYPE_CHECKING:
    from pyarrow import ChunkedArray
    from pyarrow.parquet import ParquetFile

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PARQUET = "application/vnd.apache.parquet"
#: Every column of a figure, in the order in which they are written.
COLUMNS = (
    "id", "indicator", "indicator_id", "org", "period", "value", "value_high", "unit",
    "measure", "prices", "qualifier", "bound", "state", "definition", "source",
    "known_on", "confidence", "note", "where",
)  # fmt: skip
#: A workbook of more takes seconds; the other two are for those who want them all.
MOST_IN_WORKBOOK = 20_000
MOST_ROWS = 5000
MOST_COLUMNS = 40
_LONGEST_CELL = 4000
#: Others unpack to a thousand times their size.
_CODECS = frozenset({"SNAPPY", "UNCOMPRESSED"})
_BATCH = 2000
#: Of a number in Parquet; what needs more stands in `value_text` alone.
_DIGITS, _PLACES = 38, 10
_BOM = "\ufeff"


def figure_row(figure: Figure) -> dict[str, str | None]:
    """Return a figure with every column as text; None where there is nothing to say."""
    high = figure.value_high
    return {
        "id": figure.id,
        "indicator": figure.indicator,
        "indicator_id": figure.indicator_id or None,
        "org": figure.org,
        "period": str(figure.period),
        "value": _value(figure.value),
        "value_high": None if high is None else format(high, "f"),
        "unit": figure.unit.text,
        "measure": figure.measure.value,
        "prices": figure.prices or None,
        "qualifier": figure.qualifier or None,
        "bound": figure.bound.value,
        "state": figure.state.value,
        "definition": figure.definition or None,
        "source": figure.source or None,
        "known_on": figure.known_on.isoformat() if figure.known_on else None,
        "confidence": figure.confidence or None,
        "note": figure.note or None,
        "where": figure.where or None,
    }


def csv_pieces(figures: Iterable[Figure]) -> Iterator[bytes]:
    """Yield the figures as CSV, some at a time; decimals are written out in full."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    mark = _BOM
    for number, figure in enumerate(figures, 1):
        writer.writerow(_guarded_row(figure))
        if not number % _BATCH:
            yield (mark + out.getvalue()).encode("utf-8", "replace")
            out.seek(0)
            out.truncate()
            mark = ""
    yield (mark + out.getvalue()).encode("utf-8", "replace")


def workbook_of(figures: Sequence[Figure], title: str, *, is_simulated: bool) -> bytes:
    """Return the figures as a workbook, each cell a text, so that no digit is lost.

    Written row by row: the same figures give the same bytes, however many there are.
    """
    import xlsxwriter

    stream = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False}
    with xlsxwriter.Workbook(stream, options) as book:
        created = dt.datetime.fromisoformat("2000-01-01")
        book.set_properties({"title": title[:255], "created": created})
        sheet = book.add_worksheet("数据")
        if is_simulated:
            sheet.set_header("&C模拟数据，不是统计数据")
        for place, name in enumerate(COLUMNS):
            sheet.write_string(0, place, name)
        for number, figure in enumerate(figures, 1):
            for place, text in enumerate(figure_row(figure).values()):
                if text:
                    sheet.write_string(number, place, text[:32_000])
    return stream.getvalue()


def parquet_of(figures: Sequence[Figure]) -> bytes:
    """Return the figures as Parquet.

    `value` and `value_high` are decimal128(38, 10), empty where a value is no number or
    does not fit; `value_text` is always exactly what the figure says.
    """
    import pyarrow as pa
    from pyarrow import parquet

    texts = [name for name in COLUMNS if name not in ("value", "value_high", "known_on")]
    number = pa.decimal128(_DIGITS, _PLACES)
    rows = [figure_row(figure) for figure in figures]
    columns = {name: pa.array([row[name] for row in rows], pa.string()) for name in texts}
    columns["value"] = pa.array([_fitting(one.value) for one in figures], number)
    columns["value_high"] = pa.array([_fitting(f.value_high) for f in figures], number)
    columns["known_on"] = pa.array([one.known_on for one in figures], pa.date32())
    columns["value_text"] = pa.array([row["value"] for row in rows], pa.string())
    table = pa.table({name: columns[name] for name in (*COLUMNS, "value_text")})
    stream = io.BytesIO()
    parquet.write_table(table, stream, compression="zstd")
    return stream.getvalue()


def parquet_sheet(data: bytes) -> Sheet:
    """Return a Parquet table that was sent as a sheet, its names as the head.

    Raises:
        UnreadableFile: damaged, too large, or bearing a secrecy mark.
    """
    import pyarrow as pa
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(io.BytesIO(data))
        _refuse_large(file)
        names = file.schema_arrow.names
        table = parquet.read_table(io.BytesIO(data), read_dictionary=names)
        columns = [_column(column) for column in table.columns]
    except (pa.ArrowException, OSError, ValueError, OverflowError) as fault:
        raise UnreadableFile("Parquet 文件已损坏，请重新生成") from fault
    rows = (tuple(table.column_names), *zip(*columns, strict=True))
    cells = tuple(tuple(_cell(value) for value in row) for row in rows)
    refuse_secrets("\n".join(text for row in cells[:20] for text in row if text))
    return Sheet(file="上传的Parquet", rows=cells)


def _guarded_row(figure: Figure) -> list[str]:
    """A row that no spreadsheet takes for formulas; a number stays a number."""
    row = figure_row(figure)
    numbers = {"value", "value_high"} if isinstance(figure.value, Decimal) else set()
    return [
        (text or "") if name in numbers else guarded(text or "")
        for name, text in row.items()
    ]


def _value(value: Decimal | str | None) -> str:
    if value is None:
        return "/"
    return format(value, "f") if isinstance(value, Decimal) else value


def _fitting(value: Decimal | str | None) -> Decimal | None:
    if not isinstance(value, Decimal) or not value.is_finite():
        return None
    exponent = value.as_tuple().exponent
    is_short = isinstance(exponent, int) and exponent >= -_PLACES
    return value if is_short and value.adjusted() < _DIGITS - _PLACES else None


def _refuse_large(file: ParquetFile) -> None:
    """Refuse what unpacks to more than a form can hold, before anything is unpacked."""
    import pyarrow as pa

    told = file.metadata
    if told.num_columns > MOST_COLUMNS or told.num_rows > MOST_ROWS:
        raise UnreadableFile(f"Parquet 表超过{MOST_ROWS}行或{MOST_COLUMNS}列，没有读取")
    if any(pa.types.is_nested(each.type) for each in file.schema_arrow):
        raise UnreadableFile("Parquet 表的列里套着列，没有读取，每列只放一种简单的值")
    for group in range(told.num_row_groups):
        for place in range(told.num_columns):
            column = told.row_group(group).column(place)
            if column.num_values > MOST_ROWS or column.compression not in _CODECS:
                raise UnreadableFile("Parquet 请用 snappy 压缩或不压缩，没有读取")


def _column(column: ChunkedArray) -> list[object]:
    """The values of a column; a long text that stands in every row is not copied."""
    import pyarrow as pa
    from pyarrow import compute

    for chunk in column.chunks:
        texts = chunk.dictionary if pa.types.is_dictionary(chunk.type) else chunk
        if pa.types.is_string(texts.type) or pa.types.is_binary(texts.type):
            longest = compute.max(compute.binary_length(texts)).as_py() or 0
            if longest > _LONGEST_CELL:
                raise UnreadableFile(f"Parquet 有超过{_LONGEST_CELL}字节的格，没有读取")
    return list(column.to_pylist())


def _cell(value: object) -> str | None:
    if value is None:
        return None
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    return "".join(each for each in text if each.isprintable()).strip() or None
