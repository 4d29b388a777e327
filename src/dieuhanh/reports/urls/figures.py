"""Pages of figures."""

from django.urls import path

from ..views import figures, rolled

urlpatterns = [
    path("so-lieu/<int:pk>/", figures.figure, name="figure"),
    path("so-lieu/tong-hop/<slug:indicator>/<int:area>/", rolled.rolled, name="rolled"),
]
