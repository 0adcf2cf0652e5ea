from django.apps import AppConfig


class TimelineConfig(AppConfig):
    name = "offers.timeline"
    label = "timeline"
    verbose_name = "Timelines"
