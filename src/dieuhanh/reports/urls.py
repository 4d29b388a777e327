"""A figure's passport."""

from django.urls import path

from . import views

app_name = "reports"
urlpatterns = [path("<int:pk>/", views.figure, name="figure")]
