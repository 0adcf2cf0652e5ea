from django.apps import AppConfig


class BandsConfig(AppConfig):
    name = "offers.bands"
    label = "bands"
    verbose_name = "Bands"
