using System.Text.Json;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Writing;

/// <summary>Reads a request body as strictly as the service: names are case-sensitive and must exist, values must have the column's own type.</summary>
internal sealed class PayloadReader(OrganizationSchema schema, Addresses addresses, DataverseSettings settings)
{
    private const string Bind = "@odata.bind";

    /// <exception cref="DataverseFault">400.</exception>
    public Payload Read(JsonElement body, TableSchema table, IReadOnlyDictionary<string, RecordAddress> references)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw DataverseFault.Payload(table, "Microsoft.OData.ODataException: A JSON object was expected");
        }

        var payload = new Payload(table);
        foreach (var property in body.EnumerateObject())
        {
            Take(payload, property, references);
        }

        return payload;
    }

    private void Take(Payload payload, JsonProperty property, IReadOnlyDictionary<string, RecordAddress> references)
    {
        var (table, name, value) = (payload.Table, property.Name, property.Value);
        if (name.EndsWith(Bind, StringComparison.Ordinal))
        {
            Link(payload, name[..^Bind.Length], value, references);
            return;
        }

        if (name.Contains('@', StringComparison.Ordinal))
        {
            Annotate(payload, name, value, references);
            return;
        }

        if (table.FindWire(name) is { } column)
        {
            payload.Values[column.Name] = column.Type == ColumnType.Lookup ? throw DirectLookup(table) : Scalars.Read(value, column, table, settings);
        }
        else if (table.TryNavigation(name, out var lookup, out var target))
        {
            Nest(payload, lookup, schema[target], value, references);
        }
        else if (table.Children.TryGetValue(name, out var link))
        {
            payload.Children[name] = value.ValueKind == JsonValueKind.Array
                ? [.. value.EnumerateArray().Select(child => Read(child, schema[link.Table], references))]
                : throw DataverseFault.Payload(table, $"Microsoft.OData.ODataException: An array was expected for '{name}'");
        }
        else
        {
            throw DataverseFault.Payload(
                table,
                $"Microsoft.Crm.CrmException: Invalid property '{name}' was found in entity '{table.TypeName}'. ---> Microsoft.OData.ODataException: The property '{name}' does not exist on type '{table.TypeName}'. Make sure to only use property names that are defined by the type");
        }
    }

    private void Link(Payload payload, string navigation, JsonElement value, IReadOnlyDictionary<string, RecordAddress> references)
    {
        if (payload.Table.Children.ContainsKey(navigation))
        {
            throw DataverseFault.NotPlayed("binding of collections");
        }

        if (!payload.Table.TryNavigation(navigation, out var lookup, out var target))
        {
            throw DataverseFault.Payload(
                payload.Table,
                $"Microsoft.OData.ODataException: An undeclared property '{navigation}' which only has property annotations in the payload but no property value was found in the payload. In OData, only declared navigation properties and declared named streams can be represented as properties without values");
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            payload.Links[lookup.Name] = null;
            return;
        }

        var address = value.ValueKind == JsonValueKind.String ? addresses.Bound(value.GetString()!, references) : throw DataverseFault.QuerySyntax();
        payload.Links[lookup.Name] = address.Table.Name == target
            ? address : throw DataverseFault.Payload(payload.Table, $"Microsoft.OData.ODataException: A resource of type '{address.Table.TypeName}' cannot be bound to '{navigation}'");
    }

    private void Nest(Payload payload, Column lookup, TableSchema target, JsonElement value, IReadOnlyDictionary<string, RecordAddress> references)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            payload.Links[lookup.Name] = null;
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            payload.Parents[lookup.Name] = Read(value, target, references);
        }
        else
        {
            throw DirectLookup(payload.Table);
        }
    }

    private void Annotate(Payload payload, string name, JsonElement value, IReadOnlyDictionary<string, RecordAddress> references)
    {
        if (name == "@odata.type")
        {
            payload.IsTyped = value.GetString()?.TrimStart('#') == payload.Table.TypeName
                ? true : throw DataverseFault.Payload(payload.Table, $"Microsoft.OData.ODataException: A type named '{value}' could not be resolved or is not '{payload.Table.TypeName}'");
        }
        else if (name == "@odata.id")
        {
            payload.Address = addresses.Bound(value.GetString() ?? "", references);
        }
    }

    private static DataverseFault DirectLookup(TableSchema table) => DataverseFault.Payload(
        table, "Microsoft.Crm.CrmException: CRM do not support direct update of Entity Reference properties, Use Navigation properties instead");
}
