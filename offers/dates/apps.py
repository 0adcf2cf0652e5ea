from django.apps import AppConfig


class DatesConfig(AppConfig):
    name = "offers.dates"
    label = "dates"
    verbose_name = "Dates and reminders"
