"""The answer on two pages for a physiotherapist: as a page to print, and as PDF."""

from coxa.exchange.answer_report.blocks import Report
from coxa.exchange.answer_report.content import METHOD, report_of
from coxa.exchange.answer_report.facts import Facts, Work
from coxa.exchange.answer_report.page import REPORT_CSS, report_body, report_page
from coxa.exchange.answer_report.pdf import report_pdf

__all__ = [
    "METHOD",
    "REPORT_CSS",
    "Facts",
    "Report",
    "Work",
    "report_body",
    "report_of",
    "report_page",
    "report_pdf",
]
