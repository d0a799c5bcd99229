using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Schema;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Shop.Rows;

/// <summary>
/// The shop's tables within one transaction. A row is a JSON object of its columns; a to-one link holds the other
/// row's id under the link's name; names starting with <c>@</c> are ours and are never sent.
/// </summary>
/// <param name="unit">The transaction.</param>
/// <param name="schema">The tables.</param>
/// <param name="watch">Notes what is written, or null.</param>
/// <param name="saved">Notes the orders written, or null.</param>
internal sealed class ShopRows(SandboxUnit unit, ShopSchema schema, ChangeWatch? watch = null, SavedOrders? saved = null)
{
    public ShopSchema Schema => schema;

    public SandboxUnit Unit => unit;

    public JsonObject? Find(string entity, string? id) => id is null or "" ? null : unit.Find<JsonObject>(entity, id);

    /// <summary>The row that a to-one link points to, or null.</summary>
    public JsonObject? Linked(JsonObject row, string link, string entity) => Find(entity, row.Text(link));

    public IReadOnlyCollection<JsonObject> All(string entity) => Ordered(entity, unit.All<JsonObject>(entity));

    /// <summary>Rows whose index column has this value; case does not matter, as in MySQL's usual collation.</summary>
    public IReadOnlyCollection<JsonObject> By(string entity, string value) => Ordered(entity, unit.ByKey<JsonObject>(entity, Folded(value)));

    /// <summary>Rows owned by the row with this id.</summary>
    public IReadOnlyCollection<JsonObject> Owned(string entity, string ownerId) => By(entity, ownerId);

    public string Id(string entity, JsonObject row) => row.Text(schema[entity].Key);

    /// <summary>Stores a new row: a fresh one's columns, the given values over them, and the next id unless one is given.</summary>
    public JsonObject Insert(string entity, JsonObject values)
    {
        var shape = schema[entity];
        var row = shape.Columns.DeepClone().AsObject();
        foreach (var (name, value) in values)
        {
            row[name] = value?.DeepClone();
        }

        var id = row.Text(shape.Key);
        if (id is "" or "0")
        {
            row[shape.Key] = unit.Next(Counter(entity));
        }
        else if (long.TryParse(id, out var given) && given > unit.Counter(Counter(entity)))
        {
            unit.SetCounter(Counter(entity), given);
        }

        Save(entity, row);
        return row;
    }

    public void Save(string entity, JsonObject row)
    {
        var shape = schema[entity];
        var index = shape.Owner ?? shape.Index;
        watch?.Touch(unit, entity, row.Text(shape.Key));
        saved?.Note(entity, row);
        unit.Put(entity, row.Text(shape.Key), row, index is null || row[index] is null ? null : Folded(row.Text(index)));
    }

    /// <summary>Removes a row, the rows it owns and, for an order, the profile that is the order's own: as X-Cart cascades.</summary>
    public bool Delete(string entity, string id)
    {
        if (Find(entity, id) is not { } row)
        {
            return false;
        }

        foreach (var link in schema[entity].Links.Where(link => link.Kind == LinkKind.Many))
        {
            foreach (var child in Owned(link.Entity, id))
            {
                Delete(link.Entity, Id(link.Entity, child));
            }
        }

        watch?.Touch(unit, entity, id);
        unit.Remove(entity, id);
        if (entity is "order" or "cart")
        {
            Delete("profile", row.Text("profile"));
        }

        return true;
    }

    private static string Folded(string text) => text.ToUpperInvariant();

    // A cart becomes an order and keeps its id, so both count together.
    private static string Counter(string entity) => entity == "cart" ? "order" : entity;

    private List<JsonObject> Ordered(string entity, IReadOnlyList<JsonObject> rows)
    {
        var key = schema[entity].Key;
        return rows.OrderBy(row => long.TryParse(row.Text(key), CultureInfo.InvariantCulture, out var id) ? id : 0).ToList();
    }
}
