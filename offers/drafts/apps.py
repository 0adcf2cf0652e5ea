from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "offers.drafts"
    label = "drafts"
    verbose_name = "Drafts"
