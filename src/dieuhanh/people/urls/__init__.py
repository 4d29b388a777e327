"""Signing in and out, seats, one's own account, and the administrator's pages."""

from django.urls import path

from ..views import account, explaining, office, sign_in

app_name = "people"
urlpatterns = [
    path("dang-nhap/", sign_in.SignIn.as_view(), name="sign-in"),
    path("dang-xuat/", sign_in.SignOut.as_view(), name="sign-out"),
    path("ghe/", sign_in.seat, name="seat"),
    path("vao-lan-dau/<str:secret>/", sign_in.enter, name="enter"),
    path("tai-khoan/", account.account, name="account"),
    path("tai-khoan/lam-thay/", account.act, name="act"),
    path("tai-khoan/uy-quyen/<int:post>/", account.lend, name="lend"),
    path("tai-khoan/uy-quyen/<int:pk>/dung/", account.end_lending, name="end-lending"),
    path("tai-khoan/khoa/", account.new_token, name="token"),
    path("tai-khoan/khoa/<int:pk>/thu-hoi/", account.drop_token, name="drop-token"),
    path("quan-tri/nguoi-dung/", office.listing, name="users"),
    path("quan-tri/nguoi-dung/moi/", office.new, name="new-user"),
    path("quan-tri/nguoi-dung/<int:pk>/", office.one, name="user"),
    path("quan-tri/nguoi-dung/<int:pk>/sua/", office.details, name="details"),
    path("quan-tri/nguoi-dung/<int:pk>/bo-nhiem/", office.appoint, name="appoint"),
    path("quan-tri/nguoi-dung/<int:pk>/quyen/", office.grant, name="grant"),
    path("quan-tri/nguoi-dung/<int:pk>/duong-dan/", office.entry_link, name="entry-link"),
    path("quan-tri/nguoi-dung/<int:pk>/mo-dong/", office.set_open, name="set-open"),
    path("quan-tri/nguoi-dung/<int:pk>/hai-lop/", office.reset_second_factor, name="reset-factor"),
    path("quan-tri/nguoi-dung/<int:pk>/dinh-danh/", office.link_identity, name="link-identity"),
    path("quan-tri/nguoi-dung/<int:pk>/go-dinh-danh/", office.unlink_identity, name="unlink"),
    path("quan-tri/chuc-vu/<int:pk>/thoi-giu/", office.end_post, name="end-post"),
    path("quan-tri/quyen/<int:pk>/thu-hoi/", office.end_grant, name="end-grant"),
    path("quan-tri/giai-thich/", explaining.explaining, name="explain"),
]
