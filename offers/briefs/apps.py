from django.apps import AppConfig


class BriefsConfig(AppConfig):
    name = "offers.briefs"
    label = "briefs"
    verbose_name = "Briefs"
