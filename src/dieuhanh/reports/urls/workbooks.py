"""Pages of workbooks."""

from django.urls import path

from ..views import workbooks

urlpatterns = [
    path("bao-cao/<int:pk>/tep/", workbooks.download, name="workbook"),
    path("bao-cao/<int:pk>/tep/nop/", workbooks.hand_in, name="workbook-hand-in"),
    path("bao-cao/tep-tra-lai/<str:ticket>/", workbooks.returned, name="workbook-returned"),
    path("ky-bao-cao/<slug:code>/tep/", workbooks.download_round, name="round-workbook"),
    path("ky-bao-cao/<slug:code>/tep/nop/", workbooks.hand_in_round, name="round-workbook-hand-in"),
]
