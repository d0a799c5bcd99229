using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;
using Integration.Sandbox.Shop.Schema;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>
/// Lays a sent model over a row. Unknown fields are ignored; a to-one link is found by primary key or by
/// <c>code</c>; members of a to-many link are changed when they carry a known key, else added.
/// </summary>
internal sealed class ModelWriter(ShopRows rows)
{
    /// <returns>True when a column or to-one link of the row itself has another value now.</returns>
    public bool Apply(EntitySchema entity, JsonObject row, JsonObject model)
    {
        var changed = false;
        foreach (var (name, value) in model)
        {
            if (name != entity.Key && entity.Columns.ContainsKey(name))
            {
                changed |= Set(row, name, Coerce(entity.Columns[name], value));
            }
            else if (entity.Link(name) is { } link)
            {
                changed |= Follow(entity, row, link, value);
            }
        }

        return changed;
    }

    private bool Follow(EntitySchema entity, JsonObject row, LinkSchema link, JsonNode? value)
    {
        switch (link.Kind)
        {
            case LinkKind.One:
                return value is null
                    ? Set(row, link.Name, null)
                    : Target(link, value) is { } target && Set(row, link.Name, rows.Schema[link.Entity].Key is var key ? target[key]?.DeepClone() : null);
            case LinkKind.Many when value is JsonArray members:
                foreach (var member in members.OfType<JsonObject>())
                {
                    ApplyMember(entity, row, link, member);
                }

                return false;
            // Only ever added to: the real loader takes no row out of such a link.
            case LinkKind.Refs when value is JsonArray members:
                var kept = row.Rows(link.Name).DeepClone().AsArray();
                foreach (var member in members.OfType<JsonObject>().Select(member => Target(link, member)).OfType<JsonObject>())
                {
                    var id = rows.Id(link.Entity, member);
                    if (!kept.Any(other => RowValues.AsText(other!) == id))
                    {
                        kept.Add((JsonNode)long.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
                    }
                }

                return Set(row, link.Name, kept);
            case LinkKind.Rows when value is JsonArray members:
                return ApplyInside(row, link, members);
            default:
                return false;
        }
    }

    private JsonObject? Target(LinkSchema link, JsonNode value)
    {
        var shape = rows.Schema[link.Entity];
        if (value is not JsonObject sent)
        {
            return rows.Find(link.Entity, RowValues.AsText(value));
        }

        return rows.Find(link.Entity, sent.Text(shape.Key))
            ?? (sent.Text("code") is { Length: > 0 } code && shape.Index == "code" ? rows.By(link.Entity, code).FirstOrDefault() : null)
            // An unknown profile is made, empty: the real one does this when the profile was deleted meanwhile.
            ?? (link.Entity == "profile" ? rows.Insert(link.Entity, []) : null);
    }

    private void ApplyMember(EntitySchema entity, JsonObject row, LinkSchema link, JsonObject member)
    {
        var shape = rows.Schema[link.Entity];
        var child = rows.Find(link.Entity, member.Text(shape.Key))
            ?? rows.Insert(link.Entity, new JsonObject { [shape.Owner!] = row[entity.Key]?.DeepClone() });
        Apply(shape, child, member);
        rows.Save(link.Entity, child);
    }

    private bool ApplyInside(JsonObject row, LinkSchema link, JsonArray members)
    {
        var kept = row.Rows(link.Name).DeepClone().AsArray();
        foreach (var member in members.OfType<JsonObject>())
        {
            var same = kept.FirstOrDefault(item => member["code"] is not null && item!.AsObject().Text("code") == member.Text("code"));
            if (same is null)
            {
                kept.Add(same = new JsonObject(link.Columns.Select(column => KeyValuePair.Create(
                    column, (JsonNode?)(column is "id" or "label_id" ? rows.Unit.Next(link.Name) : "")))));
            }

            foreach (var (name, value) in member.Where(pair => link.Columns.Contains(pair.Key)))
            {
                same[name] = value?.DeepClone();
            }
        }

        return Set(row, link.Name, kept);
    }

    private static bool Set(JsonObject row, string name, JsonNode? value)
    {
        if (JsonNode.DeepEquals(row[name], value))
        {
            return false;
        }

        row[name] = value;
        return true;
    }

    // A form sends every value as text, and PHP casts it to the column's type.
    private static JsonNode? Coerce(JsonNode? sample, JsonNode? value)
    {
        if (value is null || sample is null)
        {
            return value?.DeepClone();
        }

        var text = RowValues.AsText(value);
        return sample.GetValueKind() switch
        {
            JsonValueKind.Number => RowValues.Number(new JsonObject { ["value"] = value.DeepClone() }.Amount("value")),
            JsonValueKind.True or JsonValueKind.False => JsonValue.Create(text is "true" or "1"),
            JsonValueKind.String => JsonValue.Create(text),
            _ => value.DeepClone(),
        };
    }
}
