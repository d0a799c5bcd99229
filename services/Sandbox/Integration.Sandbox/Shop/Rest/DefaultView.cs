using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;
using Integration.Sandbox.Shop.Schema;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>The default schema: columns in lists; one level of associations more on a single row.</summary>
internal sealed class DefaultView(ShopRows rows)
{
    // The recorded shop was without CDev\Wholesale: a product shows these prices once it has some.
    private const string Wholesale = "wholesalePrices";

    public static JsonObject Columns(EntitySchema entity, JsonObject row) =>
        new(entity.Columns.Select(column => KeyValuePair.Create(column.Key, row[column.Key]?.DeepClone())));

    public JsonObject Single(EntitySchema entity, JsonObject row)
    {
        var view = Columns(entity, row);
        foreach (var link in entity.Links.Where(link => link.Name != Wholesale || rows.Owned(link.Entity, row.Text(entity.Key)).Count > 0))
        {
            view[link.Name] = link.Kind switch
            {
                LinkKind.Null => null,
                LinkKind.EmptyList => new JsonArray(),
                LinkKind.Rows => new JsonArray([.. row.Rows(link.Name).Select(item => Pick(link, item!.AsObject()))]),
                LinkKind.One => rows.Linked(row, link.Name, link.Entity) is { } target ? Columns(rows.Schema[link.Entity], target) : null,
                LinkKind.Refs => new JsonArray([.. row.Rows(link.Name).Select(id => rows.Find(link.Entity, RowValues.AsText(id!))).OfType<JsonObject>()
                    .Select(target => Columns(rows.Schema[link.Entity], target))]),
                LinkKind.Many => new JsonArray(
                    [.. rows.Owned(link.Entity, row.Text(entity.Key)).Select(child => Columns(rows.Schema[link.Entity], child))]),
                _ => throw new InvalidOperationException($"Unknown link kind {link.Kind}."),
            };
        }

        return view;
    }

    private static JsonObject Pick(LinkSchema link, JsonObject item) =>
        new(link.Columns.Select(column => KeyValuePair.Create(column, item[column]?.DeepClone())));
}
