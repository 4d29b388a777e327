"""Addresses of the ballots pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from ..views import ballot_deeds, ballots

urlpatterns: list[URLPattern] = [
    path("<slug:code>/bieu-quyet/", ballots.ballots, name="ballots"),
    path("<slug:code>/bieu-quyet/mo/", ballot_deeds.new, name="ballot-new"),
    path("<slug:code>/bieu-quyet/bay-gio/", ballots.now, name="ballot-now"),
    path("<slug:code>/bieu-quyet/<int:pk>/", ballots.ballot, name="ballot"),
    path("<slug:code>/bieu-quyet/<int:pk>/tham-gia/", ballots.turnout, name="ballot-turnout"),
    path("<slug:code>/bieu-quyet/<int:pk>/phieu/", ballot_deeds.vote, name="ballot-vote"),
    path("<slug:code>/bieu-quyet/<int:pk>/ket-thuc/", ballot_deeds.close, name="ballot-close"),
    path("<slug:code>/bieu-quyet/<int:pk>/huy/", ballot_deeds.void, name="ballot-void"),
    path("<slug:code>/bieu-quyet/<int:pk>/tai.<str:ext>", ballots.export, name="ballot-export"),
]
