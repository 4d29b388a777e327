from django.urls import path

from .views.exports import export

app_name = "assessment"
urlpatterns = [
    path("ke-hoach/<slug:plan>/xuat/<str:table>.<str:ext>", export, name="export"),
]
