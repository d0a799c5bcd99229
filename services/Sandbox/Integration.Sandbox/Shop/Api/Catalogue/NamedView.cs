using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Catalogue;

/// <summary>A row that is no more than a name, such as a tax class.</summary>
internal static class NamedView
{
    public static JsonObject Of(JsonObject row) => new() { ["id"] = row.Long("id"), ["name"] = Translation.Text(row, "name") };
}
