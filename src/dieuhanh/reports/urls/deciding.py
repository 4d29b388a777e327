"""Pages of approving, returning and closing."""

from django.urls import path

from ..views import closing, deciding

urlpatterns = [
    path("bao-cao/cho-duyet/", deciding.waiting_page, name="waiting"),
    path("bao-cao/cho-duyet/duyet/", deciding.approve_many, name="approve-many"),
    path("bao-cao/<int:pk>/duyet/", deciding.decide, name="decide"),
    path("bao-cao/<int:pk>/rut-lai/", deciding.take_back_page, name="take-back"),
    path("ky-bao-cao/<slug:code>/chot/", closing.closing_page, name="closing"),
]
