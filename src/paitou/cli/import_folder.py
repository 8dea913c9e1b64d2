"""`paitou import-folder`: an archive that the office exported → a folder to work in."""

from __future__ import annotations

from pathlib import Path

import click

from paitou.cli.archive import MAX_ARCHIVE, unpack_into
from paitou.cli.options import PATH
from paitou.model import UsageError

_HELP = """\
把网站导出的压缩包（/api/books/…/export）还原成工作文件夹；已经有的文件夹不动。

Unpack an exported book into a new folder, checked before anything is written.

\b
例：
  paitou import-folder kunming-2023.zip kunming/
"""


@click.command("import-folder", help=_HELP)
@click.argument("archive", metavar="压缩包", type=PATH)
@click.argument("folder", metavar="文件夹", type=PATH)
def import_folder_command(archive: Path, folder: Path) -> int:
    """Unpack the archive and return the exit status."""
    try:
        if archive.stat().st_size > MAX_ARCHIVE:
            raise UsageError(f"“{archive}”超过{MAX_ARCHIVE >> 20}MB，没有读取")
        data = archive.read_bytes()
    except OSError as error:
        raise UsageError(f"打不开“{archive}”（{error.strerror}），请检查路径") from error
    for name in unpack_into(data, folder):
        click.echo(folder / name)
    return 0
