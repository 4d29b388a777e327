from django.urls import path

from .views.compare import compare_page
from .views.exports import export
from .views.findings import finding
from .views.frozen import freeze_board, frozen_list, frozen_one
from .views.review import review_page
from .views.targets import target_page, targets_page
from .views.uses import document_uses, figure_uses

app_name = "assessment"
urlpatterns = [
    path("ke-hoach/<slug:plan>/chi-tieu/", targets_page, name="targets"),
    path("ke-hoach/<slug:plan>/chi-tieu/<str:no>/", target_page, name="target"),
    path("so-lieu/<int:pk>/dung-o-dau/", figure_uses, name="figure-uses"),
    path("nhan-dinh/<int:pk>/", finding, name="finding"),
    path("ke-hoach/<slug:plan>/xuat/<str:table>.<str:ext>", export, name="export"),
    path("van-ban-dung/<slug:code>/", document_uses, name="document-uses"),
    path("danh-gia/", frozen_list, name="list"),
    path("danh-gia/so-sanh/", compare_page, name="compare"),
    path("danh-gia/<int:pk>/", frozen_one, name="one"),
    path("ke-hoach/<slug:plan>/chot/", freeze_board, name="freeze"),
    path("ke-hoach/<slug:plan>/kiem-diem/", review_page, name="review"),
]
