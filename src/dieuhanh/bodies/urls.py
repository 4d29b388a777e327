from django.urls import path

from .views import areas

app_name = "bodies"
urlpatterns = [
    path("", areas.tree, name="areas"),
    path("<str:code>/<str:since>/", areas.one, name="area"),
]
