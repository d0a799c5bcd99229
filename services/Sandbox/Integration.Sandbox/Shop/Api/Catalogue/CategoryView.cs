using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Catalogue;

/// <summary>A category; the tree is kept as nested sets.</summary>
internal static class CategoryView
{
    public static JsonObject Of(JsonObject category, IReadOnlyCollection<JsonObject> all) => new()
    {
        ["id"] = category.Long("category_id"),
        ["enabled"] = category.Flag("enabled"),
        ["show_title"] = category.Flag("show_title"),
        ["position"] = category.Long("pos"),
        ["memberships"] = new JsonArray(),
        ["parent"] = Parent(category, all)?.Long("category_id"),
        ["clean_url"] = "",
        ["name"] = Translation.Text(category, "name"),
        ["description"] = Translation.Text(category, "description"),
        ["meta_tags"] = "",
        ["meta_description"] = "",
        ["meta_title"] = "",
        ["icon"] = null,
        ["banner"] = null,
    };

    public static JsonObject? Parent(JsonObject category, IReadOnlyCollection<JsonObject> all) => all
        .Where(other => other.Long("lpos") < category.Long("lpos") && other.Long("rpos") > category.Long("rpos"))
        .MaxBy(other => other.Long("lpos"));
}
