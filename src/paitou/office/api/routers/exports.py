"""A book as a folder of plain files, in one archive."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse
from django.http.response import HttpResponseBase

from paitou.office.api.desk import Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.exporting import export
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import seen_book
from paitou.office.api.values import Search
from paitou.office.people.roles import Right

desk = Desk("导出")
ZIP = "application/zip"


@desk.sends(
    "/books/{book}/export",
    (ZIP,),
    use(Scope.READ, Right.READ_ALL),
    told="导出工作文件夹（zip），含核定的数；用 paitou import-folder 还原，一字不差。",
)
def export_book(request: Asking, book: Search) -> HttpResponseBase:
    """Send the folder of a book as an archive."""
    shelved = seen_book(request, book)
    kept = "".join(c for c in shelved.name if c.isalnum() or c in "-_~.")
    made = BytesIO(export(shelved))
    return FileResponse(made, as_attachment=True, filename=f"{kept}.zip", content_type=ZIP)
