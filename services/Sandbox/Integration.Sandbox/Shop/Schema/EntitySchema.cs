using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Schema;

/// <summary>One entity of the legacy REST API: its columns with the value of a new row, and its associations.</summary>
/// <param name="Path">Name in <c>_path</c>, such as <c>order</c> or <c>cdev-coupons-coupon</c>.</param>
/// <param name="Key">Primary-key column.</param>
/// <param name="Alias">Table alias in <c>orderBy</c> conditions, such as <c>o</c>.</param>
/// <param name="Index">Column to find rows by, or null.</param>
/// <param name="Paged">Numbers that rows are indexed by for paging.</param>
/// <param name="Owner">Link that names the owning row, or null.</param>
/// <param name="Columns">Columns in the order they are sent, with the value of a new row.</param>
/// <param name="Links">Associations in the order they are sent.</param>
internal sealed record EntitySchema(
    string Path,
    string Key,
    string Alias,
    string? Index,
    IReadOnlyList<string> Paged,
    string? Owner,
    JsonObject Columns,
    IReadOnlyList<LinkSchema> Links)
{
    public LinkSchema? Link(string name) => Links.FirstOrDefault(link => link.Name == name);
}
