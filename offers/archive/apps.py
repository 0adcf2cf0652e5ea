from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "offers.archive"
    label = "archive"
    verbose_name = "Archive"
