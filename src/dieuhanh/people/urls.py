"""Signing in and out, seats."""

from django.urls import path

from . import views

app_name = "people"
urlpatterns = [
    path("dang-nhap/", views.SignIn.as_view(), name="sign-in"),
    path("dang-xuat/", views.SignOut.as_view(), name="sign-out"),
    path("ghe/", views.seat, name="seat"),
]
