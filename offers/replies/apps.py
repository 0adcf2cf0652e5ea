from django.apps import AppConfig


class RepliesConfig(AppConfig):
    name = "offers.replies"
    label = "replies"
    verbose_name = "Replies"
