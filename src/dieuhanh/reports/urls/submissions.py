"""Pages of submissions."""

from django.urls import path

from ..views import submissions

urlpatterns = [
    path("bao-cao/<int:pk>/", submissions.submission, name="submission"),
    path("bao-cao/<int:pk>/luu/", submissions.save, name="submission-save"),
    path("bao-cao/<int:pk>/thay-doi/", submissions.changes, name="submission-changes"),
    path("bao-cao/<int:pk>/nop/", submissions.hand_in, name="submission-file"),
    path("bao-cao/<int:pk>/bien-nhan/", submissions.receipt, name="submission-receipt"),
    path("bao-cao/<int:pk>/in/", submissions.on_paper, name="submission-paper"),
]
