from django.urls import path

from .views import register as views
from .views import signatures

app_name = "documents"
urlpatterns = [
    path("", views.register, name="list"),
    path("dang-ky/", views.new, name="new"),
    path("<slug:code>/", views.one, name="one"),
    path("<slug:code>/ten/", views.cited, name="cited"),
    path("<slug:code>/chu-ky/", signatures.signatures, name="signatures"),
]
