"""Pages of forms and their rules."""

from django.urls import path

from ..views import building, forms, rules

urlpatterns = [
    path("bieu-mau/", forms.form_list, name="forms"),
    path("bieu-mau/moi/", forms.new_form, name="form-new"),
    path("bieu-mau/<slug:code>/", forms.one_form, name="form"),
    path("bieu-mau/<slug:code>/ban/<int:number>/", forms.one_form, name="form-version"),
    path("bieu-mau/<slug:code>/ngung/", forms.retire, name="form-retire"),
    path("bieu-mau/<slug:code>/soan/", building.build, name="form-build"),
    path("bieu-mau/<slug:code>/soan/luu/", building.keep, name="form-keep"),
    path("bieu-mau/<slug:code>/soan/tim/", building.choose, name="form-choose"),
    path("bieu-mau/<slug:code>/quy-tac/", rules.rule_page, name="form-rule-new"),
    path("bieu-mau/<slug:code>/quy-tac/<slug:rule>/", rules.rule_page, name="form-rule"),
    path("bieu-mau/<slug:code>/quy-tac/<slug:rule>/ngung/", rules.retire, name="form-rule-retire"),
]
