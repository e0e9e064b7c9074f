"""Reads the workbook at argv[1] with openpyxl and writes as JSON what openpyxl found in it."""

import datetime
import json
import sys

import openpyxl


def plain(value):
    return value.date().isoformat() if isinstance(value, datetime.datetime) else value


book = openpyxl.load_workbook(sys.argv[1])
json.dump(
    [
        {
            "name": sheet.title,
            "rows": [[plain(cell.value) for cell in row] for row in sheet.iter_rows()],
            "formulas": sum(cell.data_type == "f" for row in sheet.iter_rows() for cell in row),
            "frozen": sheet.freeze_panes,
            "filter": sheet.auto_filter.ref,
            "across": sheet.page_setup.orientation == "landscape",
        }
        for sheet in book
    ],
    sys.stdout,
)
