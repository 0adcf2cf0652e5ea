from django.apps import AppConfig


class CompareConfig(AppConfig):
    name = "offers.compare"
    label = "compare"
    verbose_name = "Comparisons"
