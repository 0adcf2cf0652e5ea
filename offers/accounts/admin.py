"""People in the administration: who may enter, nothing of what they negotiate."""

from django.contrib import admin
from django.http import HttpRequest

from offers.accounts.erasure import erase
from offers.accounts.models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    list_display = ("email", "is_active", "is_staff", "joined_at", "last_login")
    list_filter = ("is_active", "is_staff")
    search_fields = ("email",)
    ordering = ("email",)
    fields = ("email", "is_active", "is_staff", "is_superuser", "user_permissions", "joined_at", "last_login")
    readonly_fields = ("email", "joined_at", "last_login")
    filter_horizontal = ("user_permissions",)
    actions = None  # People go one by one, each after a look at whom.

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        """Who may change people may not make themselves more than they are."""
        powers = ("is_staff", "is_superuser", "user_permissions")
        return self.readonly_fields if request.user.is_superuser else self.readonly_fields + powers

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # People sign up themselves; administrators are made by `manage.py createadmin`.

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Nobody here deletes themselves, or somebody who may do more: one administrator is always left."""
        may = super().has_delete_permission(request, obj)
        return may and (
            obj is None or (obj != request.user and obj.is_superuser <= request.user.is_superuser)
        )

    def delete_model(self, request: HttpRequest, obj: User) -> None:
        erase(obj)
