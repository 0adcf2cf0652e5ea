"""The administration as an app of its own kind: the one that asks for a second factor."""

from django.contrib.admin.apps import AdminConfig


class SecondFactorAdminConfig(AdminConfig):
    default_site = "offers.accounts.admin_site.SecondFactorAdminSite"
