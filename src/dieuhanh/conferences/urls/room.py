"""Addresses of the live room: each site's page, the chair's console, the stream."""

from __future__ import annotations

from django.urls import URLPattern, path

from ..views import console, room, screen, stream

urlpatterns: list[URLPattern] = [
    path("<slug:code>/phong-hop/", room.room, name="room"),
    path("<slug:code>/phong-hop/dong/", stream.stream, name="stream"),
    path("<slug:code>/phong-hop/tu/", stream.since, name="since"),
    path("<slug:code>/phong-hop/co-mat/", room.tree, name="presence"),
    path("<slug:code>/phong-hop/man-hinh/", screen.screen, name="screen"),
    path("<slug:code>/phong-hop/dang-ky/", room.ask, name="ask"),
    path("<slug:code>/phong-hop/rut/", room.withdraw_own, name="withdraw"),
    path("<slug:code>/phong-hop/so-nguoi/", room.heads, name="heads"),
    path("<slug:code>/trinh-chieu/", room.projector, name="projector"),
    path("<slug:code>/dieu-khien/", console.console, name="console"),
    path("<slug:code>/dieu-khien/noi-dung/", console.begin, name="begin-item"),
    path("<slug:code>/dieu-khien/moi/", console.give, name="floor"),
    path("<slug:code>/dieu-khien/goi/", console.call, name="call"),
    path("<slug:code>/dieu-khien/tim/", console.voices, name="voices"),
    path("<slug:code>/dieu-khien/ket-thuc/", console.end, name="floor-end"),
    path("<slug:code>/dieu-khien/luot/", console.turn, name="turn"),
    path("<slug:code>/dieu-khien/hang-doi/", console.queue, name="queue"),
    path("<slug:code>/dieu-khien/chieu/", console.put_on_screen, name="show"),
    path("<slug:code>/dieu-khien/y-kien/", console.note, name="contribute"),
    path("<slug:code>/dieu-khien/y-kien-da-ghi/", console.noted, name="noted"),
]
